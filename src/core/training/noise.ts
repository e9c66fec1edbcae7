import { medianOf } from '../statistics/quantileOfSorted';

/** Standard deviation of a difference of order 1, 2, 3, 4 of noise with deviation 1: sqrt(C(2k, k)). */
const growth = [Math.sqrt(2), Math.sqrt(6), Math.sqrt(20), Math.sqrt(70)];
const orders = [2, 3, 4];
/** With fewer differences than this their median says little. */
const minDifferences = 3;

/**
 * Standard deviation of the noise on a curve, from its differences of order 2, 3 and 4, which a smooth course
 * hardly touches: the smallest of 1.4826 median |difference| / sqrt(C(2k, k)). A bend adds to the lower orders
 * and hardly to the higher ones, so a short smooth curve is not taken for a noisy one. Never below what the
 * printed digits hide. NaN below 5 points.
 */
export function noiseOf(y: Float64Array): number {
  let least = Number.NaN;
  let differences = differencesOf(y);
  for (const order of orders) {
    differences = differencesOf(differences);
    if (differences.length < minDifferences) break;
    const scale = (1.4826 * medianOf(differences.map(Math.abs))) / growth[order - 1]!;
    if (!(scale >= least)) least = scale;
  }
  return Number.isNaN(least) ? least : Math.max(least, roundingOf(y));
}

function differencesOf(values: Float64Array): Float64Array {
  const differences = new Float64Array(Math.max(values.length - 1, 0));
  for (let i = 0; i < differences.length; i++) differences[i] = values[i + 1]! - values[i]!;
  return differences;
}

const maxDecimals = 9;

/** The last decimal place in which any of the values has a digit: 0.01 for 0.5, 0.25 and 1. */
export function resolutionOf(y: Float64Array): number {
  let decimals = 0;
  for (const value of y) {
    while (decimals < maxDecimals && !isWhole(value * 10 ** decimals)) decimals += 1;
  }
  return decimals === maxDecimals ? 0 : 10 ** -decimals;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** Standard deviation of an error of rounding: resolution / sqrt(12). */
function roundingOf(y: Float64Array): number {
  return resolutionOf(y) / Math.sqrt(12);
}

/** A straight line through `y[from]` to the end. */
export interface LineFit {
  /** Change from the first to the last point of the line. */
  readonly change: number;
  /** Standard deviation of the points around the line; NaN below 3 points. */
  readonly scatter: number;
  /** sqrt(sum (i - mean i)^2): the change has the standard error noise (n - 1) / spread. */
  readonly spread: number;
  readonly points: number;
  /**
   * By how much noise that remembers makes errors larger: sqrt((1 + r) / (1 - r)) with the correlation r of
   * each residual with the one before (Bartlett 1946); 1 for fewer than a dozen points.
   */
  readonly memory: number;
}

/** Least squares of `y[from]` to the end over its index; at least two values. */
export function fitLine(y: Float64Array, from: number): LineFit {
  const n = y.length - from;
  const middle = (n - 1) / 2;
  let sum = 0;
  for (let i = from; i < y.length; i++) sum += y[i]!;
  const mean = sum / n;
  let covariance = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    covariance += (i - middle) * (y[from + i]! - mean);
    squares += (y[from + i]! - mean) ** 2;
  }
  const variance = (n * (n * n - 1)) / 12;
  const rest = Math.max(squares - covariance ** 2 / variance, 0);
  return {
    change: (covariance / variance) * (n - 1),
    scatter: n < 3 ? Number.NaN : Math.sqrt(rest / (n - 2)),
    spread: Math.sqrt(variance),
    points: n,
    memory: memoryOf(y, from, mean, covariance / variance),
  };
}

const enoughForMemory = 12;
const maxCorrelation = 0.8;

function memoryOf(y: Float64Array, from: number, mean: number, slope: number): number {
  const n = y.length - from;
  if (n < enoughForMemory) return 1;
  const residual = (i: number): number => y[from + i]! - mean - slope * (i - (n - 1) / 2);
  let squares = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    squares += residual(i) ** 2;
    if (i > 0) products += residual(i) * residual(i - 1);
  }
  const correlation = squares === 0 ? 0 : Math.min(Math.max(products / squares, 0), maxCorrelation);
  return Math.sqrt((1 + correlation) / (1 - correlation));
}
