import type { ModelReport } from '../../shared/lossReport';
import { metricValue } from '../../shared/lossRows';
import type { MetricId } from '../../shared/metricId';
import { readable } from '../../shared/text';

type Values = (id: MetricId) => number | undefined;
type Meaning = (value: number, others: Values) => string;

const share = (value: number): string => `${readable(value * 100, 3)} %`;

/** What a value says, in the unit of the data. */
const meanings: Readonly<Partial<Record<MetricId, Meaning>>> = {
  mae: (value, others) => {
    const half = others('medae');
    const rest = half === undefined ? '' : `; half of the rows within ${readable(half)}`;
    return `On average ${readable(value)} off${rest}.`;
  },
  medae: value => `Half of the rows are off by ${readable(value)} or less.`,
  rmse: value => `As if every row were ${readable(value)} off, large errors counting more.`,
  mse: value =>
    `The mean of the squared errors; its root, ${readable(Math.sqrt(value))}, is in the unit of the target.`,
  max_error: value => `The worst row is ${readable(value)} off.`,
  mean_error: value =>
    value === 0
      ? 'Too high and too low balance.'
      : `On average ${readable(Math.abs(value))} too ${value > 0 ? 'high' : 'low'}.`,
  r2: value => `${share(value)} of the variance of the targets is explained.`,
  mape: value => `On average ${share(value)} of the true value off.`,
  within_tolerance: value => `${share(value)} of the rows are close enough.`,
  log_loss: value => `As if the true class always got a probability of ${share(Math.exp(-value))}.`,
  perplexity: value => `As unsure as among ${readable(value, 3)} equally likely classes.`,
  accuracy: value => `Right on ${share(value)} of the rows.`,
  zero_one: value => `Wrong on ${share(value)} of the rows.`,
  balanced_accuracy: value => `Right on ${share(value)} of the rows of a class, on average.`,
  precision: value =>
    `Of what is called positive, ${share(value)} is; of several classes the mean.`,
  recall: value => `Of what is positive, ${share(value)} is found; of several classes the mean.`,
  roc_auc: value => `A positive row ranks above a negative one ${share(value)} of the time.`,
  ece: value => `Probabilities and what comes true are ${readable(value * 100, 3)} points apart.`,
  coverage: value => `${share(value)} of the targets lie between the bounds.`,
};

/** What a loss of a model means here; undefined where there is no more to say than its name. */
export function meaningOf(model: ModelReport, id: MetricId): string | undefined {
  const value = metricValue(model, id);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return meanings[id]?.(value, other => metricValue(model, other));
}

const symbols: readonly (readonly [sign: RegExp, text: string])[] = [
  [/<mover[^>]*>\s*<mi>y<\/mi>/, 'y with a hat: the prediction'],
  [/<mi>y<\/mi>/, 'y: the target'],
  [/<mi>e<\/mi>/, 'e: prediction less target'],
  [/<mi>p<\/mi>/, 'p: the probability'],
  [/<mi>w<\/mi>/, 'w: the weight'],
  [/<mi>n<\/mi>/, 'n: the number of rows'],
  [/<mi>K<\/mi>/, 'K: the number of classes'],
];

/** What the signs of a formula stand for. */
export function symbolsOf(mathml: string): string {
  const used = symbols.filter(([sign]) => sign.test(mathml)).map(([, text]) => text);
  return used.length === 0 ? '' : `${used.join(' · ')}.`;
}
