import { type Code, isName, isSign } from './code';
import { chainTo } from './nameChain';

/** What says that a string is a loss. */
export interface Saying {
  /** The argument, key or variable that is given the string. */
  readonly cue: string;
  /** The token of the function that is called with it, or -1. */
  readonly callee: number;
  /** The bracket around its sisters, which may hold parameters of the loss; -1 without one. */
  readonly open: number;
  /** Whether it is the key of a dictionary, which may be about anything. */
  readonly isEntry: boolean;
}

/** Functions whose string is a loss by its place. */
const byPlace: Readonly<Record<string, { readonly place: number; readonly cue: string }>> = {
  get_scorer: { place: 0, cue: 'scoring' },
  compile: { place: 1, cue: 'loss' },
};

/**
 * What is given the text at token `i`, from the inside out: `loss=`, `"objective":`, `params["objective"] =`,
 * `loss =`. Lists and dictionaries hand on what they are given to.
 */
export function saidBy(code: Code, i: number): readonly Saying[] {
  if (isKey(code, i)) return [];
  const sayings: Saying[] = [];
  for (const value of around(code, i)) {
    const open = code.opener[value] ?? -1;
    const cue = cueBefore(code, value);
    if (cue !== undefined) {
      const callee = calleeOf(code, open);
      sayings.push({ cue, callee, open, isEntry: isEntry(code, value, callee) });
    } else if (isCall(code, open)) sayings.push(...placed(code, value, open));
  }
  return sayings;
}

/** `{"loss": "mse"}`, and `{ loss: 'mse' }` where no function is called with it. */
function isEntry(code: Code, value: number, callee: number): boolean {
  if (!isSign(code, value - 1, ':')) return false;
  return code.tokens[value - 2]!.kind === 'text' || callee === -1;
}

/** The token itself and the lists and dictionaries around it. Lists of lists are tables of something else. */
function around(code: Code, i: number): readonly number[] {
  const values = [i];
  let lists = 0;
  for (let open = code.opener[i] ?? -1; open !== -1; open = code.opener[open] ?? -1) {
    if (!isSign(code, open, '{')) lists += 1;
    if (isCall(code, open) || isSubscript(code, open) || lists > 1) break;
    values.push(open);
  }
  return values;
}

/** `"mse": 0.3` names a value, and is none. */
function isKey(code: Code, i: number): boolean {
  return isSign(code, i + 1, ':') || isSign(code, i + 1, '=') || isSign(code, i + 1, '=>');
}

/** The name in front of `=`, `:` or `<-`; that of `params["objective"]` is `objective`. */
function cueBefore(code: Code, value: number): string | undefined {
  const { tokens } = code;
  const sign = value - 1;
  const isArrow = isSign(code, sign, '<-');
  if (!isArrow && !isSign(code, sign, '=') && !isSign(code, sign, ':')) return undefined;
  const before = tokens[sign - 1];
  if (before === undefined) return undefined;
  if (isSign(code, sign - 1, ']')) {
    const key = tokens[sign - 2];
    return key?.kind === 'text' && key.whole ? key.text : undefined;
  }
  if (before.kind === 'text')
    return isSign(code, sign, ':') || isSign(code, sign, '=') ? before.text : undefined;
  if (before.kind !== 'name') return undefined;
  return annotated(code, sign - 1) ?? before.text;
}

/** `objective: str = "..."` is about `objective`; `type Loss = "..."` is about nothing. */
function annotated(code: Code, i: number): string | undefined {
  const name = code.tokens[i - 2];
  if (isSign(code, i - 1, ':') && name?.kind === 'name' && isSign(code, i + 1, '='))
    return name.text;
  return isName(code, i - 1, 'type') ? '' : undefined;
}

function isCall(code: Code, open: number): boolean {
  return isSign(code, open, '(') && (isName(code, open - 1) || isSign(code, open - 1, ')'));
}

function isSubscript(code: Code, open: number): boolean {
  const before = code.tokens[open - 1];
  return (
    isSign(code, open, '[') &&
    before !== undefined &&
    (before.kind === 'name' || before.text === ')' || before.text === ']')
  );
}

/** The function around a bracket, whatever lists and dictionaries lie between. */
function calleeOf(code: Code, open: number): number {
  for (let at = open; at !== -1; at = code.opener[at] ?? -1) {
    if (isCall(code, at) && isName(code, at - 1)) return at - 1;
  }
  return -1;
}

function placed(code: Code, value: number, open: number): readonly Saying[] {
  const callee = code.tokens[open - 1]!.text;
  if (!Object.hasOwn(byPlace, callee) || chainTo(code, open - 1) === undefined) return [];
  const { place, cue } = byPlace[callee]!;
  let commas = 0;
  for (let i = open + 1; i < value; i++) {
    if (code.opener[i] === open && isSign(code, i, ',')) commas += 1;
  }
  return commas === place ? [{ cue, callee: open - 1, open, isEntry: false }] : [];
}
