/** What is wrong with a formula, and from which of its characters on (0-based). */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** The formula with a mark below the place: two lines of text. */
export function markedFormula(formula: string, at: number): string {
  const before = Array.from(formula.slice(0, at)).length;
  return `${formula}\n${' '.repeat(before)}^`;
}
