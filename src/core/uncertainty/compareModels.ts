import type { Comparison } from '../../shared/lossReport';
import type { MetricId, Parameters } from '../../shared/metricId';
import { significant } from '../../shared/text';
import { definitionOf } from '../catalogue/catalogue';
import { type CommonRows, commonRows } from '../comparison/commonRows';
import { judged } from '../comparison/judged';
import { rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { type Fill, fillLength, sumOfFilled, weighted } from '../statistics/fill';
import { effectiveRows } from './effectiveRows';
import { differenceInterval, minOfOthers } from './lossInterval';
import { mcNemar } from './mcNemar';
import { type FewRows, minRows } from './meanInterval';
import { pairedShares } from './pairedShares';

/** Beyond so many models each is compared with the first of its split alone. */
const maxPaired = 12;

/** Whether the rows can tell each pair of models apart; pairs within one split, over the rows both have. */
export function compareModels(
  models: readonly ModelSamples[],
  parameters: Parameters,
): readonly Comparison[] {
  const found: Comparison[] = [];
  models.forEach((a, index) => {
    if (models.length > maxPaired && models.findIndex(({ split }) => split === a.split) < index)
      return;
    for (const b of models.slice(index + 1)) {
      if (a.split === b.split && a.task === b.task) found.push(...compare([a, b], parameters));
    }
  });
  return found;
}

/** Two models of one task on rows that both have. */
export type Pair = readonly [ModelSamples, ModelSamples];

function compare(pair: Pair, parameters: Parameters): readonly Comparison[] {
  const common = commonRows(pair);
  if (common.n < 2) return [];
  const metric = rankingMetric(pair[0]);
  const isRanked = metric === rankingMetric(pair[1]) && metric !== 'zero_one';
  const found = [
    isRanked ? byLoss(pair, common, metric, parameters) : null,
    byAccuracy(pair, common, parameters),
  ];
  return found.filter(comparison => comparison !== null);
}

/** By accuracy, or by a mean loss of the rows, first minus second; null where the two do not both have it. */
export function compareBy(
  pair: Pair,
  common: CommonRows,
  metric: MetricId,
  parameters: Parameters,
): Comparison | null {
  return metric === 'accuracy'
    ? byAccuracy(pair, common, parameters)
    : byLoss(pair, common, metric, parameters);
}

function byLoss(
  pair: Pair,
  common: CommonRows,
  metric: MetricId,
  parameters: Parameters,
): Comparison | null {
  const interval = differenceInterval(pair, common, metric, parameters);
  if (interval === null || !Number.isFinite(interval.mean)) return null;
  const base = comparisonOf(pair, metric, interval.mean, common.n);
  if ('none' in interval)
    return interval.none === 'too few rows' ? tooFew(base, interval.few) : null;
  return saidOf({ ...base, low: interval.low, high: interval.high }, '');
}

/** By the rows that exactly one of the two gets right; with weights as if by their equivalent of equal rows. */
function byAccuracy(pair: Pair, common: CommonRows, parameters: Parameters): Comparison | null {
  const [a, b] = pair.map((model, m) =>
    'predicted' in model ? judged(model, 'zero_one', parameters, common.samples[m]!) : null,
  );
  if (!a || !b) return null;
  const { n } = common;
  const rows = effectiveRows(n, a.weight);
  const perWeight = rows / sumOfFilled(n, weighted(one, a.weight));
  const onlyA = perWeight * weightOnly(n, a.right, b.right, a.weight);
  const onlyB = perWeight * weightOnly(n, b.right, a.right, a.weight);
  const base = comparisonOf(pair, 'accuracy', (onlyA - onlyB) / rows, n);
  if (rows < minRows) return tooFew(base);
  const test = `, McNemar p = ${significant(mcNemar(onlyA, onlyB), 2)}`;
  return saidOf({ ...base, ...pairedShares(onlyA, onlyB, rows) }, test);
}

const one: Fill = (_, out) => out.fill(1);

function comparisonOf([a, b]: Pair, metric: MetricId, difference: number, n: number) {
  return { models: [a.name, b.name] as const, split: a.split, metric, difference, n };
}

type Base = ReturnType<typeof comparisonOf>;

/** What a text says of the rows that are too few. */
const fewTexts: Readonly<Record<FewRows | 'all', (n: number) => string>> = {
  all: n => `n = ${n} are too few rows to tell`,
  unlike: n => `Fewer than ${minRows} of n = ${n} rows have unlike losses, too few to tell`,
  rare: n =>
    `Fewer than ${minOfOthers} of n = ${n} rows are not of the commonest class, too few to tell`,
};

function tooFew(base: Base, few: FewRows | 'all' = 'all'): Comparison {
  const [a, b] = base.models;
  const text = `${fewTexts[few](base.n)} the ${nameOf(base.metric)} of ${a} and ${b} apart.`;
  return { ...base, low: null, high: null, text };
}

function saidOf(
  base: Base & { readonly low: number; readonly high: number },
  test: string,
): Comparison {
  const { n, models, metric, low, high, difference } = base;
  const range = `95 % interval of the difference ${significant(low, 3)} to ${significant(high, 3)}${test}`;
  if (low <= 0 && high >= 0) {
    const text = `n = ${n} cannot separate the ${nameOf(metric)} of ${models[0]} and ${models[1]} (${range}).`;
    return { ...base, text };
  }
  const [less, more] = difference < 0 ? models : [models[1], models[0]];
  const [which, first, second] =
    definitionOf(metric).direction === 'lower' ? ['lower', less, more] : ['higher', more, less];
  const text = `${first} has a ${which} ${nameOf(metric)} than ${second} (${range}, n = ${n}).`;
  return { ...base, text };
}

function nameOf(metric: MetricId): string {
  return definitionOf(metric).name.toLowerCase();
}

/** Weight of the rows that have 1 in the first and 0 in the second. */
function weightOnly(
  n: number,
  first: Fill,
  second: Fill,
  weight: Float64Array | undefined,
): number {
  const room = new Float64Array(fillLength);
  const only: Fill = (from, out) => {
    const others = room.subarray(0, out.length);
    first(from, out);
    second(from, others);
    for (let i = 0; i < out.length; i++) out[i]! *= 1 - others[i]!;
  };
  return sumOfFilled(n, weighted(only, weight));
}
