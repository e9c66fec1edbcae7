import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bufferSource } from '../../../../src/readers/byteSource';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import { corpusEntries, itOnCorpus } from '../../../support/corpus';

/** Where the index counts otherwise: repeated headers as rows, or the first row as a header. */
const rowsOf: Readonly<Record<string, number>> = {
  'list_in_cell/gender_bias_np_int64_lists.csv': 8,
  'golden/edge/csv_no_header.csv': 3,
};

const delimited = corpusEntries()
  .filter(({ file, rows }) => /\.(csv|tsv)$/.test(file) && rows > 0)
  .map(entry => ({ ...entry, rows: rowsOf[entry.file] ?? entry.rows }));

describe('delimited files of the corpus', () => {
  for (const { file, rows, columns, header } of delimited) {
    itOnCorpus(`${file} has the rows and columns that the index says`, [file], async path => {
      const bytes = readFileSync(path);
      const table = await readDelimited(bufferSource(basename(file), bytes));
      const names = table.columns.map(column => column.name);
      assert.equal(table.rows, rows, 'rows');
      if (Number.isFinite(columns)) assert.equal(names.length, columns, names.join('|'));
      if (header.length === columns) {
        assert.deepEqual(
          names,
          header.map((name, i) => name.trim() || `Unnamed: ${i}`),
        );
      }
      const lines = bytes.toString('latin1').split(/\r\n|\r|\n/);
      const last = table.lineOf(table.rows - 1)!;
      const cell = table.columns[0]!.textOf(table.rows - 1).slice(0, 10);
      assert.ok(lines[last - 1]!.includes(cell), `line ${last} holds ${cell}`);
    });
  }
});
