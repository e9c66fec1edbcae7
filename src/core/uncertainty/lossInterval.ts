import type { MetricId, Parameters } from '../../shared/metricId';
import { type CommonRows, picked, pickedFill } from '../comparison/commonRows';
import { thinnedModels } from '../comparison/pickedSamples';
import { classWeightsOf } from '../measures/classWeights';
import type { SampleLoss } from '../measures/sampleLoss';
import { sampleFill, sampleLoss } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { type Fill, fillLength } from '../statistics/fill';
import { intervalOfDifference, unseenInTail } from './differenceOfMeans';
import {
  intervalOfClassLoss,
  intervalOfMean,
  type MeanInterval,
  type MeanOf,
  type UnseenAbout,
} from './meanInterval';
import { meanMoments } from './meanMoments';
import { type Classified, rowsLookedAt, unseenClasses } from './unseenClasses';

/** With fewer rows than this outside the commonest class, what the others cost is not known at all. */
export const minOfOthers = 3;
/** Unseen rows of all classes together: for a mean loss, and for a difference of two. */
const unseenRows = { mean: 1, difference: 1.5 };

/** 95 % interval of a model's mean loss at `samples`, all when null; null when its rows have no such loss. */
export function lossInterval(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
  samples: Int32Array | null,
): MeanInterval | null {
  const common = { n: samples?.length ?? model.n, samples: [samples] };
  const losses = lossesOf(model, metric, parameters, common, 0);
  if (losses === null) return null;
  if (!isClassified(model)) return intervalOfMean(losses);
  return intervalOfClassLoss(
    losses,
    classRows([model], common, metric, parameters, unseenRows.mean),
  );
}

/** 95 % interval of the difference between the mean losses of two models over their common rows. */
export function differenceInterval(
  [a, b]: readonly [ModelSamples, ModelSamples],
  common: CommonRows,
  metric: MetricId,
  parameters: Parameters,
): MeanInterval | null {
  const ofA = lossesOf(a, metric, parameters, common, 0);
  const ofB = lossesOf(b, metric, parameters, common, 1);
  if (ofA === null || ofB === null) return null;
  const differences = { ...ofA, values: less(ofA.values, ofB.values) };
  if (!isClassified(a) || !isClassified(b)) return intervalOfDifference(differences, unseenInTail);
  if (besidesCommonest(a, common) < minOfOthers) {
    const { mean, nonzero } = meanMoments(common.n, differences.values, differences.weight);
    if (nonzero > 0) return { mean, none: 'too few rows', few: 'rare' };
  }
  const unseen = classRows([a, b], common, metric, parameters, unseenRows.difference);
  return intervalOfDifference(differences, (_, mean, part) => ({
    low: unseen(mean, part),
    high: unseen(mean, part),
  }));
}

function isClassified(model: ModelSamples): model is Classified {
  return model.task === 'binary' || model.task === 'multiclass';
}

/** Losses of model m's common samples, and the weights that their mean gives them. */
function lossesOf(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
  { n, samples }: CommonRows,
  m: number,
): MeanOf | null {
  const fill = sampleFill(model, metric, parameters);
  if (fill === null) return null;
  const own = samples[m]!;
  const losses = {
    n,
    values: pickedFill(model.n, fill, own),
    weight: model.weight && picked(model.weight, own),
  };
  const weights = weightsOf(model, metric, parameters);
  if (weights === null || !isClassified(model)) return losses;
  const { target } = model;
  return classWeighted(losses, i => weights[target[own === null ? i : own[i]!]!]!);
}

/** Weights of the classes in the mean of this loss; null where it has none. */
function weightsOf(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): readonly number[] | null {
  if (metric !== 'log_loss' || !isClassified(model)) return null;
  return classWeightsOf(model.classes, parameters);
}

/** A mean that is divided by the weights of the true classes is one of losses without them, so weighted. */
function classWeighted({ n, values, weight }: MeanOf, weightOf: (i: number) => number): MeanOf {
  return {
    n,
    values: (from, out) => {
      values(from, out);
      for (let i = 0; i < out.length; i++) out[i]! /= weightOf(from + i);
    },
    weight: Float64Array.from({ length: n }, (_, i) => (weight?.[i] ?? 1) * weightOf(i)),
  };
}

function less(first: Fill, second: Fill): Fill {
  const room = new Float64Array(fillLength);
  return (from, out) => {
    const others = room.subarray(0, out.length);
    first(from, out);
    second(from, others);
    for (let i = 0; i < out.length; i++) out[i]! -= others[i]!;
  };
}

/** Common rows that are not of the class that most of them are of. */
function besidesCommonest({ target, classes }: Classified, { n, samples }: CommonRows): number {
  const counts = new Float64Array(classes.length);
  const own = samples[0]!;
  for (let i = 0; i < n; i++) counts[target[own === null ? i : own[i]!]!]! += 1;
  return n - Math.max(...counts);
}

function classRows(
  models: readonly Classified[],
  common: CommonRows,
  metric: MetricId,
  parameters: Parameters,
  rows: number,
): UnseenAbout {
  const most = rowsLookedAt(models[0]!.classes.length);
  const thinned = thinnedModels(models, common, most) as readonly Classified[];
  const weights = weightsOf(models[0]!, metric, parameters);
  const lossOf = (model: Classified): SampleLoss => {
    const loss = sampleLoss(model, metric, parameters)!;
    return weights === null ? loss : i => loss(i) / weights[model.target[i]!]!;
  };
  return (mean, part) => unseenClasses(thinned, lossOf, mean, rows, part);
}
