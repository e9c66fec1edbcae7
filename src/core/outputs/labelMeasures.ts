import type { Measured } from '../measures/measured';
import { Sum } from '../statistics/sum';
import type { LabelSets } from './labelSets';

/** What the labels of one row come to; `empty` where it was 0 / 0 and 0 was taken. */
interface RowValue {
  readonly value: number;
  readonly empty?: boolean;
}

/** How many labels of a row, or rows of a label, are true, predicted, and both. */
export interface Overlap {
  readonly both: number;
  readonly predicted: number;
  readonly actual: number;
}

/** Sum(w value) / sum(w) over the rows, with how many of them were 0 / 0. */
export function meanOverRows(
  sets: LabelSets,
  ofRow: (i: number) => RowValue,
  what: string,
): Measured {
  if (sets.n === 0) return { undefined: 'no row has a value in every output' };
  const [sum, weights] = [new Sum(), new Sum()];
  let empty = 0;
  for (let i = 0; i < sets.n; i++) {
    const row = ofRow(i);
    if (row.empty === true) empty++;
    sum.add(sets.weight(i) * row.value);
    weights.add(sets.weight(i));
  }
  const total = weights.value;
  if (!(total > 0)) return { undefined: 'the weights add up to 0' };
  return {
    value: sum.value / total,
    ...(empty > 0 && { note: `${what} for ${empty} of ${sets.n} rows; 0 is taken` }),
  };
}

/** The labels of row `i`. */
export function overlapOfRow(sets: LabelSets, i: number): Overlap {
  let [both, predicted, actual] = [0, 0, 0];
  for (let k = 0; k < sets.labels; k++) {
    const [y, p] = [sets.truth(k, i), sets.predicted(k, i)];
    both += y & p;
    predicted += p;
    actual += y;
  }
  return { both, predicted, actual };
}

/** The rows of every label, by their weights. */
export function overlapOfLabels(sets: LabelSets): readonly Overlap[] {
  return Array.from({ length: sets.labels }, (_, k) => {
    const [both, predicted, actual] = [new Sum(), new Sum(), new Sum()];
    for (let i = 0; i < sets.n; i++) {
      const w = sets.weight(i);
      const [y, p] = [sets.truth(k, i), sets.predicted(k, i)];
      both.add(w * (y & p));
      predicted.add(w * p);
      actual.add(w * y);
    }
    return { both: both.value, predicted: predicted.value, actual: actual.value };
  });
}

export type Share = (overlap: Overlap) => { readonly part: number; readonly whole: number };

/** Precision, recall, F1 and Jaccard of an overlap. */
export const shares: Readonly<Record<'precision' | 'recall' | 'f1' | 'jaccard', Share>> = {
  precision: ({ both, predicted }) => ({ part: both, whole: predicted }),
  recall: ({ both, actual }) => ({ part: both, whole: actual }),
  f1: ({ both, predicted, actual }) => ({ part: 2 * both, whole: predicted + actual }),
  jaccard: ({ both, predicted, actual }) => ({ part: both, whole: predicted + actual - both }),
};

function shareOf({ part, whole }: ReturnType<Share>): RowValue {
  return whole === 0 ? { value: 0, empty: true } : { value: part / whole };
}

/** The share over all rows and labels in one. */
export function micro(share: Share): (sets: LabelSets) => Measured {
  return sets => {
    const all = overlapOfLabels(sets);
    const sum = (pick: (one: Overlap) => number) =>
      all.reduce((total, one) => total + pick(one), 0);
    const { value, empty } = shareOf(
      share({
        both: sum(one => one.both),
        predicted: sum(one => one.predicted),
        actual: sum(one => one.actual),
      }),
    );
    return { value, ...(empty === true && { note: 'it is 0 / 0; 0 is taken' }) };
  };
}

/** The plain mean over the labels. */
export function macro(share: Share): (sets: LabelSets) => Measured {
  return sets => {
    const values = overlapOfLabels(sets).map(one => shareOf(share(one)));
    const value = values.reduce((sum, one) => sum + one.value, 0) / values.length;
    const empty = values.filter(one => one.empty === true).length;
    return {
      value,
      ...(empty > 0 && { note: `0 / 0 for ${empty} of ${values.length} labels; 0 is taken` }),
    };
  };
}

/** The mean over the rows of the share that each has. */
export function samples(share: Share): (sets: LabelSets) => Measured {
  return sets => meanOverRows(sets, i => shareOf(share(overlapOfRow(sets, i))), '0 / 0');
}
