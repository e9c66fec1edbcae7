import { bindingAt } from '../binding';
import { argumentsOf } from '../callArguments';
import { isName, isSign } from '../code';
import { lossAt } from '../lossAt';
import type { LossUse } from '../lossUse';
import type { Source } from '../source';
import { layerKind, type ValueKind } from './valueKind';

/** A loss of Keras that expects logits, and the activation that its model ends with all the same. */
export interface FromLogits {
  readonly use: LossUse;
  readonly kind: ValueKind;
}

/** `model.compile(loss=...(from_logits=True))` at the bracket `open`, where the model ends with an activation. */
export function fromLogitsAt(source: Source, open: number): FromLogits | undefined {
  const { code, bindings } = source;
  if (!isName(code, open - 1, 'compile') || !isSign(code, open - 2, '.')) return undefined;
  if (!isName(code, open - 3) || isSign(code, open - 4, '.')) return undefined;
  const use = lossesWithLogits(source, open);
  if (use === undefined) return undefined;
  const { text, start } = code.tokens[open - 3]!;
  const model = bindingAt(bindings, text, start);
  if (model?.kind !== 'value') return undefined;
  const kind = addedKind(source, text, model.to, open) ?? layerKind(source, model.from, model.to);
  return kind === undefined ? undefined : { use, kind };
}

function lossesWithLogits(source: Source, open: number): LossUse | undefined {
  const { code } = source;
  const given = argumentsOf(code, open)?.find(({ name }) => name === 'loss');
  if (given === undefined) return undefined;
  for (let i = given.from; i < given.to; i++) {
    const use = isName(code, i) ? lossAt(source, code.tokens[i]!.start) : undefined;
    if (use?.parameters['from_logits'] === true) return use;
  }
  return undefined;
}

/** The activation of the layer that `model.add` brought in last. */
function addedKind(source: Source, model: string, from: number, to: number): ValueKind | undefined {
  const { code } = source;
  for (let i = to; i > from; i--) {
    const isAdd = isName(code, i, 'add') && isName(code, i - 2, model) && isSign(code, i + 1, '(');
    const layer = isAdd ? argumentsOf(code, i + 1)?.[0] : undefined;
    if (layer !== undefined) return layerKind(source, layer.from, layer.to);
  }
  return undefined;
}
