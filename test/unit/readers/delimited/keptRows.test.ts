import assert from 'node:assert/strict';
import { KeptRows } from '../../../../src/readers/delimited/keptRows';
import { rowRank } from '../../../../src/readers/delimited/rowRank';
import type { RangePart } from '../../../../src/readers/delimited/scanPlan';

const none = { count: 0, firstRow: -1 };

/** So many rows, each of which takes `height` lines. */
function part(rows: number, height = 1): RangePart {
  return {
    start: 0,
    end: 0,
    rows,
    lines: rows * height,
    rowLines: height === 1 ? null : Uint32Array.from({ length: rows }, (_, i) => i * height),
    rowStarts: null,
    columns: [],
    oddities: { short: none, long: none, openQuotes: none, headerRepeats: [] },
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const ofRank = (level: number, rows: number) => upTo(rows).filter(row => rowRank(row) >= level);

/** What is known of the kept rows: their numbers in the file and their lines. */
function told(rows: KeptRows): readonly (readonly [row: number, line: number])[] {
  const { lineOf, rowOf = row => row } = rows.numbers();
  return upTo(rows.kept).map(i => [rowOf(i), lineOf(i)]);
}

describe('the rows that are kept of a file', () => {
  it('are all at level 0', () => {
    const rows = new KeptRows(2, 0);
    assert.equal(rows.append(part(3)), undefined);
    assert.equal(rows.append(part(2, 2)), undefined);
    assert.deepEqual([rows.total, rows.kept, rows.nextLine], [5, 5, 9]);
    assert.deepEqual(told(rows), [
      [0, 2],
      [1, 3],
      [2, 4],
      [3, 5],
      [4, 7],
    ]);
    assert.deepEqual(
      upTo(6).map(row => rows.keptBefore(row)),
      [0, 1, 2, 3, 4, 5],
    );
  });

  it('are those of the rank of the level and above, with their numbers and lines, over several parts', () => {
    const level = 2;
    const rows = new KeptRows(2, level);
    const wanted = ofRank(level, 3000);
    const chosen = [part(1000), part(1500, 3), part(500)].flatMap((one, i) => {
      const before = [0, 1000, 2500][i]!;
      return [...rows.append(one)!].map(row => before + row);
    });
    assert.deepEqual(chosen, wanted);
    const lineOf = (row: number) =>
      row < 1000 ? 2 + row : row < 2500 ? 1002 + 3 * (row - 1000) : 5502 + row - 2500;
    assert.deepEqual(
      told(rows),
      wanted.map(row => [row, lineOf(row)]),
    );
    assert.deepEqual([rows.total, rows.kept, rows.nextLine], [3000, wanted.length, 6002]);
  });

  it('are as if they had been thinned from the beginning', () => {
    const late = new KeptRows(2, 0);
    late.append(part(4000, 2));
    const stay = [...late.thin(1)];
    assert.deepEqual(stay, ofRank(1, 4000));
    assert.deepEqual(
      [...late.thin(3)].map(i => stay[i]),
      ofRank(3, 4000),
    );
    late.append(part(1000));
    const early = new KeptRows(2, 3);
    early.append(part(4000, 2));
    early.append(part(1000));
    assert.deepEqual(told(late), told(early));
    assert.deepEqual([late.level, late.kept, late.total], [3, early.kept, 5000]);
  });

  it('are counted before a row that is kept, and before one that is not', () => {
    const rows = new KeptRows(1, 1);
    rows.append(part(500));
    const kept = ofRank(1, 500);
    for (const row of upTo(501)) {
      assert.equal(rows.keptBefore(row), kept.filter(one => one < row).length, `row ${row}`);
    }
  });
});
