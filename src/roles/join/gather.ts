import type { Column } from '../../readers/table';

/** Column `name` with row i taken from row `rows[i]` of `column`; -1 is a missing cell. */
export function gather(column: Column, name: string, rows: Int32Array): Column {
  const numbers = new Float64Array(rows.length).fill(Number.NaN);
  const invalid = new Map<number, string>();
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row >= 0) numbers[i] = column.numbers[row]!;
    const text = row >= 0 && column.invalid.size > 0 ? column.invalid.get(row) : undefined;
    if (text !== undefined) invalid.set(i, text);
    else if (row < 0 || (column.missing > 0 && column.textOf(row) === '')) missing++;
  }
  return {
    name,
    kind: column.kind,
    percent: column.percent,
    numbers,
    invalid,
    missing,
    textOf: i => (rows[i]! < 0 ? '' : column.textOf(rows[i]!)),
    ...(column.saysNan === undefined
      ? {}
      : { saysNan: i => rows[i]! >= 0 && column.saysNan!(rows[i]!) }),
  };
}

/** The same column under another name. */
export function renamed(column: Column, name: string): Column {
  if (name === column.name) return column;
  const { kind, percent, numbers, invalid, missing } = column;
  const saysNan = column.saysNan === undefined ? {} : { saysNan: column.saysNan };
  const textOf = (row: number): string => column.textOf(row);
  return { name, kind, percent, numbers, invalid, missing, textOf, ...saysNan };
}
