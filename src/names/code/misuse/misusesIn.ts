import type { MisuseMark } from '../../../shared/protocol/code';
import { libraries } from '../../losses/libraries';
import { isSign } from '../code';
import type { Source } from '../source';
import { fromLogitsAt } from './fromLogits';
import { type LossCall, lossCall } from './lossCall';
import { misuseRules } from './misuseRules';
import { hasSwappedArguments } from './swappedArguments';
import { valueKind } from './valueKind';

const mostMarks = 100;

/**
 * Losses of a text in Python that are fed with what they do not take. Nothing is marked that cannot be
 * followed from the call to where its argument was made.
 */
export function misusesIn(source: Source): readonly MisuseMark[] {
  const { code } = source;
  const found: MisuseMark[] = [];
  if (code.language !== 'python') return found;
  for (let i = 1; i < code.tokens.length && found.length < mostMarks; i++) {
    if (!isSign(code, i, '(')) continue;
    const call = lossCall(source, i);
    found.push(...(call === undefined ? compiled(source, i) : misusesOf(source, call)));
  }
  return found;
}

function misusesOf(source: Source, call: LossCall): readonly MisuseMark[] {
  const { tokens } = source.code;
  const { entry, given, parameters } = call;
  const written = entry.names[0]!;
  const address = libraries[entry.library].address;
  for (const { id, of, place, names, kinds, text } of misuseRules) {
    const argument =
      given.find(({ name }) => name !== undefined && names.includes(name)) ??
      (given[place]?.name === undefined ? given[place] : undefined);
    if (argument === undefined || !of(entry, parameters)) continue;
    const kind = valueKind(source, argument.from, argument.to);
    if (kind === undefined || !kinds.includes(kind)) continue;
    const [start, end] = [tokens[argument.from]!.start, tokens[argument.to - 1]!.end];
    return [{ start, end, id, text: text(written, kind), address }];
  }
  if (!hasSwappedArguments(source, call)) return [];
  const text = `${libraries[entry.library].name} takes ${libraries[entry.library].order}: the names of these two say that they stand in each other's place, and the value is another one.`;
  const [start, end] = [tokens[given[0]!.from]!.start, tokens[given[1]!.to - 1]!.end];
  return [{ start, end, id: 'swapped-arguments', text, address }];
}

function compiled(source: Source, open: number): readonly MisuseMark[] {
  const found = fromLogitsAt(source, open);
  if (found === undefined) return [];
  const { start, end, written, entries } = found.use;
  const text = `${written} expects logits, because of from_logits=True, and the model ends with a ${found.kind}: it is applied twice. Leave one of the two out.`;
  const { address } = libraries[entries[0]!.library];
  return [{ start, end, id: 'activation-with-from-logits', text, address }];
}
