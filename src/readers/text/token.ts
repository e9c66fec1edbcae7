export type TokenKind =
  | 'number'
  | 'string'
  | 'word'
  | 'open'
  | 'close'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'assign'
  | 'ellipsis'
  | 'newline'
  | 'operator';

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a string the characters between its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1-based line of the first character. */
  readonly line: number;
  /** 0-based character of its line. */
  readonly character: number;
  /** Blanks, a line break or a comment stand before it. */
  readonly spaced: boolean;
}
