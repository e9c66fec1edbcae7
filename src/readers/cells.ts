import { type CellValue, cellValue } from './delimited/cellValue';
import { numericKind, type Tally, wordKind } from './delimited/columnKind';
import { daysComeFirst, timeValue } from './delimited/timeValue';
import { isNanText } from './missingWords';
import { type Column, maxInvalid } from './table';

/** A cell of a source that knows types: JSON, Parquet, MessagePack and their kin. */
export type Cell = number | string | boolean | null | undefined;

/** With more distinct texts than this a column is no column of labels, whatever they are. */
const maxTexts = 1000;

/**
 * A column of typed cells. Texts are read as the cells of a delimited file are, and the same rules tell what the
 * column is, so that the same rows make the same report however they are written.
 */
export function columnOfCells(name: string, cells: readonly Cell[]): Column {
  const read = cellReader();
  const numbers = new Float64Array(cells.length);
  const tally = { rows: cells.length, missing: 0, booleans: 0, words: 0 };
  let percent = false;
  for (let row = 0; row < cells.length; row++) {
    const value = read(cells[row]);
    numbers[row] = 'value' in value ? value.value : Number.NaN;
    if (value.kind === 'missing') tally.missing += 1;
    else if (value.kind === 'boolean') tally.booleans += 1;
    else if (value.kind === 'word') tally.words += 1;
    else if (value.percent) percent = true;
  }
  const kind = numericKind(tally);
  if (kind === undefined) return columnOfWords(name, cells, numbers, tally, read);
  return {
    name,
    kind,
    numbers,
    missing: tally.missing,
    invalid: kind === 'number' ? wordsAmong(cells, read) : new Map(),
    percent,
    textOf: row => textOf(cells[row], read),
    saysNan: row => isNan(cells[row]),
  };
}

type Read = (cell: Cell) => CellValue;

const missing: CellValue = { kind: 'missing' };
const booleans: readonly CellValue[] = [
  { kind: 'boolean', value: 0 },
  { kind: 'boolean', value: 1 },
];

/** Reads cells; what a text says is worked out once. */
function cellReader(): Read {
  const known = new Map<string, CellValue>();
  return cell => {
    if (typeof cell === 'number') {
      return Number.isNaN(cell) ? missing : { kind: 'number', value: cell, percent: false };
    }
    if (typeof cell === 'boolean') return booleans[Number(cell)]!;
    if (typeof cell !== 'string') return missing;
    const found = known.get(cell);
    if (found !== undefined) return found;
    const value = cellValue(cell.trim(), false);
    if (known.size < maxTexts) known.set(cell, value);
    return value;
  };
}

function textOf(cell: Cell, read: Read): string {
  if (read(cell).kind === 'missing') return '';
  return typeof cell === 'string' ? cell.trim() : String(cell);
}

function wordsAmong(cells: readonly Cell[], read: Read): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (let row = 0; row < cells.length && words.size < maxInvalid; row++) {
    if (read(cells[row]).kind === 'word') words.set(row, textOf(cells[row], read));
  }
  return words;
}

/** Keeps every distinct text once, and a code for each row. */
function columnOfWords(
  name: string,
  cells: readonly Cell[],
  numbers: Float64Array,
  tally: Tally,
  read: Read,
): Column {
  const codes = new Int32Array(cells.length).fill(-1);
  const codeOf = new Map<string, number>();
  const labels: string[] = [];
  for (let row = 0; row < codes.length; row++) {
    const text = textOf(cells[row], read);
    if (text === '') continue;
    const known = codeOf.get(text);
    codes[row] = known ?? labels.length;
    if (known !== undefined) continue;
    codeOf.set(text, labels.length);
    labels.push(text);
  }
  const kind = wordKind(labels, tally.rows - tally.missing);
  return {
    name,
    kind,
    numbers: kind === 'time' ? secondsOf(codes, labels) : numbers,
    missing: tally.missing,
    invalid: new Map(),
    percent: false,
    dictionary: { codes, labels },
    textOf: row => labels[codes[row] ?? -1] ?? '',
    saysNan: row => isNan(cells[row]),
  };
}

function secondsOf(codes: Int32Array, labels: readonly string[]): Float64Array {
  const dayFirst = daysComeFirst(labels);
  const ofLabel = labels.map(label => timeValue(label, dayFirst));
  return Float64Array.from(codes, code => ofLabel[code] ?? Number.NaN);
}

function isNan(cell: Cell): boolean {
  return typeof cell === 'string' ? isNanText(cell.trim()) : Number.isNaN(cell);
}
