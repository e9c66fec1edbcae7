import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bufferSource } from '../../../../src/readers/byteSource';
import { DelimitedRows } from '../../../../src/readers/delimited/fileRows';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import { readLarge } from '../../../../src/readers/delimited/readLarge';
import type { RowRange } from '../../../../src/readers/delimited/scanPlan';
import type { FileRows, Table } from '../../../../src/readers/table';

const sourceOf = (text: string) => bufferSource('a.csv', new TextEncoder().encode(text));

/** The file read as a large one, with column `y` alone. */
async function largeTable(text: string): Promise<Table> {
  const source = sourceOf(text);
  const head = await source.read(0, source.size);
  return readLarge(source, head, 0, { needed: () => ['y'] });
}

function fileRowsOf(table: Table): FileRows {
  return table.fileRows ?? assert.fail('its rows cannot be found again');
}

const everyRow = (rows: number) => Array.from({ length: rows }, (_, row) => row);

describe('rows that are found again in a large file', () => {
  it('have the cells that a reading of the whole file gives them', async () => {
    const cell = fc.constantFrom(
      '1',
      '2.5',
      'word',
      '',
      'NA',
      '"a, b"',
      '"two\nlines"',
      '"say ""so"""',
      'é',
    );
    const line = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(cell, fc.integer(), cell).map(cells => cells.join(',')) },
      fc.constantFrom('', 'id,y,note', 'short', '1,2,3,4'),
    );
    const text = fc
      .array(line, { minLength: 1, maxLength: 40 })
      .map(lines => `id,y,note\n7,1,first\n${lines.join('\n')}\n`);
    await fc.assert(
      fc.asyncProperty(text, async content => {
        const whole = await readDelimited(sourceOf(content));
        const table = await largeTable(content);
        if (table.unread === undefined) return;
        assert.equal(table.rows, whole.rows);
        const found = await fileRowsOf(table).cellsOf(sourceOf(content), everyRow(whole.rows));
        for (const row of everyRow(whole.rows)) {
          const cells = whole.columns.map(({ name, textOf }) => ({
            column: name,
            text: textOf(row),
          }));
          assert.deepEqual(found.get(row), cells);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are found in any of several ranges, also behind rows that were appended', async () => {
    const lines = everyRow(100).map(row => `r${row},${row}\n`);
    const text = lines.join('');
    const ends = [10, 50, 51, 90, 100].map(rows => lines.slice(0, rows).join('').length);
    const dialect = {
      separator: 0x2c,
      comment: -1,
      names: ['id', 'y'],
      start: 0,
      line: 1,
      header: new Uint8Array(),
      decimalComma: [false, false],
      remarks: [],
    };
    const ranges: RowRange[] = [
      { row: 0, rows: 10, start: 0, end: ends[0]! },
      { row: 10, rows: 40, start: ends[0]!, end: ends[1]! },
      { row: 50, rows: 1, start: ends[1]!, end: ends[2]! },
    ];
    const rows = new DelimitedRows('a.csv', dialect, ranges)
      .grown(39, ends[3]!)
      .grown(10, ends[4]!);
    const found = await rows.cellsOf(sourceOf(text), everyRow(100));
    assert.deepEqual(
      everyRow(100).map(row => found.get(row)?.[0]?.text),
      everyRow(100).map(row => `r${row}`),
    );
    assert.equal((await rows.cellsOf(sourceOf(text), [100])).size, 0);
  });

  it('are read once, however often they are asked for', async () => {
    const text = `id,y,note\n${everyRow(50)
      .map(row => `${row},${row / 2},note ${row}\n`)
      .join('')}`;
    const rows = fileRowsOf(await largeTable(text));
    let reads = 0;
    const source = sourceOf(text);
    const counting = {
      ...source,
      read: (start: number, end: number) => {
        reads += 1;
        return source.read(start, end);
      },
    };
    const first = await rows.cellsOf(counting, [3, 40]);
    const before = reads;
    assert.deepEqual(await rows.cellsOf(counting, [40, 3]), first);
    assert.equal(reads, before);
    await rows.cellsOf(counting, [4]);
    assert.ok(reads > before);
  });

  it('are not told of a file that holds other rows by now', async () => {
    const lines = everyRow(50).map(row => `${row},${row / 2},note ${row}`);
    const table = await largeTable(`id,y,note\n${lines.join('\n')}\n`);
    const shorter = sourceOf(`id,y,note\n${lines.slice(0, 40).join('\n')}\n`);
    assert.equal((await fileRowsOf(table).cellsOf(shorter, [3])).size, 0);
  });
});
