import type { Plot } from '../../shared/figure';
import { type Hit, isWalkable, placeOf, sizeOf } from './hit';

export type Step = 'next' | 'previous' | 'first' | 'last' | 'up' | 'down';

/** Where the keyboard goes from `from`: along a mark by x, or to the neighbouring mark. */
export function walk(
  plot: Plot,
  hidden: ReadonlySet<string>,
  from: Hit | undefined,
  step: Step,
): Hit | undefined {
  const marks = walkableMarks(plot, hidden);
  const at = from === undefined ? -1 : marks.indexOf(from.mark);
  if (from === undefined || at < 0) return startOf(plot, marks, step);
  if (step === 'up' || step === 'down') {
    const mark = marks[at + (step === 'up' ? -1 : 1)];
    return mark === undefined ? from : sameX(plot, mark, from);
  }
  const order = orderOf(plot, from.mark);
  const now = order.indexOf(from.index);
  const to = { next: now + 1, previous: now - 1, first: 0, last: order.length - 1 }[step];
  const index = order[Math.min(Math.max(to, 0), order.length - 1)];
  return index === undefined ? from : { mark: from.mark, index };
}

/** Marks one can walk on, points first: they are the person's own rows. */
function walkableMarks(plot: Plot, hidden: ReadonlySet<string>): readonly number[] {
  const indexes = plot.marks.flatMap((mark, i) =>
    isWalkable(mark) && !hidden.has(mark.name) && orderOf(plot, i).length > 0 ? [i] : [],
  );
  const isPoints = (i: number): boolean => plot.marks[i]?.kind === 'points';
  return [...indexes.filter(isPoints), ...indexes.filter(i => !isPoints(i))];
}

function startOf(plot: Plot, marks: readonly number[], step: Step): Hit | undefined {
  const mark = marks[0];
  if (mark === undefined) return undefined;
  const index = orderOf(plot, mark).at(step === 'last' ? -1 : 0);
  return index === undefined ? undefined : { mark, index };
}

function sameX(plot: Plot, mark: number, from: Hit): Hit {
  const { x } = placeOf(plot, from);
  const gap = (index: number): number => Math.abs(placeOf(plot, { mark, index }).x - x);
  const order = orderOf(plot, mark);
  const index = order.reduce((best, next) => (gap(next) < gap(best) ? next : best), order[0]!);
  return { mark, index };
}

const orders = new WeakMap<object, readonly number[]>();

/** Indexes of a mark's drawable points by ascending x. */
function orderOf(plot: Plot, at: number): readonly number[] {
  const mark = plot.marks[at]!;
  const known = orders.get(mark);
  if (known !== undefined || !isWalkable(mark)) return known ?? [];
  const place = (index: number): { x: number; y: number } => placeOf(plot, { mark: at, index });
  const order = Array.from({ length: sizeOf(mark) }, (_, index) => index)
    .filter(index => Number.isFinite(place(index).x) && Number.isFinite(place(index).y))
    .sort((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
  orders.set(mark, order);
  return order;
}
