import { type ErrorView, errorView } from '../measures/errorView';
import { errorMoments, targetMoments } from '../measures/targetMoments';
import { totalWeight } from '../measures/totalWeight';
import { Memo } from '../memo/memo';
import type { ErrorsModelSamples, RegressionModelSamples } from '../samples/modelSamples';
import { extent } from '../statistics/extent';
import { sumOf } from '../statistics/sum';
import type { Quantity } from './quantity';
import { inSteps, type Steps } from './steps';

/** What other libraries print for numbers, beside the catalogue's own values. */
export function numberQuantities(
  model: RegressionModelSamples | ErrorsModelSamples,
): Steps<readonly Quantity[]> {
  const view = errorView(model, () => null);
  const spread = (): readonly Quantity[] => [
    {
      text: 'Standard deviation of the errors',
      value: Math.sqrt(errorMoments(view).spread / totalWeight(view)),
      kind: 'score',
      cost: 1,
    },
  ];
  return inSteps(model.task === 'errors' ? [spread] : [spread, ...ofTargets(model, view)]);
}

type RowLoss = (prediction: number, target: number) => number;

/** Means over the rows that differ from the catalogue's by a clip or a convention. */
const rowLosses: readonly (Omit<Quantity, 'value'> & { readonly loss: RowLoss })[] = [
  {
    text: 'scikit-learn mean_absolute_percentage_error, zero targets divided by 2.2e-16',
    kind: 'mean',
    cost: 0,
    loss: (p, y) => Math.abs(p - y) / Math.max(Math.abs(y), Number.EPSILON),
  },
  {
    text: 'Keras MeanAbsolutePercentageError (percent, targets raised to 1e-7)',
    kind: 'mean',
    cost: 0,
    loss: (p, y) => (100 * Math.abs(p - y)) / Math.max(Math.abs(y), 1e-7),
  },
  {
    text: 'torchmetrics MeanAbsolutePercentageError (targets raised to 1.17e-6)',
    kind: 'mean',
    cost: 1,
    loss: (p, y) => Math.abs(p - y) / Math.max(Math.abs(y), 1.17e-6),
  },
  {
    text: 'Percentage error relative to the prediction instead of the target',
    kind: 'mean',
    cost: 2,
    loss: (p, y) => Math.abs(p - y) / Math.max(Math.abs(p), Number.EPSILON),
  },
  {
    text: 'Mean percentage error, signed',
    kind: 'mean',
    cost: 2,
    loss: (p, y) => (p - y) / y,
  },
  {
    text: 'Symmetric percentage error of range 0 to 1',
    kind: 'mean',
    cost: 1,
    loss: (p, y) => (p === y ? 0 : Math.abs(p - y) / (Math.abs(p) + Math.abs(y))),
  },
  {
    text: 'Keras Poisson (no deviance: prediction - target ln prediction)',
    kind: 'mean',
    cost: 1,
    loss: (p, y) => p - y * Math.log(p + 1e-7),
  },
  {
    text: 'PyTorch PoissonNLLLoss with its default log_input=True',
    kind: 'mean',
    cost: 1,
    loss: (p, y) => Math.exp(p) - y * p,
  },
  {
    text: 'Keras MeanSquaredLogarithmicError (negative values raised to 1e-7)',
    kind: 'squares',
    cost: 1,
    loss: (p, y) => (Math.log1p(Math.max(p, 1e-7)) - Math.log1p(Math.max(y, 1e-7))) ** 2,
  },
  {
    text: 'Huber loss of scikit-learn HuberRegressor (epsilon 1.35)',
    kind: 'mean',
    cost: 2,
    loss: (p, y) => {
      const size = Math.abs(p - y);
      return size <= 1.35 ? 0.5 * size * size : 1.35 * (size - 0.675);
    },
  },
];

function ofTargets(
  model: RegressionModelSamples,
  view: ErrorView,
): readonly (() => readonly Quantity[])[] {
  const { n, target, prediction, weight } = model;
  const total = totalWeight(view);
  const mean = (term: (i: number) => number) =>
    sumOf(n, weight === undefined ? term : i => weight[i]! * term(i)) / total;
  const byRow = rowLosses.map(({ loss, ...quantity }) => () => [
    { ...quantity, value: mean(i => loss(prediction[i]!, target[i]!)) },
  ]);
  return [...byRow, () => ofMoments(view, total)].map(
    part => () => part().filter(({ value }) => Number.isFinite(value)),
  );
}

function rangeOf({ n, target, targetMask }: ErrorView): number {
  const [low, high] = extent(targetMask === 0 ? target : target.subarray(0, n));
  return high - low;
}

function ofMoments(view: ErrorView, total: number): readonly Quantity[] {
  const y = targetMoments(view);
  const e = errorMoments(view);
  const p = targetMoments({
    ...view,
    target: view.prediction,
    memo: new Memo(),
    ofTargets: new Memo(),
  });
  const variance = (moments: { spread: number }) => moments.spread / total;
  const mse = variance(e) + e.mean * e.mean;
  const covariance = (variance(y) + variance(p) - variance(e)) / 2;
  const correlation = covariance / Math.sqrt(variance(y) * variance(p));
  const score = (text: string, value: number, cost: number): Quantity => ({
    text,
    value,
    cost,
    kind: 'score',
  });
  return [
    score('Pearson correlation of targets and predictions', correlation, 1),
    score('Squared Pearson correlation, printed as R2', correlation ** 2, 1),
    score('RMSE divided by the mean of the targets', Math.sqrt(mse) / y.mean, 2),
    score('RMSE divided by their standard deviation', Math.sqrt(mse / variance(y)), 2),
    score('RMSE divided by their range', Math.sqrt(mse) / rangeOf(view), 2),
    score('MSE divided by their variance, 1 - R2', mse / variance(y), 2),
    {
      text: 'Mean squared error of all pairs: shapes (n,) and (n, 1) were broadcast to an n by n table',
      value: variance(y) + variance(p) + e.mean * e.mean,
      kind: 'squares',
      cost: 1,
    },
  ];
}
