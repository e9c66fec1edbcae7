import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bufferSource } from '../../../src/readers/byteSource';
import { columnOfCells } from '../../../src/readers/cells';
import { cellValue } from '../../../src/readers/delimited/cellValue';
import { readDelimited } from '../../../src/readers/delimited/readDelimited';
import { missingWords } from '../../../src/readers/missingWords';
import { type Column, columnNamed } from '../../../src/readers/table';

const numbers = Array.from({ length: 30 }, (_, i) => i + 0.5);

describe('columnOfCells', () => {
  it('takes the words for missing that a delimited file takes', () => {
    const column = columnOfCells('x', [...numbers, ...missingWords, null, undefined, Number.NaN]);
    assert.equal(column.missing, missingWords.size + 3);
    assert.equal(column.invalid.size, 0);
    for (const word of missingWords) assert.equal(cellValue(word, false).kind, 'missing');
  });

  it('shows a remark that stands for no value, as a delimited file does', () => {
    const column = columnOfCells('x', [...numbers, 'n/a']);
    assert.equal(column.kind, 'number');
    assert.deepEqual([...column.invalid], [[30, 'n/a']]);
    assert.equal(cellValue('n/a', false).kind, 'word');
  });
});

describe('columns of typed cells and of delimited cells', () => {
  it('are of the same kind with the same numbers, words among numbers included', async () => {
    const cell = fc.oneof(
      fc.constantFrom('n/a', 'NA', '', 'high', 'True', 'false', '12 %', '1e3', '-inf', 'x y'),
      fc.constantFrom('2024-01-02', '07:11', '$5', '1 234', '-0.5', '.5', '5.', '+3', '0x10'),
      fc.integer({ min: -3, max: 3 }).map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async cells => {
        const text = `id,x\n${cells.map((written, i) => `${i},${written}\n`).join('')}`;
        const table = await readDelimited(bufferSource('a.csv', new TextEncoder().encode(text)));
        const delimited = columnNamed(table, 'x')!;
        const typed = columnOfCells('x', cells);
        assert.deepEqual(told(typed, cells.length), told(delimited, cells.length));
      }),
    );
  });
});

function told(column: Column, rows: number) {
  const isWord = column.kind === 'label' || column.kind === 'text';
  return {
    kind: column.kind,
    missing: column.missing,
    invalid: [...column.invalid],
    numbers: isWord ? [] : [...column.numbers],
    texts: isWord ? Array.from({ length: rows }, (_, row) => column.textOf(row)) : [],
  };
}
