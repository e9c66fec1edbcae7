import { addCells } from './addCells';
import type { Cell } from './cell';
import type { Sums } from './sums';

/** The cells of one model, the groups taken together. */
export function cellsOfModel({ about, cells }: Sums, model: number): readonly Cell[] {
  const own = cells.filter(cell => cell.model === model).map(cell => ({ ...cell, by: [] }));
  return addCells(about.task, own);
}

/** The cells of one model by the values of one column of groups. */
export function cellsByGroup(
  { about, cells }: Sums,
  model: number,
  column: number,
): ReadonlyMap<string | null, readonly Cell[]> {
  const groups = new Map<string | null, Cell[]>();
  for (const cell of cells) {
    if (cell.model !== model) continue;
    const value = cell.by[column] ?? null;
    const same = groups.get(value) ?? [];
    same.push({ ...cell, by: [] });
    groups.set(value, same);
  }
  return new Map([...groups].map(([value, of]) => [value, addCells(about.task, of)]));
}
