import { ownParameters } from '../../core/catalogue/ownParameters';
import { type LossRanking, rankingOfGroups, rankingPass } from '../../core/fastPaths/lossRanking';
import { keyOf } from '../../core/fastPaths/sketch/keys';
import { costliest, sketch } from '../../core/fastPaths/sketch/sketch';
import { LatestMemo } from '../../core/memo/latestMemo';
import { memoOf } from '../../core/memo/memoOf';
import { perSampleLoss, sampleFill } from '../../core/report/perSample';
import type { ModelSamples } from '../../core/samples/modelSamples';
import { type Fill, weigh } from '../../core/statistics/fill';
import { topOfFilled } from '../../core/statistics/topOf';
import type { MetricId, Parameters } from '../../shared/metricId';

/** What the samples of a model cost under one loss, weighted; infinite losses count as 0. */
export interface Costs {
  readonly ranking: LossRanking;
  /** Samples whose loss is infinite. */
  readonly infinite: number;
  /** Samples with the largest costs, costliest first, and these costs. */
  readonly top: Int32Array;
  readonly topCosts: Float64Array;
}

const maxTop = 500;

/** Kept until another parameter of the loss is asked for. */
export function costsOf(model: ModelSamples, metric: MetricId, parameters: Parameters): Costs {
  return memoOf(model)
    .get(`costs under ${metric}`, () => new LatestMemo<Costs>())
    .get(
      ownParameters(metric, parameters),
      () => costsOfParts(model, metric, parameters) ?? costsOfAll(model, metric, parameters),
    );
}

/** The weighted losses of the samples. */
export function costFill(model: ModelSamples, metric: MetricId, parameters: Parameters): Fill {
  const losses = sampleFill(model, metric, parameters)!;
  return (from, out) => {
    losses(from, out);
    if (model.weight !== undefined) weigh(out, model.weight, from);
    for (let i = 0; i < out.length; i++) out[i] = finite(out[i]!);
  };
}

function finite(loss: number): number {
  return Number.isFinite(loss) ? loss : 0;
}

/** From the stand-in of a model without weights, where the costliest are at the ends of its key. */
function costsOfParts(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): Costs | undefined {
  const part = sketch(model, metric, parameters);
  const key = keyOf(model, metric, parameters);
  if (part === model || key === undefined || model.weight !== undefined) return undefined;
  const top = Int32Array.from(costliest(model, key, metric, parameters, maxTop));
  const topCosts = valuesAt(top, sampleFill(model, metric, parameters)!);
  if (top.length < maxTop || !topCosts.every(Number.isFinite)) return undefined;
  return {
    ...rankingOfPairs(part.weight!, perSampleLoss(part, metric, parameters)!),
    top,
    topCosts,
  };
}

/** Two samples of a stand-in, one after the other, are a group of equal weights. */
function rankingOfPairs(
  weight: Float64Array,
  losses: Float64Array,
): Pick<Costs, 'ranking' | 'infinite'> {
  const counts = new Float64Array(losses.length / 2);
  const sums = new Float64Array(counts.length);
  let infinite = 0;
  for (let pair = 0; pair < counts.length; pair++) {
    counts[pair] = 2 * weight[2 * pair]!;
    const sum = weight[2 * pair]! * (losses[2 * pair]! + losses[2 * pair + 1]!);
    sums[pair] = finite(sum);
    infinite += Number.isFinite(sum) ? 0 : counts[pair]!;
  }
  return { ranking: rankingOfGroups(counts, sums), infinite };
}

function costsOfAll(model: ModelSamples, metric: MetricId, parameters: Parameters): Costs {
  const losses = sampleFill(model, metric, parameters)!;
  const pass = rankingPass(model.n);
  let infinite = 0;
  const counted: Fill = (from, out) => {
    losses(from, out);
    if (model.weight !== undefined) weigh(out, model.weight, from);
    for (let i = 0; i < out.length; i++) infinite += Number(!Number.isFinite(out[i]!));
    for (let i = 0; i < out.length; i++) out[i] = finite(out[i]!);
    pass.add(out);
  };
  const top = Int32Array.from(topOfFilled(model.n, maxTop, counted));
  return {
    ranking: pass.ranking(),
    infinite,
    top,
    topCosts: valuesAt(top, costFill(model, metric, parameters)),
  };
}

function valuesAt(samples: Int32Array, fill: Fill): Float64Array {
  const values = new Float64Array(samples.length);
  for (const [place, i] of samples.entries()) fill(i, values.subarray(place, place + 1));
  return values;
}
