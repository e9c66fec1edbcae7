import { type Code, isSign } from './code';

/** What an argument is given where it is written out. */
export type LiteralValue = number | string | boolean;

const words: ReadonlyMap<string, boolean> = new Map([
  ['True', true],
  ['TRUE', true],
  ['true', true],
  ['False', false],
  ['FALSE', false],
  ['false', false],
]);

/** The number, text or truth value that tokens `from` to `to` are; undefined for everything else. */
export function literalValue(code: Code, from: number, to: number): LiteralValue | undefined {
  const [token, next] = [code.tokens[from], code.tokens[from + 1]];
  if (token === undefined) return undefined;
  if (to - from === 1) {
    if (token.kind === 'text') return token.whole ? token.text : undefined;
    if (token.kind === 'name') return words.get(token.text);
    return numberIn(token.text, token.kind);
  }
  if (to - from === 2 && isSign(code, from, '-') && next?.kind === 'number') {
    const number = numberIn(next.text, 'number');
    return number === undefined ? undefined : -number;
  }
  return to - from === 3 && isSign(code, from + 1, '/') ? quotient(code, from) : undefined;
}

function quotient(code: Code, from: number): number | undefined {
  const [above, , below] = code.tokens.slice(from, from + 3);
  const [a, b] = [numberIn(above!.text, above!.kind), numberIn(below!.text, below!.kind)];
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

function numberIn(text: string, kind: string): number | undefined {
  if (kind !== 'number') return undefined;
  const number = Number(text.replaceAll('_', '').replace(/L$/, ''));
  return Number.isFinite(number) ? number : undefined;
}
