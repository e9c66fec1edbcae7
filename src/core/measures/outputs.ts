import type { Memo } from '../memo/memo';
import type { BinaryModelSamples, MulticlassModelSamples } from '../samples/modelSamples';
import { type Fill, filled } from '../statistics/fill';
import { truthCosts } from '../statistics/logarithms';
import { type ClassBlocks, logitBlocks, probabilityBlocks } from './classBlocks';
import { logSumExps, sigmoid, softplus } from './logistic';
import type { SampleLoss } from './sampleLoss';

/** What a classifier says beside its labels; what the columns do not give is absent. */
export interface Outputs {
  /** Probability that sample i is of class k. */
  readonly probability?: (k: number, i: number) => number;
  /** -ln of that probability; from logits without ever forming the probability. */
  readonly cost?: (k: number, i: number) => number;
  /** Probability of the true class of sample i, and -ln of it. */
  readonly ofTruth?: SampleLoss;
  readonly costOfTruth?: SampleLoss;
  /** The same and more of many samples at once. */
  readonly blocks?: ClassBlocks;
  /** Scores that rank the samples by class k. */
  readonly scores?: (k: number) => Float64Array;
  /** Signed margin of sample i: positive when it is right. */
  readonly margin?: (i: number) => number;
  /** Probability of the predicted class, where the file has nothing but that. */
  readonly confidence?: (i: number) => number;
  /** Score of class k, for ranking the classes of one sample. */
  readonly classScore?: (k: number, i: number) => number;
}

/** Probabilities where there are any, else logits, else bare margins. */
export function outputsOf(model: BinaryModelSamples | MulticlassModelSamples, memo: Memo): Outputs {
  return model.task === 'binary' ? ofBinary(model) : ofMulticlass(model, memo);
}

function ofBinary(model: BinaryModelSamples): Outputs {
  const { probability, margin, target } = model;
  const ofMargin: Outputs =
    margin === undefined
      ? {}
      : { margin: i => (target[i] === 1 ? margin[i]! : -margin[i]!), scores: () => margin };
  if (probability !== undefined) return { ...ofMargin, ...ofProbability(probability, target) };
  if (margin !== undefined && model.marginIsLogit)
    return { ...ofMargin, ...ofLogit(margin, target) };
  return ofMargin;
}

function ofProbability(p: Float64Array, target: Int32Array): Outputs {
  return {
    ofTruth: i => (target[i] === 1 ? p[i]! : 1 - p[i]!),
    costOfTruth: i => 0 - (target[i] === 1 ? Math.log(p[i]!) : Math.log1p(-p[i]!)),
    probability: (k, i) => (k === 1 ? p[i]! : 1 - p[i]!),
    cost: (k, i) => 0 - (k === 1 ? Math.log(p[i]!) : Math.log1p(-p[i]!)),
    scores: () => p,
    blocks: {
      truth: (from, out) => truths(p, target, from, out),
      other: (from, out) => others(p, target, from, out),
      cost: (from, out) => truthCosts(p, target, from, out),
      brier: (from, out) => briers(p, target, from, out),
      squares: (from, out) => lengths(p, from, out),
    },
  };
}

/** p of class 1, 1 - p of class 0. */
function truths(p: Float64Array, target: Int32Array, from: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const y = target[from + i]!;
    out[i] = 1 - y + (2 * y - 1) * p[from + i]!;
  }
}

/** 1 - p of class 1, p of class 0. */
function others(p: Float64Array, target: Int32Array, from: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const y = target[from + i]!;
    out[i] = y + (1 - 2 * y) * p[from + i]!;
  }
}

function briers(p: Float64Array, target: Int32Array, from: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const distance = p[from + i]! - target[from + i]!;
    out[i] = distance * distance;
  }
}

function lengths(p: Float64Array, from: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const x = p[from + i]!;
    out[i] = x * x + (1 - x) * (1 - x);
  }
}

function ofLogit(x: Float64Array, target: Int32Array): Outputs {
  return {
    ofTruth: i => sigmoid(target[i] === 1 ? x[i]! : -x[i]!),
    costOfTruth: i => softplus(target[i] === 1 ? -x[i]! : x[i]!),
    probability: (k, i) => sigmoid(k === 1 ? x[i]! : -x[i]!),
    cost: (k, i) => softplus(k === 1 ? -x[i]! : x[i]!),
  };
}

function ofMulticlass(model: MulticlassModelSamples, memo: Memo): Outputs {
  const { probabilities, logits, target, n } = model;
  const ofMargin: Outputs = logits === undefined ? {} : { margin: i => marginOf(model, logits, i) };
  if (probabilities !== undefined) {
    return {
      ...ofMargin,
      ofTruth: i => probabilities[target[i]!]![i]!,
      costOfTruth: i => 0 - Math.log(probabilities[target[i]!]![i]!),
      probability: (k, i) => probabilities[k]![i]!,
      cost: (k, i) => 0 - Math.log(probabilities[k]![i]!),
      scores: k => probabilities[k]!,
      blocks: probabilityBlocks(probabilities, target),
      classScore: (k, i) => probabilities[k]![i]!,
    };
  }
  if (logits !== undefined) return { ...ofMargin, ...ofLogits(logits, target, n, memo) };
  const { confidence } = model;
  return confidence === undefined ? {} : { confidence: i => confidence[i]! };
}

function ofLogits(
  logits: readonly Float64Array[],
  target: Int32Array,
  n: number,
  memo: Memo,
): Outputs {
  const total = () => memo.get('log sum exp', () => filled(n, logSumExps(logits)));
  const ofClass =
    (k: number): Fill =>
    (from, out) => {
      const totals = total();
      const column = logits[k]!;
      for (let i = 0; i < out.length; i++) {
        out[i] = Math.exp(column[from + i]! - totals[from + i]!);
      }
    };
  const cost = (k: number, i: number) => total()[i]! - logits[k]![i]!;
  const probability = (k: number, i: number) => Math.exp(logits[k]![i]! - total()[i]!);
  return {
    ofTruth: i => probability(target[i]!, i),
    costOfTruth: i => cost(target[i]!, i),
    probability,
    cost,
    scores: k => filled(n, ofClass(k)),
    blocks: logitBlocks(logits, target, ofClass, total),
    classScore: (k, i) => logits[k]![i]!,
  };
}

/** Logit of the true class minus the largest of the others (Crammer and Singer). */
function marginOf(
  model: MulticlassModelSamples,
  logits: readonly Float64Array[],
  i: number,
): number {
  const truth = model.target[i]!;
  let rival = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < logits.length; k++) {
    if (k !== truth && logits[k]![i]! > rival) rival = logits[k]![i]!;
  }
  return logits[truth]![i]! - rival;
}
