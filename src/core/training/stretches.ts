import type { History, Series } from './history';

/** Index from which all values fulfil a condition to the end; the length where the last one does not. */
export function stretchToEnd(values: Float64Array, fulfils: (value: number) => boolean): number {
  let first = values.length;
  while (first > 0 && fulfils(values[first - 1]!)) first -= 1;
  return first;
}

/** Index from which a series is not finite to the end; its length where it ends in a finite value. */
export function brokenStretch({ values }: Series): number {
  return stretchToEnd(values, value => !Number.isFinite(value));
}

/** Another series that was finite before a row and is not from about there to the end, twice or more. */
export function lostCompanion(history: History, series: Series, row: number): Series | undefined {
  return history.series.find(one => {
    if (one === series) return false;
    const from = brokenStretch(one);
    if (from === 0 || one.values.length - from < 2) return false;
    return one.rows[from]! <= row + 1 && one.rows.at(-1)! >= row + 1;
  });
}
