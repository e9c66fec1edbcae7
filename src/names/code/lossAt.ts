import { calledLoss } from './calledLoss';
import { tokenAt } from './code';
import type { LossUse } from './lossUse';
import type { Source } from './source';
import { writtenLoss } from './writtenLoss';

/** The loss that is written at a place of the text; undefined where there is none, or only its word. */
export function lossAt(source: Source, offset: number): LossUse | undefined {
  const i = tokenAt(source.code, offset);
  return i === -1 ? undefined : lossOfToken(source, i);
}

/** All losses that are written in the text, from its beginning to its end. */
export function lossesIn(source: Source): readonly LossUse[] {
  return source.code.tokens
    .map((_, i) => lossOfToken(source, i))
    .filter(found => found !== undefined);
}

function lossOfToken(source: Source, i: number): LossUse | undefined {
  const { kind } = source.code.tokens[i]!;
  if (kind === 'name') return calledLoss(source, i);
  return kind === 'text' ? writtenLoss(source, i) : undefined;
}
