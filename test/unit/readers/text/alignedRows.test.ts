import assert from 'node:assert/strict';
import { alignedRows } from '../../../../src/readers/text/alignedRows';

function read(text: string): ReturnType<typeof alignedRows> {
  return alignedRows(text.split('\n').map((line, i) => ({ text: line, line: i + 1 })));
}

const weka = `=== Predictions on test data ===

 inst#     actual  predicted error prediction
     1      1:yes      1:yes       0.958 
     2       2:no      1:yes   +   0.713 
     3      1:yes      1:yes       0.9 `;

describe('alignedRows', () => {
  it('puts each cell under the name that it stands under, and leaves the others empty', () => {
    const table = read(weka);
    assert.deepEqual(table?.names, ['inst#', 'actual', 'predicted', 'error', 'prediction']);
    assert.deepEqual(
      table?.rows.map(({ cells, line }) => [line, ...cells]),
      [
        [4, '1', '1:yes', '1:yes', '', '0.958'],
        [5, '2', '2:no', '1:yes', '+', '0.713'],
        [6, '3', '1:yes', '1:yes', '', '0.9'],
      ],
    );
  });

  it('reads no sentences, no header with numbers and no row with two cells under one name', () => {
    assert.equal(read('it was late\nand we went home 3 times\nagain and again 4 times'), undefined);
    assert.equal(read('1 2 3\n4 5 6\n7 8 9'), undefined);
    assert.equal(read('   name   value   other\n  1 2 3 4\n  1 2 3 4'), undefined);
  });
});
