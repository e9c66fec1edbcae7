import { z } from '../statistics/studentT';
import type { Interval } from './wilson';

/**
 * 95 % interval of the difference between two shares of the same n rows, `onlyA` of which count for the first
 * alone and `onlyB` for the second alone: the differences that the score test does not reject.
 * Source: Tango 1998, Statistics in Medicine 17.
 */
export function pairedShares(onlyA: number, onlyB: number, n: number): Interval {
  const difference = (onlyA - onlyB) / n;
  const deviation = (supposed: number) => scoreOf(onlyA, onlyB, n, supposed);
  return {
    low: crossing(-1, difference, supposed => deviation(supposed) > z),
    high: crossing(difference, 1, supposed => deviation(supposed) > -z),
  };
}

/** How far the seen difference lies above a supposed one, in standard errors under that one. */
function scoreOf(onlyA: number, onlyB: number, n: number, supposed: number): number {
  const b = (2 * n - onlyA + onlyB) * supposed - onlyA - onlyB;
  const c = -onlyB * supposed * (1 - supposed);
  const shareB = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
  const variance = n * (2 * shareB + supposed * (1 - supposed));
  const gap = onlyA - onlyB - n * supposed;
  return gap === 0 ? 0 : gap / Math.sqrt(Math.max(0, variance));
}

/** Where a condition that holds at `from` ceases to hold on the way to `to`. */
function crossing(from: number, to: number, holds: (x: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
