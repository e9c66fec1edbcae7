import type {
  BinaryModelSamples,
  ModelSamples,
  MulticlassModelSamples,
} from '../samples/modelSamples';
import { type Fill, filled, fillOf } from '../statistics/fill';
import { logSumExp, sigmoid } from './logistic';

export type WithProbability = BinaryModelSamples | MulticlassModelSamples;

/** True for classifiers that give probabilities, or logits whose sigmoid or softmax is one. */
export function hasProbability(model: ModelSamples): model is WithProbability {
  if (model.task === 'binary') return model.probability !== undefined || givesLogit(model);
  return (
    model.task === 'multiclass' && (model.probabilities !== undefined || model.logits !== undefined)
  );
}

function givesLogit(model: BinaryModelSamples): boolean {
  return model.margin !== undefined && model.marginIsLogit === true;
}

/** P(positive) of a binary model, the sigmoid of its logit where it gives no probability; length n. */
export function positiveProbability(model: BinaryModelSamples): Float64Array {
  return model.probability ?? model.margin!.map(sigmoid);
}

/** Probability given to the true class of every sample; length n. */
export function trueProbability(model: WithProbability): Float64Array {
  return filled(model.n, truthFill(model));
}

/** The same piece by piece. */
export function truthFill(model: WithProbability): Fill {
  return classFill(model, model.target);
}

/** The same sample by sample. */
export function trueProbabilityAt(model: WithProbability): (i: number) => number {
  return classProbabilityAt(model, model.target);
}

/** Probability given to the predicted class, the one that accuracy counts, piece by piece. */
export function predictedFill(model: WithProbability): Fill {
  return classFill(model, model.predicted);
}

/** The same sample by sample. */
export function predictedProbabilityAt(model: WithProbability): (i: number) => number {
  return classProbabilityAt(model, model.predicted);
}

/** Probability given to the class `codes[i]` of every sample i, piece by piece. */
function classFill(model: WithProbability, codes: Int32Array): Fill {
  if (model.task === 'multiclass' || model.probability === undefined) {
    return fillOf(classProbabilityAt(model, codes));
  }
  const { probability } = model;
  return (from, out) => {
    for (let i = 0; i < out.length; i++) out[i] = ofClass(codes[from + i]!, probability[from + i]!);
  };
}

/** p of class 1, 1 - p of class 0; no branch depends on the data. */
function ofClass(code: number, p: number): number {
  return 1 - code + (2 * code - 1) * p;
}

/** Probability given to the class `codes[i]` of every sample i; length n. */
export function classProbability(model: MulticlassModelSamples, codes: Int32Array): Float64Array {
  const at = classProbabilityAt(model, codes);
  const result = new Float64Array(model.n);
  for (let i = 0; i < result.length; i++) result[i] = at(i);
  return result;
}

function classProbabilityAt(model: WithProbability, codes: Int32Array): (i: number) => number {
  if (model.task === 'binary') {
    const { probability, margin } = model;
    if (probability === undefined) return i => ofClass(codes[i]!, sigmoid(margin![i]!));
    return i => ofClass(codes[i]!, probability[i]!);
  }
  const { probabilities, logits } = model;
  if (probabilities !== undefined) return i => probabilities[codes[i]!]?.[i] ?? 0;
  return i =>
    Math.exp((logits![codes[i]!]?.[i] ?? Number.NEGATIVE_INFINITY) - logSumExp(logits!, i));
}
