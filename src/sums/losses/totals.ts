import { Sum } from '../../core/statistics/sum';
import type { Cell } from '../result/cell';

/** Sum over the cells, compensated. */
export function totalOf(cells: readonly Cell[], of: (cell: Cell) => number): number {
  const sum = new Sum();
  for (const cell of cells) sum.add(of(cell));
  return sum.value;
}

/** Sum of one column of the result. */
export function total(cells: readonly Cell[], name: string): number {
  return totalOf(cells, cell => cell.of[name]!);
}
