/** The rows in the order of their x; rows without x stay after the row they followed. */
export function inOrderOf(rows: Int32Array, x: Float64Array): Int32Array {
  if (isAscending(rows, x)) return rows;
  const keys = carried(rows, x);
  const order = new Int32Array(rows.length)
    .map((_, i) => i)
    .sort((a, b) => keys[a]! - keys[b]! || a - b);
  return order.map(i => rows[i]!);
}

/** x of each row; a row without one takes that of the row before. */
export function carried(rows: Int32Array, x: Float64Array): Float64Array {
  const keys = new Float64Array(rows.length);
  let last = Number.NaN;
  for (let i = 0; i < rows.length; i++) {
    const value = x[rows[i]!]!;
    if (!Number.isNaN(value)) last = value;
    keys[i] = last;
  }
  return keys;
}

function isAscending(rows: Int32Array, x: Float64Array): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = x[row]!;
    if (value < last) return false;
    if (!Number.isNaN(value)) last = value;
  }
  return true;
}

/** The numbers of the rows of a table, in order. */
export function rowNumbers(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}
