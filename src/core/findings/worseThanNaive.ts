import type { Finding } from '../../shared/lossReport';
import { significant } from '../../shared/text';
import { linesAt } from '../places';
import type { RegressionModelSamples } from '../samples/modelSamples';
import { columnFill } from '../statistics/fill';
import { intervalOfMean } from '../uncertainty/meanInterval';
import type { ModelContext, ModelDetector } from './detector';

const leastRows = 30;

/** Squared errors of a model and of the naive forecast at the samples where both are known, by horizon. */
interface Steps {
  readonly horizon: number;
  readonly samples: readonly number[];
  /** Mean of the model's squared error less the naive one's. */
  readonly difference: number;
}

/** The horizon from which on a forecast is worse than the naive one. */
export const worseThanNaive: ModelDetector = context => {
  const { model } = context;
  if (model.task !== 'regression' || model.forecast === undefined) return null;
  const steps = stepsOf(model);
  let first = steps.length;
  while (first > 0 && steps[first - 1]!.difference > 0) first -= 1;
  const worse = steps.slice(first);
  const samples = worse.flatMap(one => one.samples).sort((a, b) => a - b);
  if (samples.length < leastRows) return null;
  const differences = Float64Array.from(samples, i => beyondNaive(model, i));
  const weight = model.weight && Float64Array.from(samples, i => model.weight![i]!);
  const interval = intervalOfMean({
    n: samples.length,
    values: columnFill(differences),
    weight,
  });
  if ('none' in interval || !(interval.low > 0)) return null;
  return finding(context, model, steps, first, samples, interval);
};

function beyondNaive(model: RegressionModelSamples, i: number): number {
  const target = model.target[i]!;
  return (model.prediction[i]! - target) ** 2 - (model.forecast!.naive[i]! - target) ** 2;
}

function stepsOf(model: RegressionModelSamples): readonly Steps[] {
  const { horizon, naive } = model.forecast!;
  const byHorizon = new Map<number, number[]>();
  for (let i = 0; i < model.n; i++) {
    if (!Number.isFinite(naive[i]!)) continue;
    const own = byHorizon.get(horizon[i]!);
    if (own === undefined) byHorizon.set(horizon[i]!, [i]);
    else own.push(i);
  }
  return [...byHorizon]
    .sort(([a], [b]) => a - b)
    .map(([step, samples]) => ({
      horizon: step,
      samples,
      difference: samples.reduce((sum, i) => sum + beyondNaive(model, i), 0) / samples.length,
    }));
}

function finding(
  { data, title }: ModelContext,
  model: RegressionModelSamples,
  steps: readonly Steps[],
  first: number,
  samples: readonly number[],
  { low, high }: { readonly low: number; readonly high: number },
): Finding {
  const mean = (of: (i: number) => number) =>
    samples.reduce((sum, i) => sum + of(i), 0) / samples.length;
  const loss = mean(i => (model.prediction[i]! - model.target[i]!) ** 2);
  const naive = mean(i => (model.forecast!.naive[i]! - model.target[i]!) ** 2);
  const from = steps[first]!.horizon;
  const { season } = model.forecast!;
  const rival = season === 1 ? 'the last known value' : `the value of the last season of ${season}`;
  const where = first === 0 ? 'At every horizon' : `From horizon ${from} on`;
  const lines = linesAt(data, model, samples);
  return {
    id: 'worse-than-naive',
    text: `${where}, ${title} is worse than the naive forecast, ${rival}: mean squared error ${significant(loss, 4)} against ${significant(naive, 4)} over ${samples.length} rows (95 % interval of the difference ${significant(low, 3)} to ${significant(high, 3)}).`,
    evidence: { model: title, horizon: from, rows: samples.length, loss, naive, low, high },
    weight: 0.75,
    lines,
  };
}
