import type { DataRow } from '../../shared/figure';

/** By which column a table is sorted. */
export interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** Numbers by size, texts by alphabet, what is missing last. */
export function sortedRows(rows: readonly DataRow[], order: Order): readonly DataRow[] {
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[order.column] ?? null, b.cells[order.column] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * compare(left, right);
    return sign * String(left).localeCompare(String(right), 'en', { numeric: true });
  });
}

function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : Number(a > b);
}
