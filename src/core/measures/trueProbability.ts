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
  const { target } = usable;
  if (usable.task === 'multiclass') return fillOf(classProbabilityAt(usable, target));
  const { probability } = usable;
  if (probability === undefined) return fillOf(trueProbabilityAt(usable));
  return (from, out) => {
    for (let i = 0; i < out.length; i++)
      out[i] = ofTruth(target[from + i]!, probability[from + i]!);
  };
}

/** The same sample by sample. */
export function trueProbabilityAt(usable: WithProbability): (i: number) => number {
  const { target } = usable;
  if (usable.task === 'multiclass') return classProbabilityAt(usable, target);
  const { probability, margin } = usable;
  if (probability === undefined) return i => ofTruth(target[i]!, sigmoid(margin![i]!));
  return i => ofTruth(target[i]!, probability[i]!);
}

/** p of class 1, 1 - p of class 0; no branch depends on the data. */
function ofTruth(target: number, p: number): number {
  return 1 - target + (2 * target - 1) * p;
}

/** Probability given to the class `codes[i]` of every sample i; length n. */
export function classProbability(usable: UsableMulticlass, codes: Int32Array): Float64Array {
  const at = classProbabilityAt(usable, codes);
  const result = new Float64Array(usable.n);
  for (let i = 0; i < result.length; i++) result[i] = at(i);
  return result;
}

function classProbabilityAt(
  { probabilities, logits }: UsableMulticlass,
  codes: Int32Array,
): (i: number) => number {
  if (probabilities !== undefined) return i => probabilities[codes[i]!]?.[i] ?? 0;
  return i =>
    Math.exp((logits![codes[i]!]?.[i] ?? Number.NEGATIVE_INFINITY) - logSumExp(logits!, i));
}
