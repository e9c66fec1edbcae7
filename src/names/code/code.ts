import type { CodeLanguage } from '../../shared/protocol/code';
import type { CodeToken } from './codeToken';
import { languageStyles } from './language';
import { tokenize } from './tokenize';

/** A source text cut into words, and which brackets hold which of them. */
export interface Code {
  readonly text: string;
  readonly language: CodeLanguage;
  readonly tokens: readonly CodeToken[];
  /** For each token: the bracket that closes or opens with it; -1 for others and for brackets left open. */
  readonly partner: Int32Array;
  /** For each token: the innermost opening bracket around it; -1 outside of all. */
  readonly opener: Int32Array;
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** How many brackets left open inside a pair are forgiven. */
const reach = 8;

/** Reads a source text; time grows with its length. */
export function codeOf(text: string, language: CodeLanguage): Code {
  const tokens = tokenize(text, languageStyles[language]);
  const partner = new Int32Array(tokens.length).fill(-1);
  const opener = new Int32Array(tokens.length).fill(-1);
  let open: number[] = [];
  tokens.forEach((token, i) => {
    // In Python a statement begins outside of all brackets: what is open there was forgotten.
    if (token.kind === 'line' && language === 'python') open = [];
    const opens = token.kind === 'sign' ? closing[token.text] : undefined;
    if (opens !== undefined) {
      const near = open.slice(-reach).findLastIndex(o => tokens[o]!.text === opens);
      if (near !== -1) {
        const at = Math.max(0, open.length - reach) + near;
        const start = open[at]!;
        partner[i] = start;
        partner[start] = i;
        open.length = at;
      }
    }
    opener[i] = open.at(-1) ?? -1;
    if (token.kind === 'sign' && '([{'.includes(token.text)) open.push(i);
  });
  return { text, language, tokens, partner, opener };
}

/** The token at or right in front of a place of the text; -1 where there is none. */
export function tokenAt({ tokens }: Code, offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle]!;
    if (offset < token.start) high = middle - 1;
    else if (offset >= token.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Whether token `i` is this sign. */
export function isSign({ tokens }: Code, i: number, sign: string): boolean {
  const token = tokens[i];
  return token?.kind === 'sign' && token.text === sign;
}

/** Whether token `i` is this name, or any name. */
export function isName({ tokens }: Code, i: number, name?: string): boolean {
  const token = tokens[i];
  return token?.kind === 'name' && (name === undefined || token.text === name);
}
