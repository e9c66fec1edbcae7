import { uniqueNames } from '../uniqueNames';
import { cellValue } from './cellValue';

/**
 * Whether the first row holds names. Text over numbers does; numbers over numbers do not, except 0, 1, 2, ...
 * over other values (the class columns of a table of probabilities); among texts alone it does unless one of
 * them comes again in its own column.
 */
export function isHeader(
  first: readonly string[],
  rows: readonly (readonly string[])[],
  decimalComma: readonly boolean[],
): boolean {
  const below = rows.filter(row => !sameCells(row, first));
  if (below.length === 0) return first.every(cell => kindOf(cell, false) === 'word' || cell === '');
  const votes = votesOf(first, below, decimalComma);
  if (votes.includes('name')) return true;
  if (votes.includes('value')) return numbersAsNames(first, below);
  return first.some(cell => cell !== '');
}

/** True when a cell of the row is a text over numbers: what stands above it is no header. */
export function isPlainHeader(
  first: readonly string[],
  below: readonly (readonly string[])[],
  decimalComma: readonly boolean[],
): boolean {
  return votesOf(first, below, decimalComma).includes('name');
}

function votesOf(
  first: readonly string[],
  below: readonly (readonly string[])[],
  decimalComma: readonly boolean[],
): readonly Vote[] {
  return first.map((cell, column) =>
    vote(
      cell,
      below.map(row => row[column] ?? ''),
      decimalComma[column] === true,
    ),
  );
}

type Vote = 'name' | 'value' | 'either';

function vote(cell: string, below: readonly string[], decimalComma: boolean): Vote {
  const own = kindOf(cell, decimalComma);
  if (own === 'missing') return 'either';
  const kinds = below.map(other => kindOf(other, decimalComma)).filter(kind => kind !== 'missing');
  const words = kinds.filter(kind => kind === 'word').length;
  if (own !== 'word') return words * 2 > kinds.length ? 'either' : 'value';
  if (kinds.length > 0 && words * 4 < kinds.length) return 'name';
  return below.includes(cell) ? 'value' : 'either';
}

function kindOf(cell: string, decimalComma: boolean): string {
  return cellValue(cell, decimalComma).kind;
}

/**
 * Whole numbers as names. `0, 1, 2` or `, 0, 1`: they count up over columns that do not go on counting, or beside
 * the row numbers that pandas writes. `42, 43, 44`, the seeds of runs: they differ, and each lies off the
 * fractions below it.
 */
function numbersAsNames(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const from = first[0] === '' ? 1 : 0;
  const names = first.slice(from);
  if (!names.every(name => /^\d+$/.test(name)) || new Set(names).size < names.length) return false;
  const countsUp = names.every((name, i) => name === String(i));
  const isNumbered =
    from === 1 && below.length > 1 && below.every((row, i) => row[0] === String(i));
  if (isNumbered && (countsUp || names.length > 1)) return true;
  if (names.length < 2) return false;
  const cells = below.flatMap(row => row.slice(from));
  const fractions = cells.filter(cell => cell.includes('.') || cell.includes('e-')).length;
  if (fractions * 2 <= cells.length) return false;
  return countsUp || names.every((name, i) => isOff(Number(name), below, from + i));
}

/** Rows from which on a number that lies off all of them was not drawn with them. */
const fewestRows = 3;

/** Farther from the numbers of a column than they are from each other. */
function isOff(value: number, below: readonly (readonly string[])[], column: number): boolean {
  const numbers = below.map(row => Number(row[column] ?? '')).filter(Number.isFinite);
  if (numbers.length < fewestRows) return false;
  const low = numbers.reduce((least, one) => Math.min(least, one));
  const high = numbers.reduce((most, one) => Math.max(most, one));
  return value > high + (high - low) || value < low - (high - low);
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}

/** Names as shown: `Unnamed: 0` for an empty one, ` (2)` behind a repeated one. */
export function columnNames(cells: readonly string[]): readonly string[] {
  return uniqueNames(cells.map((cell, column) => (cell === '' ? `Unnamed: ${column}` : cell)));
}
