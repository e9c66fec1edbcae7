import { type Code, isName, isSign } from './code';

/** No name that people write has more parts. */
const mostParts = 20;
const links: readonly string[] = ['.', '::', ':::', '$'];

/** The dotted name that begins with token `start`, and the token behind it. */
export function chainFrom(
  code: Code,
  start: number,
): { readonly chain: readonly string[]; readonly next: number } {
  const chain: string[] = [];
  let i = start;
  while (isName(code, i)) {
    chain.push(code.tokens[i]!.text);
    if (!isLink(code, i + 1) || !isName(code, i + 2)) return { chain, next: i + 1 };
    i += 2;
  }
  return { chain, next: i };
}

/**
 * The dotted name that ends with token `end`, and its first token; undefined behind `x().` and `x[0].`, and of
 * names that go on and on.
 */
export function chainTo(
  code: Code,
  end: number,
): { readonly chain: readonly string[]; readonly first: number } | undefined {
  const chain = [code.tokens[end]!.text];
  let i = end;
  while (isLink(code, i - 1)) {
    if (!isName(code, i - 2) || chain.length === mostParts) return undefined;
    i -= 2;
    chain.unshift(code.tokens[i]!.text);
  }
  return { chain, first: i };
}

function isLink(code: Code, i: number): boolean {
  return links.some(link => isSign(code, i, link));
}
