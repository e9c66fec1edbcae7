import type { History, Series } from '../../core/training/history';
import { isEvenCounter } from './clock';
import { standingOf } from './seriesName';

/** Fewer values than this have no course. */
const fewest = 5;
/** Rank correlation with the order of the log from which a curve rises or falls. */
const clear = 0.7;

/**
 * The run with the directions that its values tell where the names do not: a best mark beside a curve follows
 * its largest or its smallest value; a share that rises while the losses fall is a score.
 */
export function settleDirections(history: History): History {
  const marked = bestMarks(history.series);
  const known = history.series.map(series => {
    if (marked.marks.has(series)) return { ...series, direction: 'none' as const };
    const better = marked.better.get(series);
    return better === undefined || standingOf(series.name) === 'said'
      ? series
      : { ...series, ...measureOf(series, better) };
  });
  const likened = withPartners(known, [...marked.better.keys()]);
  const settled = likened.map(series => byCourse(series, likened));
  return { ...history, series: settled };
}

type Better = 'lower' | 'higher';

function measureOf(series: Series, direction: Better): Pick<Series, 'direction' | 'quantity'> {
  const bare = standingOf(series.name) === 'assumed' && direction === 'higher';
  return { direction, quantity: bare ? 'score' : series.quantity };
}

interface Marks {
  /** Curves that only repeat the best value so far of another. */
  readonly marks: ReadonlySet<Series>;
  readonly better: ReadonlyMap<Series, Better>;
}

function bestMarks(all: readonly Series[]): Marks {
  const marks = new Set<Series>();
  const better = new Map<Series, Better>();
  for (const mark of all) {
    if (mark.values.length < fewest || !isRunningBest(mark.values)) continue;
    for (const curve of all) {
      if (curve === mark || marks.has(curve)) continue;
      const found = bestOf(curve, mark);
      if (found === null) continue;
      marks.add(mark);
      better.set(curve, found);
      break;
    }
  }
  return { marks, better };
}

/** A running best goes one way only, and stands still at least once. */
function isRunningBest(values: Float64Array): boolean {
  let up = false;
  let down = false;
  let still = false;
  for (let i = 1; i < values.length; i++) {
    if (values[i]! > values[i - 1]!) up = true;
    else if (values[i]! < values[i - 1]!) down = true;
    else if (values[i] === values[i - 1]) still = true;
    else return false;
  }
  return up !== down && still;
}

/** `higher` when the mark is the largest value of the curve so far at each of its rows, `lower` the smallest. */
function bestOf(curve: Series, mark: Series): Better | null {
  let high = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  let isHigh = true;
  let isLow = true;
  let at = 0;
  for (let i = 0; i < mark.rows.length; i++) {
    while (at < curve.rows.length && curve.rows[at]! <= mark.rows[i]!) {
      high = Math.max(high, curve.values[at]!);
      low = Math.min(low, curve.values[at]!);
      at += 1;
    }
    isHigh &&= mark.values[i] === high;
    isLow &&= mark.values[i] === low;
    if (!isHigh && !isLow) return null;
  }
  return isHigh === isLow ? null : isHigh ? 'higher' : 'lower';
}

/** A curve of the same quantity on other data goes the way of its marked partner. */
function withPartners(series: readonly Series[], marked: readonly Series[]): readonly Series[] {
  return series.map(one => {
    if (standingOf(one.name) !== 'assumed' && one.direction !== 'none') return one;
    if (marked.some(({ name }) => name === one.name)) return one;
    const original = marked.find(
      ({ quantity, name }) => quantity === one.quantity && standingOf(name) !== 'said',
    );
    const partner = original && series.find(({ name }) => name === original.name);
    return partner === undefined || partner.direction === 'none'
      ? one
      : { ...one, ...measureOf(one, partner.direction) };
  });
}

function byCourse(series: Series, all: readonly Series[]): Series {
  const standing = standingOf(series.name);
  if (standing === 'assumed' && series.direction === 'lower') return assumed(series, all);
  if (standing !== 'open' || series.direction !== 'none') return series;
  const losses = all.filter(
    one => one.direction === 'lower' && standingOf(one.name) === 'said' && courseOf(one) <= -clear,
  );
  return losses.length > 0 && isShare(series) && courseOf(series) >= clear
    ? { ...series, direction: 'higher' }
    : series;
}

/** A curve called `train` is the loss unless another one is, or unless it is a share that rises. */
function assumed(series: Series, all: readonly Series[]): Series {
  const named = all.some(
    one => one.quantity === 'loss' && one.split === series.split && standingOf(one.name) === 'said',
  );
  if (named) return { ...series, direction: 'none' };
  const alike = all.filter(one => standingOf(one.name) === 'assumed');
  const rises = alike.every(one => isShare(one) && courseOf(one) > 0);
  return rises && alike.some(one => courseOf(one) >= clear)
    ? { ...series, ...measureOf(series, 'higher') }
    : series;
}

/** Fractions of 1, or percentages, that are no counter. */
function isShare({ values }: Series): boolean {
  if (values.length < fewest || isEvenCounter({ numbers: values })) return false;
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  if (!values.every(value => value >= 0 && value <= 100)) return false;
  return top <= 1 || (top > 10 && values.some(value => !Number.isInteger(value)));
}

/** Spearman's rank correlation of the finite values with their order, from -1 to 1; 0 for too few. */
function courseOf({ values }: Series): number {
  const own = values.filter(Number.isFinite);
  const n = own.length;
  if (n < fewest) return 0;
  const order = Array.from(own, (_, i) => i).sort((a, b) => own[a]! - own[b]!);
  let sum = 0;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && own[order[to]!] === own[order[from]!]) to += 1;
    const rank = (from + to - 1) / 2;
    for (let k = from; k < to; k++) sum += (order[k]! - rank) ** 2;
    from = to;
  }
  return 1 - (6 * sum) / (n * (n * n - 1));
}
