import { longestFormula } from '../../shared/ownLoss';
import { FormulaError } from './formulaError';

/** A word of a formula. */
export interface FormulaToken {
  readonly kind: 'number' | 'name' | 'column' | 'sign' | 'end';
  readonly text: string;
  /** Its first character in the formula. */
  readonly at: number;
}

const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
/** A column whose name is no word stands in quotes or backticks. */
const quoted = /`[^`]*`|"[^"]*"/y;
const sign = /\*\*|<=|>=|==|!=|&&|\|\||[-+*/%^()<>!?:,]/y;
const blank = /\s+/y;

/** The words of a formula, the end last. Throws a FormulaError at the first character that begins none. */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  if (formula.length > longestFormula)
    throw new FormulaError(longestFormula, `a formula has at most ${longestFormula} characters`);
  const tokens: FormulaToken[] = [];
  let at = skipBlank(formula, 0);
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at = skipBlank(formula, at + lengthOf(token));
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length }];
}

function tokenAt(formula: string, at: number): FormulaToken {
  const digits = matchAt(number, formula, at);
  if (digits !== null) return { kind: 'number', text: digits, at };
  const word = matchAt(name, formula, at);
  if (word !== null) return { kind: 'name', text: word, at };
  const column = matchAt(quoted, formula, at);
  if (column !== null) return { kind: 'column', text: column.slice(1, -1), at };
  const operator = matchAt(sign, formula, at);
  if (operator !== null) return { kind: 'sign', text: operator, at };
  const [character] = Array.from(formula.slice(at, at + 2));
  const reason = /["`]/.test(character!) ? 'has no end' : 'means nothing in a formula';
  throw new FormulaError(at, `${character} ${reason}`);
}

function lengthOf({ kind, text }: FormulaToken): number {
  return kind === 'column' ? text.length + 2 : text.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skipBlank(text: string, at: number): number {
  return at + (matchAt(blank, text, at)?.length ?? 0);
}
