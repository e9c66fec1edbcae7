import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendedNumbers } from '../../../../src/readers/append/appendedNumbers';
import { concatTables } from '../../../../src/readers/append/concatTables';
import { columnOfCells } from '../../../../src/readers/cells';
import { wordKind } from '../../../../src/readers/delimited/columnKind';
import { smallTable } from '../../../support/smallTable';

describe('appended numbers', () => {
  it('are the given ones and those behind them, and nothing given changes', () => {
    const step = fc.tuple(fc.nat(), fc.array(fc.integer(), { maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const made: { values: Float64Array; copy: number[] }[] = [
          { values: new Float64Array(), copy: [] },
        ];
        for (const [which, more] of steps) {
          const { values, copy } = made[which % made.length]!;
          made.push({
            values: appendedNumbers(values, Float64Array.from(more)),
            copy: [...copy, ...more],
          });
        }
        for (const { values, copy } of made) assert.deepEqual([...values], copy);
      }),
    );
  });

  it('are copied seldom', () => {
    let numbers: Float64Array = new Float64Array(1000);
    const buffers = new Set<unknown>();
    for (let i = 0; i < 10_000; i++) {
      numbers = appendedNumbers(numbers, Float64Array.of(i));
      buffers.add(numbers.buffer);
    }
    assert(buffers.size <= 5, `${buffers.size} copies`);
  });
});

describe('concatTables', () => {
  it('makes the columns that the cells of both would make, or leaves it to a new reading', () => {
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -9, max: 9 }) },
      fc.constantFrom(null, true, 'cat', 'dog', '7', '12 %', 'nan'),
    );
    const pure = fc.constantFrom(['cat', 'dog'], [true, false], [null], [1, 2.5], ['1', 'x']);
    const cells = fc.oneof(
      fc.array(cell, { maxLength: 12 }),
      pure.chain(some => fc.array(fc.constantFrom(...some), { maxLength: 12 })),
    );
    let grown = 0;
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const tables = [a, b].map(list => ({
          ...smallTable({}),
          rows: list.length,
          columns: [columnOfCells('x', list)],
        }));
        const column = concatTables(tables[0]!, tables[1]!, wordKind)?.columns[0];
        if (column === undefined) return;
        grown += 1;
        const { kind, numbers, missing, invalid, textOf } = columnOfCells('x', [...a, ...b]);
        assert.deepEqual(
          [column.kind, column.numbers, column.missing],
          [kind, Float64Array.from(numbers), missing],
        );
        assert.deepEqual([...column.invalid], [...invalid]);
        for (let row = 0; row < numbers.length; row++) {
          if (kind !== 'number') assert.equal(column.textOf(row), textOf(row));
        }
      }),
      { numRuns: 500 },
    );
    assert(grown > 200, `${grown} of 500 were put together`);
  });

  it('fills up columns that only one of the tables has, but for those left unread', () => {
    const a = { ...smallTable({ x: [1, 2], y: [3, 4] }), unread: ['w'] };
    const both = concatTables(a, smallTable({ x: [5], z: [6], w: [7] }), wordKind);
    assert.deepEqual(
      both?.columns.map(({ name, numbers }) => [name, ...numbers]),
      [
        ['x', 1, 2, 5],
        ['y', 3, 4, Number.NaN],
        ['z', Number.NaN, Number.NaN, 6],
      ],
    );
  });

  it('numbers the rows of headers that come again through both', () => {
    const a = { ...smallTable({ x: [1, 2] }), headerRepeats: [1] };
    const b = { ...smallTable({ x: [3, 4] }), headerRepeats: [0, 1] };
    assert.deepEqual(concatTables(a, b, wordKind)?.headerRepeats, [1, 2, 3]);
  });
});
