import { countBreaks } from '../delimited/bytes';
import { decodeText } from '../delimited/textCoding';
import { tableOfJson } from '../json/readJson';
import type { Problem, Table, TablePart } from '../table';
import { inParts } from './tablePart';

/** The text of one part. */
export interface PartText {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bytes of the file. */
  readonly fileSize: number;
}

/**
 * Reads files of JSON lines one behind the other as one table: the same columns and rows as if they stood in one
 * file. Throws a ReadError when there is no table in them.
 */
export function jsonLineParts(
  name: string,
  texts: readonly PartText[],
  problems: readonly Problem[],
): Table {
  let line = 1;
  const starts = texts.map(({ bytes }) => {
    const start = line;
    line += countBreaks(bytes, 0, bytes.length) + (endsLine(bytes) ? 0 : 1);
    return start;
  });
  const text = texts.map(({ bytes, name: part }) => withBreak(decodeText(part, bytes))).join('');
  const size = texts.reduce((sum, { fileSize }) => sum + fileSize, 0);
  const table = tableOfJson(name, text, size);
  return inParts({ ...table, format: 'jsonl' }, partsOf(table, texts, starts), problems);
}

function partsOf(
  { rows, lineOf }: Table,
  texts: readonly PartText[],
  starts: readonly number[],
): readonly TablePart[] {
  const firsts = starts.map(start => firstRowFrom(start, rows, lineOf));
  return texts.map(({ name, fileSize }, i) => ({
    name,
    format: 'jsonl',
    bytes: fileSize,
    row: firsts[i]!,
    rows: (firsts[i + 1] ?? rows) - firsts[i]!,
    line: starts[i]!,
    ownLine: 1,
  }));
}

/** The first row that stands on the line or below it; lines ascend with rows. */
function firstRowFrom(line: number, rows: number, lineOf: Table['lineOf']): number {
  let low = 0;
  for (let high = rows; low < high; ) {
    const middle = (low + high) >> 1;
    if ((lineOf(middle) ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endsLine(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.at(-1) === 0x0a || bytes.at(-1) === 0x0d;
}

function withBreak(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : `${text}\n`;
}
