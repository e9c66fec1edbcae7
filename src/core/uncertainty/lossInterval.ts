import type { MetricId, Parameters } from '../../shared/metricId';
import { type CommonRows, picked, pickedFill } from '../comparison/commonRows';
import { thinnedModels } from '../comparison/pickedUsable';
import { classWeightsOf } from '../measures/classWeights';
import type { SampleLoss } from '../measures/sampleLoss';
import { sampleFill, sampleLoss } from '../report/perSample';
import type { Usable } from '../samples/usable';
import { type Fill, fillLength } from '../statistics/fill';
import {
  intervalOfClassDifference,
  intervalOfClassLoss,
  intervalOfMean,
  type MeanInterval,
  type MeanOf,
  type UnseenAbout,
} from './meanInterval';
import { type Classified, mostLookedAt, unseenClasses } from './unseenClasses';

/** Unseen rows of all classes together. */
const unseenRows = 1;

/** 95 % interval of a model's mean loss at `samples`, all when null; null when its rows have no such loss. */
export function lossInterval(
  usable: Usable,
  metric: MetricId,
  parameters: Parameters,
  samples: Int32Array | null,
): MeanInterval | null {
  const common = { n: samples?.length ?? usable.n, samples: [samples] };
  const losses = lossesOf(usable, metric, parameters, common, 0);
  if (losses === null) return null;
  if (!isClassified(usable)) return intervalOfMean(losses);
  return intervalOfClassLoss(losses, classRows([usable], common, metric, parameters));
}

/** 95 % interval of the difference between the mean losses of two models over their common rows. */
export function differenceInterval(
  [a, b]: readonly [Usable, Usable],
  common: CommonRows,
  metric: MetricId,
  parameters: Parameters,
): MeanInterval | null {
  const ofA = lossesOf(a, metric, parameters, common, 0);
  const ofB = lossesOf(b, metric, parameters, common, 1);
  if (ofA === null || ofB === null) return null;
  const differences = { ...ofA, values: less(ofA.values, ofB.values) };
  if (!isClassified(a) || !isClassified(b)) return intervalOfMean(differences);
  return intervalOfClassDifference(differences, classRows([a, b], common, metric, parameters));
}

function isClassified(usable: Usable): usable is Classified {
  return usable.task === 'binary' || usable.task === 'multiclass';
}

/** Losses of model m's common samples, and the weights that their mean gives them. */
function lossesOf(
  usable: Usable,
  metric: MetricId,
  parameters: Parameters,
  { n, samples }: CommonRows,
  m: number,
): MeanOf | null {
  const fill = sampleFill(usable, metric, parameters);
  if (fill === null) return null;
  const own = samples[m]!;
  const losses = {
    n,
    values: pickedFill(usable.n, fill, own),
    weight: usable.weight && picked(usable.weight, own),
  };
  const weights = weightsOf(usable, metric, parameters);
  if (weights === null || !isClassified(usable)) return losses;
  const { target } = usable;
  return classWeighted(losses, i => weights[target[own === null ? i : own[i]!]!]!);
}

/** Weights of the classes in the mean of this loss; null where it has none. */
function weightsOf(
  usable: Usable,
  metric: MetricId,
  parameters: Parameters,
): readonly number[] | null {
  if (metric !== 'log_loss' || !isClassified(usable)) return null;
  return classWeightsOf(usable.classes, parameters);
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

function classRows(
  models: readonly Classified[],
  common: CommonRows,
  metric: MetricId,
  parameters: Parameters,
): UnseenAbout {
  const most = Math.max(1, Math.floor(mostLookedAt / models[0]!.classes.length));
  const thinned = thinnedModels(models, common, most) as readonly Classified[];
  const weights = weightsOf(models[0]!, metric, parameters);
  const lossOf = (model: Classified): SampleLoss => {
    const loss = sampleLoss(model, metric, parameters)!;
    return weights === null ? loss : i => loss(i) / weights[model.target[i]!]!;
  };
  return mean => unseenClasses(thinned, lossOf, mean, unseenRows);
}
