const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** `True (eV)` is `True` and `eV`; `proba[1]` is `proba` and `1`; inside is '' without brackets at the end. */
export function splitBrackets(name: string): { readonly head: string; readonly inside: string } {
  const text = name.trim();
  const opening = pairs[text.at(-1) ?? ''];
  const start = opening === undefined ? -1 : text.lastIndexOf(opening);
  if (start < 1) return { head: text, inside: '' };
  return { head: text.slice(0, start).trim(), inside: text.slice(start + 1, -1).trim() };
}

/** The class in `P(setosa)`, `P(y = 1 | x)` or `probabilities["dog"]`. */
export function classInside(inside: string): string {
  const given = inside.split('|')[0]!;
  return given
    .slice(given.indexOf('=') + 1)
    .trim()
    .replace(/^["']|["']$/g, '');
}
