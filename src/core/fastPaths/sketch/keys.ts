import type { MetricId, Parameters } from '../../../shared/metricId';
import { definitionOf } from '../../catalogue/catalogue';
import { dependsOnError } from '../../catalogue/errorLosses';
import { errorView } from '../../measures/errorView';
import { logSumExp } from '../../measures/logistic';
import { errorFill } from '../../measures/lossFill';
import type {
  BinaryModelSamples,
  ModelSamples,
  MulticlassModelSamples,
} from '../../samples/modelSamples';
import { columnFill, type Fill } from '../../statistics/fill';

/**
 * The one number of a sample that losses are curves over: the error; the probability p of the true class, as
 * -1/p up to 1/2 and as 1/(1 - p) above, so that both ends keep their digits; the margin, positive when right.
 */
export type Key = 'error' | 'probability' | 'margin';

/** The number that decides about the loss of a sample; undefined when it takes more than one. */
export function keyOf(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): Key | undefined {
  const definition = definitionOf(metric);
  if (model.task === 'regression' || model.task === 'errors')
    return dependsOnError(metric) ? 'error' : undefined;
  if (definition.measures !== 'classes' || definition.sample === null) return undefined;
  const decisive = definition.sample.dependsOn({ task: model.task, parameters });
  if (decisive === 'margin') return 'margin';
  return decisive === 'probability' ? ofProbability(model) : undefined;
}

function ofProbability(model: BinaryModelSamples | MulticlassModelSamples): Key | undefined {
  const { probability, scores } =
    model.task === 'binary'
      ? { probability: model.probability, scores: model.marginIsLogit && model.margin }
      : { probability: model.probabilities, scores: model.logits };
  if (probability !== undefined) return 'probability';
  return scores ? 'margin' : undefined;
}

/** The keys of a model's samples. */
export function keyFill(model: ModelSamples, key: Key): Fill {
  if (model.task === 'errors') return columnFill(model.error);
  if (model.task === 'regression') return errorFill(errorView(model, () => null));
  if (model.task === 'binary') {
    const { probability, margin, target } = model;
    return key === 'probability'
      ? (from, out) => stretchedTruths(probability!, target, from, out)
      : (from, out) => marginsOfTruth(margin!, target, from, out);
  }
  const { probabilities, logits, target } = model;
  return key === 'probability'
    ? (from, out) => stretchedOf(probabilities!, target, from, out)
    : (from, out) => logitsOfTruth(logits!, target, from, out);
}

/** -1/p of the true class up to 1/2, 1/(1 - p) above, of the probability of class 1; no branch depends on the data. */
export function stretchedTruths(
  p: Float64Array,
  target: Int32Array | Uint8Array,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = (2 * target[from + i]! - 1) * stretched(p[from + i]!);
  }
}

/** -1/p up to 1/2, 1/(1 - p) above. */
function stretched(p: number): number {
  const sign = 2 * Number(p > 0.5) - 1;
  return sign / (Number(p > 0.5) - sign * p);
}

function marginsOfTruth(
  margin: Float64Array,
  target: Int32Array,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) out[i] = (2 * target[from + i]! - 1) * margin[from + i]!;
}

function stretchedOf(
  columns: readonly Float64Array[],
  target: Int32Array,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) out[i] = stretched(columns[target[from + i]!]![from + i]!);
}

/** The logit of the true class's probability: of c = -ln p it is -(c + ln(1 - e^-c)). */
function logitsOfTruth(
  columns: readonly Float64Array[],
  target: Int32Array,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) {
    const at = from + i;
    const cost = logSumExp(columns, at) - columns[target[at]!]![at]!;
    out[i] = -(cost + Math.log(-Math.expm1(-cost)));
  }
}

/** A model whose samples have the given keys. */
export function modelOfKeys(
  { name, split }: ModelSamples,
  key: Key,
  keys: Float64Array,
  weight: Float64Array,
): ModelSamples {
  const n = keys.length;
  const base = { name, split, n, rows: null, weight };
  if (key === 'error')
    return { ...base, task: 'regression', target: new Float64Array(n), prediction: keys };
  const outputs =
    key === 'margin'
      ? { margin: keys, marginIsLogit: true, target: new Int32Array(n).fill(1) }
      : {
          probability: keys.map(x => 1 / Math.abs(x)),
          target: Int32Array.from(keys, x => Number(x < 0)),
        };
  return {
    ...base,
    ...outputs,
    task: 'binary',
    classes: ['', ''],
    predicted: new Int32Array(n),
    predictedFrom: 'label',
  };
}
