import type { CodeLanguage } from '../../shared/protocol/code';

/** How a language is cut into words. */
export interface LanguageStyle {
  readonly hash: boolean;
  readonly slashes: boolean;
  /** Comments over several lines, and whether they hold one another. */
  readonly block: { readonly open: string; readonly close: string; readonly nests: boolean } | null;
  /** Quotes of which three in a row open a text over several lines. */
  readonly triple: string;
  /** Quotes whose text may go on in the next line. */
  readonly longQuotes: string;
  readonly quotes: string;
  readonly name: RegExp;
  /** True where a line ends a statement unless a bracket is open, and indentation makes blocks. */
  readonly indented: boolean;
}

const plainName = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;

export const languageStyles: Readonly<Record<CodeLanguage, LanguageStyle>> = {
  python: {
    hash: true,
    slashes: false,
    block: null,
    triple: `"'`,
    longQuotes: '',
    quotes: `"'`,
    name: plainName,
    indented: true,
  },
  r: {
    hash: true,
    slashes: false,
    block: null,
    triple: '',
    longQuotes: `"'`,
    quotes: `"'`,
    name: /[A-Za-z.\u0080-\uffff][\w.\u0080-\uffff]*/y,
    indented: false,
  },
  julia: {
    hash: true,
    slashes: false,
    block: { open: '#=', close: '=#', nests: true },
    triple: '"',
    longQuotes: '"',
    quotes: `"'`,
    name: /[A-Za-z_\u0080-\uffff][\w!\u0080-\uffff]*/y,
    indented: false,
  },
  javascript: {
    hash: false,
    slashes: true,
    block: { open: '/*', close: '*/', nests: false },
    triple: '',
    longQuotes: '`',
    quotes: `"'\``,
    name: /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y,
    indented: false,
  },
};

const ofEditor: Readonly<Record<string, CodeLanguage>> = {
  python: 'python',
  r: 'r',
  julia: 'julia',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  typescript: 'javascript',
  typescriptreact: 'javascript',
};

/** The ids that editors give to languages in which losses are recognised. */
export const codeLanguageIds: readonly string[] = Object.keys(ofEditor);

/** The language by the id that editors give it; undefined for others. */
export function codeLanguageOf(id: string): CodeLanguage | undefined {
  return Object.hasOwn(ofEditor, id) ? ofEditor[id] : undefined;
}
