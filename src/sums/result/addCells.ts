import { Sum } from '../../core/statistics/sum';
import { layouts } from '../layouts';
import type { SumColumn } from '../sumColumn';
import type { SumsTask } from '../sumsTask';
import type { Cell } from './cell';

/** Cells with the same keys as one; sums about different points are moved to the point of the first. */
export function addCells(task: SumsTask, cells: readonly Cell[]): readonly Cell[] {
  const centre = cells.find(({ of }) => of['c'] !== undefined)?.of['c'];
  const { keys } = layouts[task];
  const byKey = new Map<string, Cell[]>();
  for (const cell of cells) {
    const moved = centre === undefined || cell.status !== 'used' ? cell : movedTo(centre, cell);
    const numbers = keys.map(({ name }) => cell.of[name.slice(0, -1)] ?? null);
    const key = JSON.stringify([cell.status, cell.model, cell.by, numbers]);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [moved]);
    else same.push(moved);
  }
  return [...byKey.values()].map(same => added(task, same));
}

/** The same groups and models forgotten: what all used rows of the cells add up to, by the keys of the layout. */
function added(task: SumsTask, same: readonly Cell[]): Cell {
  const [first] = same;
  if (same.length === 1 || first!.status !== 'used') {
    return { ...first!, n: total(same.map(({ n }) => n)) };
  }
  const { sums } = layouts[task];
  const together = sums.map(({ name, of }) => {
    const id = name.slice(0, -1);
    return [id, merges[of](same.map(cell => cell.of[id]!))] as const;
  });
  return {
    ...first!,
    n: total(same.map(({ n }) => n)),
    of: { ...first!.of, ...Object.fromEntries(together) },
  };
}

const merges: Readonly<Record<SumColumn['of'], (values: readonly number[]) => number>> = {
  weighed: total,
  counted: total,
  least: values => values.reduce((a, b) => Math.min(a, b)),
  greatest: values => values.reduce((a, b) => Math.max(a, b)),
  same: values => values[0]!,
};

function total(values: readonly number[]): number {
  const sum = new Sum();
  for (const value of values) sum.add(value);
  return sum.value;
}

/** Sums of y - c and of its square, about another c. */
function movedTo(centre: number, cell: Cell): Cell {
  const { c, w, y, yy } = cell.of as Readonly<Record<'c' | 'w' | 'y' | 'yy', number>>;
  const by = c - centre;
  if (by === 0) return cell;
  return {
    ...cell,
    of: { ...cell.of, c: centre, y: y + by * w, yy: yy + 2 * by * y + by * by * w },
  };
}
