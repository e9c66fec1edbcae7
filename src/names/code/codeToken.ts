/** A word of a source text. */
export interface CodeToken {
  /** `line` stands in front of the first word of every statement. */
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'line';
  /** As written; of a text what stands between its quotes; of a line its indentation. */
  readonly text: string;
  /** Place in the source. */
  readonly start: number;
  readonly end: number;
  /** Of a text: false when its end is missing, or when it is put together while the program runs. */
  readonly whole: boolean;
}
