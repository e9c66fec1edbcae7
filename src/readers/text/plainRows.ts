import { fileStem } from '../../names/fileStem';
import { plural } from '../../shared/text';
import { isHeader } from '../delimited/headerRow';
import { ReadError } from '../readError';
import type { TextRow, TextTable } from './cellTable';
import { roleHint } from './roleHint';
import type { TextLine } from './textLines';

type Split = (line: string) => string[];

/** Ways to cut a line into cells, in the order in which they are tried. */
const splits: readonly { readonly split: Split; readonly decimalComma: boolean }[] = [
  { split: text => quotedCells(text, '\t'), decimalComma: false },
  { split: text => quotedCells(text, ';'), decimalComma: true },
  { split: text => quotedCells(text, ','), decimalComma: false },
  { split: text => quotedCells(text, '|'), decimalComma: false },
  { split: blankCells, decimalComma: false },
  { split: text => text.trim().split(/\s{2,}/), decimalComma: false },
];

/** A line below a header that only underlines it. */
function isRule(text: string): boolean {
  return /^[\s\-=+_─]+$/.test(text) && /[-=─]{3}/.test(text);
}

/** Cells between blanks; a quoted one may hold some. */
function blankCells(text: string): string[] {
  const cells = text.match(/"(?:[^"]|"")*"|\S+/g) ?? [''];
  return cells.map(cell => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

const previewRows = 20;

/**
 * Rows without brackets: a piece of a CSV file, columns between blanks, one number a line, or one line of
 * numbers. Undefined when the lines are something else.
 */
export function plainRows(name: string, lines: readonly TextLine[]): TextTable | undefined {
  const full = lines.filter(({ text }) => text.trim() !== '' && !isRule(text));
  const cut =
    full.length === 0
      ? undefined
      : (rPrint(full) ?? brokenList(full) ?? columns(full) ?? belowRemarks(full));
  if (cut === undefined) return undefined;
  const elided = cut.rows.find(({ cells }) =>
    cells.some(cell => /^(?:\.{3}|…)$/.test(cell.trim())),
  );
  const table = oneLine(named(name, cut.rows, cut.decimalComma));
  return elided === undefined ? table : { ...table, elidedAt: elided.line };
}

/** The rows under the names in the first line of their document; undefined when they do not fit it. */
export function belowHead(
  name: string,
  head: string | undefined,
  lines: readonly TextLine[],
): TextTable | undefined {
  if (head === undefined) return undefined;
  const full = lines.filter(({ text }) => text.trim() !== '');
  const cut = columns([{ text: head, line: 1 }, ...full]);
  const [first, ...rest] = cut?.rows ?? [];
  if (cut === undefined || first === undefined) return undefined;
  if (rest.some(({ cells }) => cells.length !== first.cells.length)) return undefined;
  if (splits.every(({ split }) => withoutEnd(split(head)).length !== first.cells.length))
    return undefined;
  const table = named(name, cut.rows, cut.decimalComma);
  return table.rows.length === rest.length ? table : undefined;
}

interface Cut {
  readonly rows: readonly TextRow[];
  readonly decimalComma: boolean;
}

const rIndex = /^\s*\[\d+\]\s+/;

/** R prints a vector over several lines, each with the index of its first value: `[1] 0.5 0.25`. */
function rPrint(lines: readonly TextLine[]): Cut | undefined {
  if (!lines.every(({ text }) => rIndex.test(text))) return undefined;
  const rows = lines.flatMap(({ text, line }) =>
    text
      .replace(rIndex, '')
      .trim()
      .split(/\s+/)
      .map(cell => ({ cells: [unquoted(cell)], line })),
  );
  return { rows, decimalComma: false };
}

function unquoted(cell: string): string {
  return /^".*"$/.test(cell) ? cell.slice(1, -1) : cell;
}

/** The inside of a list over several lines: every line but the last ends in a comma. */
function brokenList(lines: readonly TextLine[]): Cut | undefined {
  const inner = lines.slice(0, -1);
  const last = lines.at(-1)!;
  if (inner.length === 0 || /,\s*$/.test(last.text)) return undefined;
  if (!inner.every(({ text }) => /,\s*$/.test(text))) return undefined;
  const rows = lines.flatMap(({ text, line }) =>
    withoutEnd(text.split(',')).map(cell => ({ cells: [cell.trim()], line })),
  );
  return rows.every(({ cells }) => isNumber(cells[0]!, false))
    ? { rows, decimalComma: false }
    : undefined;
}

/** Rows below lines that start with #, the last of which may name the columns, as NumPy's savetxt writes them. */
function belowRemarks(lines: readonly TextLine[]): Cut | undefined {
  const first = lines.findIndex(({ text }) => !/^\s*#/.test(text));
  if (first < 1) return oneColumn(lines);
  const { line, text } = lines[first - 1]!;
  const rows = lines.slice(first);
  const named = [{ line, text: text.replace(/^\s*#+\s*/, '') }, ...rows];
  return columns(named) ?? columns(rows) ?? oneColumn(rows);
}

function columns(lines: readonly TextLine[]): Cut | undefined {
  for (const { split, decimalComma } of splits) {
    const cut = lines.map(({ text, line }) => ({ cells: withoutEnd(split(text)), line }));
    const rows = withFittingHeader(cut, lines[0]!);
    const width = rows[0]!.cells.length;
    const regular = rows.filter(({ cells }) => cells.length === width).length;
    if (width < 2 || regular * 5 < rows.length * 4) continue;
    if (mostlyNumbers(rows, decimalComma)) return { rows, decimalComma };
  }
  return undefined;
}

/**
 * Rows below a header that is separated in another way, or that has no name for the row names in front, as R
 * writes its tables.
 */
function withFittingHeader(rows: readonly TextRow[], top: TextLine): readonly TextRow[] {
  const [header, first, ...rest] = rows;
  if (header === undefined || first === undefined) return rows;
  const width = first.cells.length;
  const own = header.cells;
  if (own.length === width || rest.some(({ cells }) => cells.length !== width)) return rows;
  if (own.some(cell => isNumber(cell, false))) return rows;
  if (own.length > 1 && own.length === width - 1)
    return [{ cells: ['', ...own], line: header.line }, first, ...rest];
  const other = splits
    .map(({ split }) => withoutEnd(split(top.text)))
    .find(cells => cells.length === width && !cells.some(cell => isNumber(cell, false)));
  return other === undefined ? rows : [{ cells: other, line: header.line }, first, ...rest];
}

/** Without the empty cell that a separator at the end of the line leaves. */
function withoutEnd(cells: string[]): string[] {
  return cells.length > 1 && cells.at(-1)!.trim() === '' ? cells.slice(0, -1) : cells;
}

/** At least one column, below a possible header, is numbers nearly all the way down. */
function mostlyNumbers(rows: readonly TextRow[], decimalComma: boolean): boolean {
  if (rows.length === 1) return rows[0]!.cells.every(cell => isNumber(cell, decimalComma));
  const body = rows.slice(1);
  return rows[0]!.cells.some((_, k) => {
    const numbers = body.filter(({ cells }) => isNumber(cells[k] ?? '', decimalComma)).length;
    return numbers * 5 >= body.length * 4;
  });
}

function oneColumn(lines: readonly TextLine[]): Cut | undefined {
  const rows = lines.map(({ text, line }) => ({
    cells: [text.replace(/[,;]\s*$/, '').trim()],
    line,
  }));
  return mostlyNumbers(rows, false) ? { rows, decimalComma: false } : undefined;
}

const numeric = /^[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*%?$/;
const germanNumeric = /^[-+]?\d[\d.]*(?:,\d+)?(?:[eE][-+]?\d+)?\s*%?$/;

function isNumber(cell: string, decimalComma: boolean): boolean {
  const text = cell.trim();
  return numeric.test(text) || (decimalComma && germanNumeric.test(text));
}

function named(name: string, rows: readonly TextRow[], semicolons: boolean): TextTable {
  const decimalComma =
    semicolons && rows.some(({ cells }) => cells.some(cell => /^\s*-?\d+,\d+\s*$/.test(cell)));
  const [first, ...rest] = rows as [TextRow, ...TextRow[]];
  const trimmed = first.cells.map(cell => cell.trim());
  const preview = rest.slice(0, previewRows).map(({ cells }) => cells.map(cell => cell.trim()));
  const header =
    rest.length > 0 &&
    isHeader(
      trimmed,
      preview,
      trimmed.map(() => decimalComma),
    );
  const names = header ? trimmed : trimmed.map((_, k) => columnName(name, k, trimmed.length));
  const body = header ? rest : rows;
  if (body.length === 0)
    throw new ReadError({ source: name, line: first.line }, 'there is a header but no row');
  return { names, rows: body, problems: ragged(name, names.length, body), decimalComma };
}

/** A column alone is called after its file where that says what it is: `errors` for `errors.txt`. */
function columnName(file: string, k: number, width: number): string {
  if (width > 1) return `column ${k + 1}`;
  const stem = fileStem(file);
  return roleHint(stem) === 'other' ? 'array 1' : stem;
}

function ragged(source: string, width: number, rows: readonly TextRow[]): TextTable['problems'] {
  const odd = rows.filter(({ cells }) => cells.length !== width);
  return odd.slice(0, 20).map(({ cells, line }) => ({
    place: { source, line },
    text: `${plural(cells.length, 'cell')} instead of ${width} (${cells.length < width ? 'the rest is missing' : 'the rest is ignored'})`,
  }));
}

/** A single line of numbers is one array, not a row of a table. */
function oneLine(table: TextTable): TextTable {
  const only = table.rows[0];
  if (table.rows.length !== 1 || only === undefined || !table.names[0]?.startsWith('column '))
    return table;
  const rows = only.cells.map(cell => ({ cells: [cell], line: only.line }));
  return { ...table, names: ['array 1'], rows };
}

/** Cells of one line; a quoted cell may hold the separator and doubled quotes. */
function quotedCells(line: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const quoted = line[at] === '"' ? quotedEnd(line, at) : -1;
    const from = quoted < 0 ? at : quoted;
    const next = line.indexOf(separator, from);
    const end = next < 0 ? line.length : next;
    const cell = line.slice(at, end).trim();
    cells.push(quoted < 0 ? cell : cell.slice(1, -1).replaceAll('""', '"'));
    at = end + 1;
  }
  return cells;
}

/** Index behind the closing quote of the cell that starts at `from`; -1 when it has none. */
function quotedEnd(line: string, from: number): number {
  let at = from + 1;
  while (at < line.length) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return -1;
    if (line[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
  return -1;
}
