import type { LossName } from '../../losses/lossName';
import { type Argument, argumentsOf } from '../callArguments';
import { entryAt } from '../calledLoss';
import { isName, isSign } from '../code';
import type { LiteralValue } from '../literalValue';
import { chainFrom, chainTo } from '../nameChain';
import type { Source } from '../source';
import { callParameters } from '../writtenParameters';
import { boundTo } from './valueKind';

/** A loss that is given predictions and targets. */
export interface LossCall {
  readonly entry: LossName;
  readonly given: readonly Argument[];
  readonly parameters: Readonly<Record<string, LiteralValue>>;
  /** The token of its name. */
  readonly at: number;
}

/** The call whose bracket is `open`, of a loss or of a variable that holds one. */
export function lossCall(source: Source, open: number): LossCall | undefined {
  const { code } = source;
  if (!isSign(code, open, '(') || !isName(code, open - 1)) return undefined;
  const given = argumentsOf(code, open);
  if (given === undefined || given.length < 2) return undefined;
  const direct = entryAt(source, open - 1);
  if (direct !== undefined) {
    if (isClass(code.tokens[open - 1]!.text)) return undefined;
    const parameters = callParameters(code, open, direct)?.parameters ?? {};
    return { entry: direct, given, parameters, at: open - 1 };
  }
  return heldLoss(source, open, given);
}

/** Classes are called with settings; what they make is called with data. */
function isClass(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** `criterion(output, target)` where `criterion = nn.CrossEntropyLoss()`. */
function heldLoss(source: Source, open: number, given: readonly Argument[]): LossCall | undefined {
  const { code } = source;
  const link = chainTo(code, open - 1);
  if (link === undefined) return undefined;
  const value = boundTo(source, link.chain, code.tokens[open]!.start);
  if (value?.kind !== 'value') return undefined;
  const made = chainFrom(code, value.from);
  const close = isSign(code, made.next, '(') ? (code.partner[made.next] ?? -1) : -1;
  const isWhole = close === value.to - 1 || isSign(code, close + 1, '.');
  const entry = close === -1 || !isWhole ? undefined : entryAt(source, made.next - 1);
  if (entry === undefined || !isClass(code.tokens[made.next - 1]!.text)) return undefined;
  const parameters = callParameters(code, made.next, entry)?.parameters ?? {};
  return { entry, given, parameters, at: open - 1 };
}
