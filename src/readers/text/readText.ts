import { ReadError } from '../readError';
import type { Table } from '../table';
import { alignedRows } from './alignedRows';
import { cellTable, isWorthwhile, type TextTable } from './cellTable';
import { telling } from './chooseArrays';
import { elisionAdvice } from './elision';
import { type FoundLiteral, findLiterals } from './findLiterals';
import { logRows, logTable } from './logRows';
import { pipeTable } from './pipeTable';
import { belowHead, plainRows } from './plainRows';
import { printedFrame } from './printedFrame';
import { printedSeries } from './printedSeries';
import { printedVectors } from './printedVectors';
import { type Arrays, arraysIn, tableOfArrays } from './readArrays';
import { roleHint } from './roleHint';
import { sentence } from './sentence';
import { isSourceName, sourceStyleOf } from './sourceStyle';
import { type TextLine, textLines } from './textLines';
import { twoSelections } from './twoSelections';
import { withPartner } from './withPartner';

/** Text from an editor: one selection, or a whole document. */
export interface TextPiece {
  readonly text: string;
  /** 1-based line of the document on which the piece starts, and its 0-based character. */
  readonly line: number;
  readonly character?: number;
  /** The first line of the document, when the piece stands below it: it may name the columns. */
  readonly head?: string;
}

/** What a text was cut into, for the readers that look at it one after the other. */
interface Source {
  readonly name: string;
  /** The lines of each piece, and of all together. */
  readonly pieces: readonly (readonly TextLine[])[];
  readonly lines: readonly TextLine[];
  readonly arrays: Arrays;
  /** The first line of the document above the selection. */
  readonly head: string | undefined;
  readonly isCode: boolean;
  /** True when a table that was printed in part is read as far as it goes. */
  readonly partly: boolean;
}

type Attempt = (source: Source) => Table | undefined;

/** Readers in the order in which they are asked; the first that finds something answers. */
const attempts: readonly Attempt[] = [
  pairsInLines,
  source => printed(source, printedVectors(source.lines)),
  namedArrays,
  trainingLog,
  ...[pipes, frame, series].map(read => (source: Source) => printed(source, read(source))),
  anyArrays,
  selections,
  rows,
  aligned,
  logLine,
  spoken,
];

/**
 * The numbers that people have selected, or that stand in a whole document, as one table.
 * Throws a ReadError when there are none, or when they are abbreviated or of unequal length.
 */
export function readText(name: string, pieces: readonly TextPiece[]): Table {
  return read(name, pieces, false);
}

/** Like `readText`, but a table that was printed in part is read as far as it is shown, with a note. */
export function readPrinted(name: string, text: string): Table {
  return read(name, [{ text, line: 1 }], true);
}

function read(name: string, pieces: readonly TextPiece[], partly: boolean): Table {
  const used = pieces
    .filter(piece => piece.text.trim() !== '')
    .map(piece => ({ ...piece, text: withoutPrompts(withoutFences(name, piece.text)) }));
  if (used.length === 0)
    throw new ReadError({ source: name }, 'the text is empty; select the numbers to inspect');
  const source = sourceOf(name, used, partly);
  for (const attempt of attempts) {
    const table = attempt(source);
    if (table !== undefined && isWorthwhile(table)) {
      return { ...withPartner(table), bytes: sizeOf(used) };
    }
  }
  throw nothingFound(source);
}

function nothingFound({ name, lines }: Source): ReadError {
  const first = lines.find(({ text }) => /\d/.test(text));
  return first === undefined
    ? new ReadError({ source: name, line: lines[0]!.line }, 'there are no numbers in this text')
    : new ReadError(
        { source: name, line: first.line },
        'the numbers in this text are no array, no table and no training log that can be told apart; select the numbers alone, or rows of equal length',
      );
}

/** Markdown without the marks around its code, on the same lines. */
function withoutFences(name: string, text: string): string {
  return /\.(?:md|markdown|rmd|qmd)$/i.test(name) ? text.replace(/^[ \t]*`{3}.*$/gm, ';') : text;
}

const prompts = /^(?:In|Out) ?\[\d+\]:|<tf\.[^<>\n]*numpy=|(?<=\))>(?=\s*$)/gm;

/**
 * What a console was asked to show, with what it showed below: `>>> y_true`, `In [3]: print(y_true)`. R and
 * Julia are read by what they print.
 */
const asked =
  /^(?:>>>|In ?\[\d+\]:)[ \t]*(?:print\()?([\p{L}_][\p{L}\p{N}_.]*?)(?:\.(?:tolist|numpy)\(\)|\.values)?\)?[ \t]*(?=(?:\r?\n[ \t]*){1,3}(?:Out ?\[\d+\]:)?[ \t]*(?:\[|array\(|tensor\(|Array\(|\(?\d|<tf\.))/gmu;

/**
 * Without IPython's `Out[3]:` and what TensorFlow prints around an array, an array under the name that was
 * asked for; a minus as keyboards have it.
 */
function withoutPrompts(text: string): string {
  return text
    .replace(asked, (found, name: string) => `${name} =`.padEnd(found.length))
    .replace(prompts, found => ' '.repeat(found.length))
    .replaceAll('\u2212', '-');
}

function sourceOf(name: string, pieces: readonly TextPiece[], partly: boolean): Source {
  const comments = sourceStyleOf(name);
  const literals = pieces.flatMap(({ text, line, character }): FoundLiteral[] =>
    findLiterals(text, line, comments, character),
  );
  const lines = pieces.map(({ text, line }) => textLines(text, line));
  return {
    name,
    pieces: lines,
    lines: lines.flat(),
    arrays: arraysIn(literals),
    head: pieces[0]?.head,
    partly,
    isCode: !partly && isSourceName(name),
  };
}

function sizeOf(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

/** A target and a prediction in every line: `Actual: 3.0, Predicted: 2.5`. */
function pairsInLines({ name, lines, isCode }: Source): Table | undefined {
  const log = isCode ? undefined : logRows(lines);
  if (log === undefined || log.training || log.rows.length < 2) return undefined;
  const hints = [...log.rows[0]!.values.keys()].map(roleHint);
  const isPair = hints.includes('target') && hints.includes('prediction');
  const isWhole = log.rows.every(({ values }) => values.size === hints.length);
  return isPair && isWhole ? logTable(name, log) : undefined;
}

/** Arrays whose names say that they belong together. */
function namedArrays({ name, arrays }: Source): Table | undefined {
  const { best } = arrays;
  const sure = best !== undefined && best.score >= telling && !best.history;
  return sure ? tableOfArrays(name, arrays) : undefined;
}

/** At least two rows of a log; in source code arrays come first. */
function trainingLog({ name, lines, arrays, isCode }: Source): Table | undefined {
  if (isCode && arrays.blocks.length > 0) return undefined;
  const log = logRows(lines);
  return log.training && log.rows.length > 1 ? logTable(name, log) : undefined;
}

function pipes({ lines }: Source): TextTable | undefined {
  return pipeTable(lines);
}

function frame({ lines }: Source): TextTable | undefined {
  return printedFrame(lines);
}

function series({ name, lines }: Source): TextTable | undefined {
  return printedSeries(name, lines);
}

function printed({ name, partly }: Source, table: TextTable | undefined): Table | undefined {
  if (table === undefined) return undefined;
  if (table.elidedAt === undefined || partly) return cellTable(name, table);
  throw new ReadError({ source: name, line: table.elidedAt }, `the table ${elisionAdvice}`);
}

const isData = /\.(?:csv|tsv|psv|tab|txt|dat|data|out)$/i;

/** Columns between separators, under the names in the first line of the document where they are its rows. */
function rows(source: Source): Table | undefined {
  const { name, lines, head } = source;
  return printed(
    source,
    (isData.test(name) ? belowHead(name, head, lines) : undefined) ?? plainRows(name, lines),
  );
}

/** Columns that some rows leave empty. */
function aligned({ name, lines, isCode }: Source): Table | undefined {
  const table = isCode ? undefined : alignedRows(lines);
  return table === undefined ? undefined : cellTable(name, table);
}

function anyArrays({ name, arrays }: Source): Table | undefined {
  return tableOfArrays(name, arrays);
}

function selections({ name, pieces }: Source): Table | undefined {
  return twoSelections(name, pieces);
}

/** One row of a log. */
function logLine({ name, lines }: Source): Table | undefined {
  const log = logRows(lines);
  return log.training ? logTable(name, log) : undefined;
}

function spoken({ name, lines }: Source): Table | undefined {
  return sentence(name, lines);
}
