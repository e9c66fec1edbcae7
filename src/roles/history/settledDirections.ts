import type { Series } from '../../core/training/history';
import { trendOf } from '../../core/training/trend';

/** So many standard deviations from no trend are no chance. */
const certain = 2;

type Direction = Series['direction'];

/**
 * The series with the directions that their names leave open, from what the log shows: a curve that follows a
 * series at its best so far, a partner of the same quantity whose direction is known, and the course beside
 * the others. What none of them settles stays as the name has it.
 */
export function settledDirections(series: readonly Series[]): readonly Series[] {
  if (!series.some(isOpen)) return series;
  const marked = series.map(one => withDirection(one, isOpen(one) ? byOwnMark(one, series) : null));
  const partnered = marked.map(one =>
    withDirection(one, isOpen(one) ? byPartner(one, marked) : null),
  );
  const settled = partnered.map(one =>
    withDirection(one, isOpen(one) ? byCourse(one, partnered) : null),
  );
  return settled.map(one =>
    withDirection(one, isOpen(one) && isBeside(one, settled) ? 'none' : null),
  );
}

/** A bare `train` beside a loss of the same data that is called one is something else: `Train 1792 in 4 s`. */
function isBeside({ quantity, split, direction }: Series, all: readonly Series[]): boolean {
  return (
    direction === 'lower' &&
    all.some(other => !isOpen(other) && other.quantity === quantity && other.split === split)
  );
}

function isOpen({ open }: Series): boolean {
  return open === true;
}

/** A settled series is no longer open. */
function withDirection(series: Series, direction: Direction | null): Series {
  if (direction === null) return series;
  const { open: _, ...rest } = series;
  return { ...rest, direction };
}

/** Another curve holds the best of this one so far, as `best: 0.814 (2)` does beside `test: 0.81`. */
function byOwnMark(one: Series, all: readonly Series[]): Direction | null {
  for (const other of all) {
    if (other === one || other.values.length !== one.values.length) continue;
    if (one.rows.some((row, i) => row !== other.rows[i])) continue;
    const higher = follows(one.values, other.values, Math.max);
    const lower = follows(one.values, other.values, Math.min);
    if (higher !== lower) return higher ? 'higher' : 'lower';
  }
  return null;
}

function follows(
  values: Float64Array,
  marks: Float64Array,
  better: (a: number, b: number) => number,
): boolean {
  let best = values[0] ?? Number.NaN;
  return (
    values.length > 2 &&
    values.every((value, i) => {
      best = better(best, value);
      return Math.abs(marks[i]! - best) <= 1e-9 * Math.abs(best);
    })
  );
}

/** The same quantity on other data, whose direction is known. */
function byPartner(one: Series, all: readonly Series[]): Direction | null {
  const partner = all.find(
    other =>
      other !== one &&
      !isOpen(other) &&
      other.quantity === one.quantity &&
      other.split !== one.split &&
      other.direction !== 'none',
  );
  return partner?.direction ?? null;
}

/**
 * A curve between 0 and 1 that gets larger while the losses get smaller is a score, one that gets smaller with
 * them is none. Where a bare `train` and its partner both rise between 0 and 1 they are scores, because no
 * training makes its own loss rise from the start.
 */
function byCourse(one: Series, all: readonly Series[]): Direction | null {
  if (/objective|objf/i.test(one.name)) return betterBy(courseSign(one));
  if (!isFraction(one) || isCounter(one)) return null;
  const sign = courseSign(one);
  if (one.direction === 'lower') {
    const family = all.filter(other => isOpen(other) && other.quantity === one.quantity);
    const rises = family.every(other => isFraction(other) && courseSign(other) > 0);
    return rises && family.some(({ split }) => split === 'train') ? 'higher' : null;
  }
  const company = all.filter(other => other !== one && !isOpen(other));
  if (isFlat(one)) return company.some(other => isScoreOfSameRows(other, one)) ? 'higher' : null;
  const learns = company.some(other => other.direction === 'lower' && courseSign(other) < 0);
  const scored = company.some(other => other.direction === 'higher' && courseSign(other) > 0);
  if (!learns && !scored) return null;
  return sign > 0 ? 'higher' : sign < 0 ? 'lower' : null;
}

/** What a training optimises gets better over its course, a log-likelihood as well as a loss. */
function betterBy(sign: -1 | 0 | 1): Direction | null {
  return sign > 0 ? 'higher' : sign < 0 ? 'lower' : null;
}

function isFraction({ values }: Series): boolean {
  return values.every(value => !Number.isFinite(value) || (value >= 0 && value <= 1));
}

function isFlat({ values }: Series): boolean {
  return values.every(value => value === values[0]);
}

/** Grows or shrinks by the same step every time, as a schedule or a share of the work done does. */
function isCounter({ values, rows }: Series): boolean {
  if (values.length < 3 || values[1] === values[0]) return false;
  const pace = (i: number): number => (values[i]! - values[i - 1]!) / (rows[i]! - rows[i - 1]!);
  for (let i = 2; i < values.length; i++) {
    if (!(Math.abs(pace(i) - pace(1)) <= 0.02 * Math.abs(pace(1)))) return false;
  }
  return true;
}

function isScoreOfSameRows(other: Series, { rows, split }: Series): boolean {
  return (
    other.direction === 'higher' &&
    (split === null || other.split === split) &&
    other.rows.length === rows.length &&
    other.rows.every((row, i) => row === rows[i])
  );
}

/** 1 when a curve rises over its course, -1 when it falls, 0 when chance could do the same. */
function courseSign({ values }: Series): -1 | 0 | 1 {
  const trend = trendOf(values);
  if (Math.abs(trend) < certain) return 0;
  return trend > 0 ? 1 : -1;
}
