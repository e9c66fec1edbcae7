import type { ModelSamples } from '../core/samples/modelSamples';
import { rowsWhere } from '../core/slices/conditionsOf';
import type { Features } from '../core/slices/features';
import { rowsOf } from '../core/slices/rowsOf';
import { forEachFilled } from '../core/statistics/fill';
import { binnedNumbersOf } from '../figures/bins';
import type { Bin, NumberBin } from '../shared/protocol/inspection';

/** 1 for every sample whose target is the class and whose number lies in the bin; undefined for all of them. */
export function chosenSamples(
  model: ModelSamples,
  { className, bin }: { readonly className: string | null; readonly bin?: Bin },
  features?: Features,
): Uint8Array<ArrayBuffer> | undefined {
  const ofClass = className === null ? undefined : samplesOfClass(model, className);
  if (bin === undefined) return ofClass;
  const chosen = ofClass ?? new Uint8Array(model.n).fill(1);
  if (bin.by === 'group') {
    const isIn = rowsWhere(features, bin.where, rowsOf(model));
    for (let i = 0; i < chosen.length; i++) chosen[i]! &= isIn[i]!;
    return chosen;
  }
  return within(chosen, model, bin);
}

function within(
  chosen: Uint8Array<ArrayBuffer>,
  model: ModelSamples,
  { by, from, to, closed }: NumberBin,
): Uint8Array<ArrayBuffer> {
  forEachFilled(model.n, binnedNumbersOf(model, by), (numbers, first) => {
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const isBelow = Number(number < to) | Number(closed && number === to);
      // Which samples are inside cannot be foreseen, so that a branch would cost more than this.
      chosen[first + i]! &= Number(number >= from) & isBelow;
    }
  });
  return chosen;
}

/** Undefined where there are no classes. */
function samplesOfClass(
  model: ModelSamples,
  className: string,
): Uint8Array<ArrayBuffer> | undefined {
  if (model.task === 'regression' || model.task === 'errors') return undefined;
  const code = model.classes.indexOf(className);
  return Uint8Array.from(model.target, target => Number(target === code));
}
