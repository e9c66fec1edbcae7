import type { Usable, UsableBinary, UsableMulticlass } from '../samples/usable';
import { type Fill, filled, fillOf } from '../statistics/fill';
import { logSumExp, sigmoid } from './logistic';

export type WithProbability = UsableBinary | UsableMulticlass;

/** True for classifiers that give probabilities, or logits whose sigmoid or softmax is one. */
export function hasProbability(usable: Usable): usable is WithProbability {
  if (usable.task === 'binary') return usable.probability !== undefined || givesLogit(usable);
  return (
    usable.task === 'multiclass' &&
    (usable.probabilities !== undefined || usable.logits !== undefined)
  );
}

function givesLogit(usable: UsableBinary): boolean {
  return usable.margin !== undefined && usable.marginIsLogit === true;
}

/** P(positive) of a binary model, the sigmoid of its logit where it gives no probability; length n. */
export function positiveProbability(usable: UsableBinary): Float64Array {
  return usable.probability ?? usable.margin!.map(sigmoid);
}

/** Probability given to the true class of every sample; length n. */
export function trueProbability(usable: WithProbability): Float64Array {
  return filled(usable.n, truthFill(usable));
}

/** The same piece by piece. */
export function truthFill(usable: WithProbability): Fill {
  return classFill(usable, usable.target);
}

/** The same sample by sample. */
export function trueProbabilityAt(usable: WithProbability): (i: number) => number {
  return classProbabilityAt(usable, usable.target);
}

/** Probability given to the predicted class, the one that accuracy counts, piece by piece. */
export function predictedFill(usable: WithProbability): Fill {
  return classFill(usable, usable.predicted);
}

/** The same sample by sample. */
export function predictedProbabilityAt(usable: WithProbability): (i: number) => number {
  return classProbabilityAt(usable, usable.predicted);
}

/** Probability given to the class `codes[i]` of every sample i, piece by piece. */
function classFill(usable: WithProbability, codes: Int32Array): Fill {
  if (usable.task === 'multiclass' || usable.probability === undefined) {
    return fillOf(classProbabilityAt(usable, codes));
  }
  const { probability } = usable;
  return (from, out) => {
    for (let i = 0; i < out.length; i++) out[i] = ofClass(codes[from + i]!, probability[from + i]!);
  };
}

/** p of class 1, 1 - p of class 0; no branch depends on the data. */
function ofClass(code: number, p: number): number {
  return 1 - code + (2 * code - 1) * p;
}

/** Probability given to the class `codes[i]` of every sample i; length n. */
export function classProbability(usable: UsableMulticlass, codes: Int32Array): Float64Array {
  const at = classProbabilityAt(usable, codes);
  const result = new Float64Array(usable.n);
  for (let i = 0; i < result.length; i++) result[i] = at(i);
  return result;
}

function classProbabilityAt(usable: WithProbability, codes: Int32Array): (i: number) => number {
  if (usable.task === 'binary') {
    const { probability, margin } = usable;
    if (probability === undefined) return i => ofClass(codes[i]!, sigmoid(margin![i]!));
    return i => ofClass(codes[i]!, probability[i]!);
  }
  const { probabilities, logits } = usable;
  if (probabilities !== undefined) return i => probabilities[codes[i]!]?.[i] ?? 0;
  return i =>
    Math.exp((logits![codes[i]!]?.[i] ?? Number.NEGATIVE_INFINITY) - logSumExp(logits!, i));
}
