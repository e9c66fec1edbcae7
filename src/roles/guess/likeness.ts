import type { Candidate } from './candidate';
import { isNumeric, isTextLabels } from './candidate';
import { labelKey, spreadRows } from './facts';

/** True when two number columns could measure the same thing: ranges that overlap, similar spread. */
export function sameScale(a: Candidate, b: Candidate): boolean {
  if (!isNumeric(a) || !isNumeric(b)) return false;
  const [p, q] = [a.facts, b.facts];
  const overlap = Math.min(p.max, q.max) - Math.max(p.min, q.min);
  if (p.spread === 0 || q.spread === 0) return overlap >= 0 || gap(a, b) <= widest(a, b);
  const ratio = p.spread / q.spread;
  return overlap >= 0.1 * Math.min(p.max - p.min, q.max - q.min) && ratio > 0.1 && ratio < 10;
}

function gap(a: Candidate, b: Candidate): number {
  return Math.abs(a.facts.mean - b.facts.mean);
}

function widest(a: Candidate, b: Candidate): number {
  return Math.max(a.facts.max - a.facts.min, b.facts.max - b.facts.min);
}

/** True when at least half of the cells of `column` are classes that occur in `target`. */
export function sharesLabels(target: Candidate, column: Candidate): boolean {
  const known = target.facts.labels;
  const own = column.facts.labels;
  if (own.size === 0) return false;
  let cells = 0;
  let shared = 0;
  for (const [label, count] of own) {
    cells += count;
    if (known.has(label)) shared += count;
  }
  return shared >= cells / 2;
}

/** True when `column` could hold predictions of `target`, as numbers or as classes. */
export function couldPredict(target: Candidate, column: Candidate): boolean {
  if (isTextLabels(target)) return !isNumeric(column) && sharesLabels(target, column);
  return sameScale(target, column) || (isNumeric(column) && sharesLabels(target, column));
}

/** Pearson's correlation of two columns over some of their rows; 0 when one of them is constant. */
export function correlation(a: Candidate, b: Candidate): number {
  return correlationOf(a.column.numbers, b.column.numbers);
}

/** The same of numbers in the same order. */
export function correlationOf(x: Float64Array, y: Float64Array): number {
  const { xx, yy, xy } = momentsOf(x, y);
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** Lin's concordance correlation (1989) over some of the rows: 1 for the same numbers, less off the scale. */
export function concordanceOfNumbers(a: Candidate, b: Candidate): number {
  const { n, meanX, meanY, xx, yy, xy } = momentsOf(a.column.numbers, b.column.numbers);
  const apart = n * (meanX - meanY) ** 2;
  return xx + yy > 0 ? (2 * xy) / (xx + yy + apart) : 0;
}

interface Moments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sums of squares and products about the means. */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

function momentsOf(x: Float64Array, y: Float64Array): Moments {
  let [n, meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (const row of spreadRows(x.length, 5000)) {
    const [u, v] = [x[row]!, y[row]!];
    if (!Number.isFinite(u) || !Number.isFinite(v)) continue;
    n++;
    const dx = u - meanX;
    meanX += dx / n;
    xx += dx * (u - meanX);
    const dy = v - meanY;
    meanY += dy / n;
    yy += dy * (v - meanY);
    xy += dx * (v - meanY);
  }
  return { n, meanX, meanY, xx, yy, xy };
}

/** Share of rows in which two columns name the same class. */
export function agreement(a: Candidate, b: Candidate): number {
  const rows = spreadRows(a.column.numbers.length, 2000);
  const same = rows.filter(row => cell(a, row) === cell(b, row));
  return rows.length === 0 ? 0 : same.length / rows.length;
}

function cell({ column }: Candidate, row: number): string | number {
  const value = column.numbers[row]!;
  return Number.isNaN(value) ? column.textOf(row).toLowerCase() : value;
}

/** Cohen's kappa over some of the rows: 0 for what agrees by chance, 1 for the same classes throughout. */
export function chanceCorrected(a: Candidate, b: Candidate): number {
  const rows = spreadRows(a.column.numbers.length, 2000);
  const [own, theirs] = [new Map<string, number>(), new Map<string, number>()];
  let same = 0;
  for (const row of rows) {
    const [x, y] = [labelKey(String(cell(a, row))), labelKey(String(cell(b, row)))];
    if (x === y) same++;
    own.set(x, (own.get(x) ?? 0) + 1);
    theirs.set(y, (theirs.get(y) ?? 0) + 1);
  }
  const n = rows.length;
  const byChance = [...own].reduce((sum, [x, count]) => sum + count * (theirs.get(x) ?? 0), 0);
  const expected = byChance / (n * n);
  return expected < 1 ? (same / n - expected) / (1 - expected) : 0;
}

/** The share of the variance of numbers that lies between the classes of a column: 0 for what tells none apart. */
export function varianceBetween(classes: Candidate, one: Candidate): number {
  const rows = spreadRows(one.column.numbers.length, 2000).filter(row =>
    Number.isFinite(one.column.numbers[row]!),
  );
  const sums = new Map<string, { count: number; sum: number }>();
  let [sum, squares] = [0, 0];
  for (const row of rows) {
    const value = one.column.numbers[row]! - one.facts.mean;
    const key = labelKey(String(cell(classes, row)));
    const own = sums.get(key) ?? { count: 0, sum: 0 };
    sums.set(key, { count: own.count + 1, sum: own.sum + value });
    sum += value;
    squares += value * value;
  }
  const common = (sum * sum) / rows.length;
  const between = [...sums.values()].reduce((total, own) => total + own.sum ** 2 / own.count, 0);
  return squares > common ? (between - common) / (squares - common) : 0;
}
