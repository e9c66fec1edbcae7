import { plural } from '../../shared/text';
import { JsonError, JsonParser } from '../json/jsonParser';
import type { JsonValue } from '../json/jsonValue';
import { ReadError } from '../readError';
import { SizeError } from '../refuseUnwritten';
import type { Column, Problem, Table } from '../table';
import { cellTable } from '../text/cellTable';
import { findLiterals } from '../text/findLiterals';
import { arraysIn, tableOfArrays } from '../text/readArrays';
import { readPrinted } from '../text/readText';
import { roleHint } from '../text/roleHint';
import { sourceStyleOf } from '../text/sourceStyle';
import { withPartner } from '../text/withPartner';
import { htmlTable } from './htmlTable';
import { type NotebookText, notebookTexts } from './notebookTexts';

interface NotebookSize {
  /** Of the file; by default a byte for each character. */
  readonly bytes?: number;
  /** Bytes that what is in it may take. */
  readonly memoryBudget?: number | undefined;
}

/**
 * The most telling numbers of a Jupyter notebook: predictions before histories before other tables, and
 * the longest among equals. Throws a ReadError when it is no notebook or holds nothing of the kind.
 */
export function readNotebook(name: string, text: string, size: NotebookSize = {}): Table {
  const { bytes = text.length, memoryBudget } = size;
  const texts = notebookTexts(parse(name, text, memoryBudget));
  const outputs = texts.filter(({ kind }) => kind !== 'code');
  const code = texts.filter(({ kind }) => kind === 'code');
  const found = [...outputs.flatMap(output => tableIn(name, output)), ...typedArrays(name, code)];
  const rated = found.map(table => ({ table, score: scoreOf(table) }));
  const [best, ...others] = rated
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.table.rows - a.table.rows);
  if (best === undefined) {
    throw new ReadError(
      { source: name },
      'no cell of this notebook shows predictions, errors or a training history; run it first',
    );
  }
  const told = others.filter(({ score }) => score > 1).map(({ table }) => table);
  const more = best.table.history === true ? otherTrainings(best.table, told) : [];
  const notes = told.filter(table => !more.includes(table)).map(table => leftOut(name, table));
  return {
    ...withPartner(best.table),
    format: 'notebook',
    bytes,
    ...(more.length === 0 ? {} : { more }),
    problems: [...best.table.problems, ...notes.slice(0, maxNotes)],
  };
}

const maxNotes = 20;

/** Histories of other trainings: those that do not show the numbers of one that is taken already. */
function otherTrainings(best: Table, tables: readonly Table[]): readonly Table[] {
  const taken = [best];
  for (const table of tables) {
    const again = taken.some(one => one.columns.some(column => isShownIn(column, table)));
    if (table.history === true && !again) taken.push(table);
  }
  return taken.slice(1).sort((a, b) => (a.lineOf(0) ?? 0) - (b.lineOf(0) ?? 0));
}

/** As printed, so that a value may be rounded. */
const rounding = 0.005;

/** True for a column of fractions whose values another table holds too. */
function isShownIn({ numbers }: Column, { columns, rows }: Table): boolean {
  if (numbers.length !== rows || numbers.every(value => !(value % 1 !== 0))) return false;
  return columns.some(other =>
    other.numbers.every((value, row) => {
      const shown = numbers[row]!;
      return Object.is(value, shown) || Math.abs(value - shown) <= rounding * Math.abs(shown);
    }),
  );
}

function parse(name: string, text: string, memoryBudget?: number): JsonValue {
  try {
    return new JsonParser(text, 1, memoryBudget).value();
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const place = { source: name, line: error.line, column: error.character };
    throw new ReadError(place, `this is not a notebook: ${error.message}`);
  }
}

/** The table of one output with the lines of the file, or none. */
function tableIn(name: string, { kind, text, lines }: NotebookText): Table[] {
  try {
    if (kind === 'plain') return [withLines(readPrinted(name, text), lines)];
    const table = htmlTable(text);
    return table === undefined ? [] : [withLines(cellTable(name, table), lines)];
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ReadError || error instanceof SizeError;
}

/** Arrays that were typed into the cells, all cells together. */
function typedArrays(name: string, code: readonly NotebookText[]): Table[] {
  const comments = sourceStyleOf(name);
  let line = 1;
  const literals = code.flatMap(({ text, lines }) => {
    const first = line;
    line += lines.length;
    return findLiterals(text, first, comments);
  });
  try {
    const table = tableOfArrays(name, arraysIn(literals));
    return table === undefined
      ? []
      : [
          withLines(
            table,
            code.flatMap(({ lines }) => lines),
          ),
        ];
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

/** Lines of a text as lines of the file. */
function withLines(table: Table, lines: readonly number[]): Table {
  const lineIn = (line: number): number => lines[line - 1] ?? lines.at(-1) ?? 1;
  return {
    ...table,
    lineOf: row => {
      const line = table.lineOf(row);
      return line === null ? null : lineIn(line);
    },
    problems: table.problems.map(({ place, text }) => ({
      place: place.line === undefined ? place : { ...place, line: lineIn(place.line) },
      text,
    })),
  };
}

/** 5: predictions with targets. 4: errors. 3: a history. 1: other columns of numbers. 0: nothing. */
function scoreOf(table: Table): number {
  if (table.history === true) return table.rows > 1 ? 3 : 0;
  const hints = table.columns.map(column => roleHint(column.name));
  if (hints.includes('target') && hints.includes('prediction')) return 5;
  if (table.rows < 2) return 0;
  if (hints.includes('error')) return 4;
  if (hints.includes('prediction')) return 2;
  return table.columns.some(column => column.kind === 'number') ? 1 : 0;
}

function leftOut(source: string, table: Table): Problem {
  const names = table.columns.slice(0, 3).map(column => `"${column.name}"`);
  const line = table.lineOf(0);
  return {
    place: line === null ? { source } : { source, line },
    text: `another table (${names.join(', ')}; ${plural(table.rows, 'row')}) was left out`,
  };
}
