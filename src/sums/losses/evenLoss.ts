import type { Cell } from '../result/cell';
import { between, type Found } from './found';
import { totalOf } from './totals';

/**
 * Bounds of the mean of a loss f(|e|) that is convex in |e| and concave in e^2, as Huber, pseudo-Huber and log-cosh
 * are. In a bin with errors from a to b, of mean m and root mean square r, Jensen's inequality says
 * f(m) <= mean of f <= f(r), and the chord from f(a) to f(b) lies above it too.
 */
export function evenLoss(cells: readonly Cell[], loss: (size: number) => number): Found {
  const w = totalOf(cells, ({ of }) => of['w']!);
  const low = totalOf(cells, cell => endsOf(cell, loss).low);
  const high = totalOf(cells, cell => endsOf(cell, loss).high);
  return between(low / w, high / w);
}

/** Of the sum over one bin. */
function endsOf({ of }: Cell, loss: (size: number) => number): { low: number; high: number } {
  const { w, lo, hi, e, ee } = of as Readonly<Record<'w' | 'lo' | 'hi' | 'e' | 'ee', number>>;
  if (w === 0) return { low: 0, high: 0 };
  const mean = within(Math.abs(e) / w, lo, hi);
  const low = w * loss(mean);
  const rms = within(Math.sqrt(ee / w), lo, hi);
  const chord = hi > lo ? loss(lo) + ((loss(hi) - loss(lo)) * (mean - lo)) / (hi - lo) : loss(hi);
  return { low, high: Math.max(low, w * Math.min(chord, loss(rms))) };
}

/** Rounding may leave the bin by a digit. */
function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function huberOf(delta: number): (size: number) => number {
  return size => (size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta));
}

/** Mean of the Huber loss: exact in bins on one side of delta. */
export function huberLoss(cells: readonly Cell[], delta: number): Found {
  const w = totalOf(cells, ({ of }) => of['w']!);
  const low = totalOf(cells, cell => huberEnds(cell, delta).low);
  const high = totalOf(cells, cell => huberEnds(cell, delta).high);
  return between(low / w, high / w);
}

function huberEnds(cell: Cell, delta: number): { low: number; high: number } {
  const { w, lo, hi, e, ee } = cell.of as Readonly<Record<'w' | 'lo' | 'hi' | 'e' | 'ee', number>>;
  const linear = delta * (Math.abs(e) - 0.5 * delta * w);
  if (hi <= delta) return { low: 0.5 * ee, high: 0.5 * ee };
  return lo >= delta ? { low: linear, high: linear } : endsOf(cell, huberOf(delta));
}

export function pseudoHuberOf(delta: number): (size: number) => number {
  return size => (size * size) / (1 + Math.sqrt(1 + (size / delta) ** 2));
}

/** ln(cosh(x)), by its series where the logarithm would cancel. */
export function logCoshOf(size: number): number {
  const q = size * size;
  if (size < 0.02) return q * (1 / 2 - q * (1 / 12 - q / 45));
  return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
}
