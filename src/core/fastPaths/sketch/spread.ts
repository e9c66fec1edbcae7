import { memoOf } from '../../memo/memoOf';
import type { ModelSamples } from '../../samples/modelSamples';
import { filled } from '../../statistics/fill';
import { topOfFilled } from '../../statistics/topOf';
import { fastPaths } from '../fastPaths';
import { type Key, keyFill } from './keys';
import { NodeSums, type Nodes } from './nodes';

/** How the keys of a model's samples are spread. */
export interface Spread {
  /** Few numbers in place of all keys; the keys themselves while they are few. */
  readonly nodes: Nodes;
  /** Samples with the largest keys, the largest first, ties by index. */
  readonly highest: readonly number[];
  /** The same of the smallest. */
  readonly lowest: readonly number[];
}

/** Samples kept at either end. */
const maxEnds = 500;

/** Found in two passes and kept with the samples; `weight` is the model's, or undefined to leave it out. */
export function spreadOf(model: ModelSamples, key: Key, weight?: Float64Array): Spread {
  const which = weight === undefined ? key : `weighted ${key}`;
  return memoOf(model).get(`spread by ${which}`, () => measured(model, key, weight));
}

function measured(model: ModelSamples, key: Key, weight: Float64Array | undefined): Spread {
  const { n } = model;
  const keys = keyFill(model, key);
  const sums = n < fastPaths.sketch.from ? undefined : new NodeSums(weight);
  const highest = topOfFilled(n, maxEnds, (from, out) => {
    keys(from, out);
    sums?.add(out, from);
  });
  const lowest = topOfFilled(n, maxEnds, (from, out) => {
    keys(from, out);
    negate(out);
  });
  const all = () => ({ values: filled(n, keys), weights: weight ?? new Float64Array(n).fill(1) });
  return { nodes: sums?.nodes() ?? all(), highest, lowest };
}

function negate(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = -values[i]!;
}
