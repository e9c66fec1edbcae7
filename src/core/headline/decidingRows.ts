import { picked } from '../comparison/commonRows';
import type { ComparedModels } from '../comparison/comparedModels';
import { errorsOf, hasErrors } from '../measures/errorsOf';
import type { ModelSamples } from '../samples/modelSamples';
import { topOf } from '../statistics/topOf';

/** More rows than one in twenty are no few. */
const fewShare = 0.05;

/**
 * The fewest rows of model `a` without which its mean squared error would be below that of model `b`, as samples of
 * the common rows; null when it takes more than a few, or the errors are not numbers.
 */
export function decidingRows(
  { models, common }: ComparedModels<ModelSamples>,
  a: number,
  b: number,
): readonly number[] | null {
  const [first, second] = [models[a]!, models[b]!];
  if (!hasErrors(first) || !hasErrors(second) || first.weight !== undefined) return null;
  const ofA = picked(errorsOf(first), common.samples[a]!);
  const ofB = picked(errorsOf(second), common.samples[b]!);
  const lead = (i: number) => ofA[i]! ** 2 - ofB[i]! ** 2;
  let left = 0;
  for (let i = 0; i < common.n; i++) left += lead(i);
  const top = topOf(common.n, Math.floor(common.n * fewShare), lead);
  for (const [place, i] of top.entries()) {
    left -= lead(i);
    if (left < 0) return top.slice(0, place + 1);
  }
  return null;
}
