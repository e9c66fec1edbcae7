import { type Code, isSign } from './code';

/** One argument of a call or entry of a list of settings. */
export interface Argument {
  /** Undefined for one that is given by its place. */
  readonly name: string | undefined;
  /** Tokens of its value. */
  readonly from: number;
  readonly to: number;
}

/** The arguments between the bracket `open` and its partner; undefined when that is missing. */
export function argumentsOf(code: Code, open: number): readonly Argument[] | undefined {
  const close = code.partner[open] ?? -1;
  if (close === -1) return undefined;
  const found: Argument[] = [];
  let from = open + 1;
  for (let i = open + 1; i <= close; i++) {
    const isInner = i < close && code.partner[i]! > i;
    if (isInner) {
      i = code.partner[i]!;
      continue;
    }
    if (i < close && !isSign(code, i, ',') && !isSign(code, i, ';')) continue;
    if (i > from) found.push(argumentIn(code, from, i));
    from = i + 1;
  }
  return found;
}

function argumentIn(code: Code, start: number, to: number): Argument {
  let from = start;
  while (code.tokens[from]?.kind === 'line' && from < to) from++;
  const name = code.tokens[from];
  const isNamed =
    (name?.kind === 'name' || name?.kind === 'text') &&
    (isSign(code, from + 1, '=') || isSign(code, from + 1, ':'));
  return isNamed ? { name: name.text, from: from + 2, to } : { name: undefined, from, to };
}
