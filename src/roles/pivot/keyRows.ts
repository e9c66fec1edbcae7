import type { Column } from '../../readers/table';

export interface KeyRows {
  /** Number of the key of each row, in order of appearance. */
  readonly keyOf: Int32Array;
  /** The first row of each key. */
  readonly firstRows: Int32Array;
}

/** Numbers the rows by their cells in `columns`: the same cells, the same number. Linear. */
export function keyRows(columns: readonly Column[], rows: number): KeyRows {
  const one: KeyRows = {
    keyOf: new Int32Array(rows),
    firstRows: Int32Array.from(rows > 0 ? [0] : []),
  };
  return columns.reduce((keys, column) => refined(keys, codesOf(column, rows)), one);
}

interface Codes {
  readonly codes: Int32Array;
  readonly count: number;
}

function refined({ keyOf }: KeyRows, { codes, count }: Codes): KeyRows {
  const known = new Map<number, number>();
  const finer = new Int32Array(keyOf.length);
  const firstRows: number[] = [];
  for (let row = 0; row < finer.length; row++) {
    const pair = keyOf[row]! * (count + 1) + codes[row]! + 1;
    let key = known.get(pair);
    if (key === undefined) {
      key = firstRows.push(row) - 1;
      known.set(pair, key);
    }
    finer[row] = key;
  }
  return { keyOf: finer, firstRows: Int32Array.from(firstRows) };
}

/** Numbers by their values, everything else by its text. */
function codesOf({ dictionary, numbers, textOf }: Column, rows: number): Codes {
  if (dictionary !== undefined) return { codes: dictionary.codes, count: dictionary.labels.length };
  const known = new Map<number | string, number>();
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = numbers[row]!;
    const cell = Number.isNaN(value) ? textOf(row) : value;
    const code = known.get(cell) ?? known.size;
    if (code === known.size) known.set(cell, code);
    codes[row] = code;
  }
  return { codes, count: known.size };
}
