import { own } from '../shared/own';
import { isNanText, missingWords } from './missingWords';
import { type Column, type ColumnKind, mostInvalid } from './table';

/** A cell of a source that knows types: JSON, Parquet, MessagePack and their kin. */
export type Cell = number | string | boolean | null | undefined;

const infinities: Readonly<Record<string, number>> = {
  inf: Number.POSITIVE_INFINITY,
  '+inf': Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
};
/** With more distinct texts than this a column is free text, not labels. */
const mostLabels = 1000;

/** A column of typed cells. Texts count as numbers when nearly all of them read as numbers. */
export function columnOfCells(name: string, cells: readonly Cell[]): Column {
  const numbers = new Float64Array(cells.length);
  for (let row = 0; row < numbers.length; row++) numbers[row] = numberOf(cells[row]);
  const counts = count(cells, numbers);
  const kind = kindOf(cells, counts);
  return {
    name,
    kind,
    numbers,
    missing: cells.length - counts.present,
    invalid: kind === 'number' ? wordsOf(cells, numbers) : new Map(),
    percent: counts.percents > 0 && kind === 'number',
    textOf: row => textOf(cells[row]),
    saysNan: row => isNan(cells[row]),
  };
}

interface Counts {
  /** Cells that are not missing. */
  readonly present: number;
  readonly booleans: number;
  /** Texts that are no number. */
  readonly words: number;
  readonly percents: number;
}

function count(cells: readonly Cell[], numbers: Float64Array): Counts {
  const counts = { present: 0, booleans: 0, words: 0, percents: 0 };
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (isMissing(cell)) continue;
    counts.present += 1;
    if (typeof cell === 'boolean') counts.booleans += 1;
    else if (Number.isNaN(numbers[row])) counts.words += 1;
    else if (typeof cell === 'string' && cell.trimEnd().endsWith('%')) counts.percents += 1;
  }
  return counts;
}

function wordsOf(cells: readonly Cell[], numbers: Float64Array): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (let row = 0; row < cells.length && words.size < mostInvalid; row++) {
    if (Number.isNaN(numbers[row]) && !isMissing(cells[row])) words.set(row, textOf(cells[row]));
  }
  return words;
}

/** A few words among many numbers are odd cells of a number column; otherwise they are labels or text. */
function kindOf(cells: readonly Cell[], { present, booleans, words }: Counts): ColumnKind {
  if (present === 0) return 'empty';
  if (booleans === present) return 'boolean';
  if (words === 0 || words * 10 < present) return 'number';
  const distinct = new Set<string>();
  for (const cell of cells) {
    if (!isMissing(cell)) distinct.add(textOf(cell));
    if (distinct.size > mostLabels) return 'text';
  }
  return wordKindOfCells({ length: distinct.size }, present);
}

/** Whether `present` cells that are words repeat few enough distinct ones to be labels. */
export function wordKindOfCells(
  { length }: Pick<readonly string[], 'length'>,
  present: number,
): ColumnKind {
  if (length > mostLabels) return 'text';
  return length * 2 <= present || length <= 20 ? 'label' : 'text';
}

function isMissing(cell: Cell): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell === 'number') return Number.isNaN(cell);
  return typeof cell === 'string' && missingWords.has(cell.trim());
}

function isNan(cell: Cell): boolean {
  return typeof cell === 'string' ? isNanText(cell.trim()) : Number.isNaN(cell);
}

function numberOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell !== 'string') return Number.NaN;
  const text = cell.trim();
  if (text === '') return Number.NaN;
  const infinity = own(infinities, text.toLowerCase());
  if (infinity !== undefined) return infinity;
  if (text.endsWith('%')) return Number(text.slice(0, -1)) / 100;
  return /^[-+.\d]/.test(text) ? Number(text) : Number.NaN;
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return isMissing(cell) ? '' : cell.trim();
  return typeof cell === 'number' && Number.isNaN(cell) ? '' : String(cell);
}
