import type { QuantityKind } from '../catalogue/metricDefinition';

/** A number that some library prints for the rows, before a further change of scale or reduction. */
export interface Quantity {
  readonly text: string;
  readonly value: number;
  /** What can still be done to it. */
  readonly kind: QuantityKind;
  /** How far-fetched it is: 0 for what a library prints by default. */
  readonly cost: number;
  /** What it is a variant of: of variants that give the number alike only the least far-fetched is told. */
  readonly family?: string;
}

/** Rows the value was reduced over. */
export interface Reduction {
  readonly n: number;
  readonly totalWeight: number;
  /** Rows whose weight is not zero. */
  readonly nonZero: number;
  /** Data rows of the source, those that were left out included. */
  readonly allRows: number;
}

export interface Change {
  readonly text: string;
  readonly cost: number;
  readonly apply: (value: number, reduction: Reduction) => number;
}

const negated: Change = {
  text: 'negated, as scikit-learn scorers do',
  cost: 2,
  apply: value => -value,
};
const percent: Change = { text: 'in percent', cost: 1, apply: value => 100 * value };
const oneMinus: Change = { text: 'subtracted from 1', cost: 2, apply: value => 1 - value };
const summed: Change = {
  text: 'summed over the rows (reduction="sum")',
  cost: 1,
  apply: (value, { totalWeight }) => value * totalWeight,
};
const kerasWeights: Change = {
  text: 'with Keras weights: the weighted sum divided by the number of rows',
  cost: 1,
  apply: (value, { n, totalWeight }) => (value * totalWeight) / n,
};
const oldKerasWeights: Change = {
  text: 'with the weighted sum divided by the number of rows whose weight is not zero (Keras 2)',
  cost: 2,
  apply: (value, { nonZero, totalWeight }) => (value * totalWeight) / nonZero,
};
const overAllRows: Change = {
  text: 'with the sum divided by the number of all rows, those that were left out included',
  cost: 2,
  apply: (value, { n, allRows }) => (value * n) / Math.max(n, allRows),
};
const halved: Change = {
  text: 'halved (as optax l2_loss and many training objectives)',
  cost: 2,
  apply: value => value / 2,
};
const rooted: Change = { text: 'square root of it', cost: 2, apply: Math.sqrt };
const unbiased: Change = {
  text: 'divided by n - 1 instead of n',
  cost: 3,
  apply: (value, { n }) => (value * n) / (n - 1),
};
const rootedUnbiased: Change = {
  text: 'divided by n - 1 and rooted',
  cost: 4,
  apply: (value, { n }) => Math.sqrt((value * n) / (n - 1)),
};
const bits: Change = { text: 'in bits (logarithm to base 2)', cost: 1, apply: x => x / Math.LN2 };
const decimal: Change = {
  text: 'with the logarithm to base 10',
  cost: 2,
  apply: value => value / Math.LN10,
};
const exponential: Change = { text: 'exponential of it', cost: 2, apply: Math.exp };
const likelihood: Change = {
  text: 'geometric mean of the probabilities, e^-loss',
  cost: 3,
  apply: value => Math.exp(-value),
};
const kept: Change = { text: '', cost: 0, apply: value => value };

const weighted = [kerasWeights, oldKerasWeights];

/** What can be done to each kind of quantity, the plain value first. */
export const changes: Readonly<Record<QuantityKind, readonly Change[]>> = {
  score: [kept, percent, oneMinus, negated],
  share: [kept, percent, oneMinus, summed, ...weighted, overAllRows, negated],
  mean: [kept, summed, ...weighted, overAllRows, halved, percent, oneMinus, negated],
  squares: [
    kept,
    summed,
    ...weighted,
    overAllRows,
    halved,
    rooted,
    unbiased,
    rootedUnbiased,
    negated,
  ],
  log: [
    kept,
    summed,
    ...weighted,
    overAllRows,
    bits,
    decimal,
    exponential,
    likelihood,
    halved,
    negated,
  ],
  sum: [kept, halved, negated],
};
