import { Memo } from '../memo/memo';
import type { BinaryModelSamples, MulticlassModelSamples } from '../samples/modelSamples';
import { rowOf } from '../samples/modelSamples';
import { type Outputs, outputsOf } from './outputs';

/** Targets and outputs of a classifier as the losses of classes read them. */
export interface ClassView {
  readonly n: number;
  readonly binary: boolean;
  readonly classes: readonly string[];
  /** Whether a person said that the classes have this order. */
  readonly ordered: boolean;
  readonly target: Int32Array;
  readonly predicted: Int32Array;
  /** -1 reads `predicted[i]`; 0 always reads `predicted[0]`, a constant. */
  readonly predictedMask: 0 | -1;
  readonly weight: Float64Array | undefined;
  readonly lineOf: (i: number) => number | null;
  readonly outputs: Outputs;
  readonly memo: Memo;
}

/** `lineOf` takes a data row. */
export function classView(
  model: BinaryModelSamples | MulticlassModelSamples,
  lineOf: (row: number) => number | null,
): ClassView {
  const memo = new Memo();
  return {
    n: model.n,
    binary: model.task === 'binary',
    classes: model.classes,
    ordered: model.task === 'multiclass' && model.ordered === true,
    target: model.target,
    predicted: model.predicted,
    predictedMask: -1,
    weight: model.weight,
    lineOf: i => lineOf(rowOf(model, i)),
    outputs: outputsOf(model, memo),
    memo,
  };
}

/**
 * The same targets under a classifier that always gives `frequencies` as its probabilities: what it costs
 * depends on the true class alone, so one sample for each class stands for all, with their weight.
 */
export function constantClassView(
  view: ClassView,
  frequencies: Float64Array,
  weight: Float64Array,
): ClassView {
  let likeliest = 0;
  for (let k = 1; k < frequencies.length; k++) {
    if (frequencies[k]! > frequencies[likeliest]!) likeliest = k;
  }
  // Classes that do not occur cost nothing, and there may be thousands of them.
  const target = Int32Array.from(weight.keys()).filter(k => weight[k]! > 0);
  return {
    ...view,
    n: target.length,
    target,
    weight: Float64Array.from(target, k => weight[k]!),
    predicted: Int32Array.of(likeliest),
    predictedMask: 0,
    lineOf: () => null,
    outputs: view.outputs.probability === undefined ? {} : constantOutputs(target, frequencies),
    memo: new Memo(),
  };
}

function constantOutputs(target: Int32Array, frequencies: Float64Array): Outputs {
  const costs = frequencies.map(share => 0 - Math.log(share));
  return {
    probability: k => frequencies[k]!,
    cost: k => costs[k]!,
    ofTruth: i => frequencies[target[i]!]!,
    costOfTruth: i => costs[target[i]!]!,
  };
}
