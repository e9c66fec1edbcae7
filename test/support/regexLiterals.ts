/** A regular expression of a source, and the line it begins on. */
export interface RegexLiteral {
  readonly line: number;
  readonly regex: RegExp;
}

/** Comments, quoted texts and templates, in which a slash begins nothing. */
const skipped =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/y;
const literal = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;
/** What stands before a regular expression; after anything else a slash divides, or closes an element. */
const opener = /(?:[(,=:[&|?{;]|=>|\breturn|(?<![\w\])])!)\s*$/;

/** All regular expressions that are written as such in a TypeScript source. */
export function regexLiterals(source: string): readonly RegexLiteral[] {
  const found: RegexLiteral[] = [];
  let before = '';
  for (let at = 0; at < source.length; ) {
    skipped.lastIndex = at;
    const [text] = skipped.exec(source) ?? [];
    if (text !== undefined) {
      at += text.length;
      if (!text.startsWith('/')) before = text;
      continue;
    }
    literal.lastIndex = at;
    const [own, pattern = '', flags = ''] = (opener.test(before) && literal.exec(source)) || [];
    if (own !== undefined) {
      found.push({
        line: source.slice(0, at).split('\n').length,
        regex: new RegExp(pattern, flags),
      });
    }
    before = (own ?? before.slice(-12) + source[at]!).slice(-12);
    at += own?.length ?? 1;
  }
  return found;
}
