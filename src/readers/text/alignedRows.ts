import type { TextTable } from './cellTable';
import { paragraphs, type TextLine } from './textLines';

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const fewestNames = 3;

/**
 * The longest table between blanks whose rows leave cells empty, as Weka prints predictions: each cell belongs to
 * the name above or below which it stands. Undefined when the lines are something else.
 */
export function alignedRows(lines: readonly TextLine[]): TextTable | undefined {
  const tables = paragraphs(lines).flatMap(block => tableOf(block) ?? []);
  return tables.reduce<TextTable | undefined>(
    (longest, table) => (table.rows.length > (longest?.rows.length ?? 0) ? table : longest),
    undefined,
  );
}

function tableOf([header, ...body]: readonly TextLine[]): TextTable | undefined {
  if (header === undefined || body.length < 2) return undefined;
  const names = spansOf(header.text);
  if (names.length < fewestNames || names.some(({ text }) => isNumber(text))) return undefined;
  const rows = body.map(({ text, line }) => ({ cells: cellsUnder(names, spansOf(text)), line }));
  const filled = rows.flatMap(({ cells, line }) => (cells === undefined ? [] : [{ cells, line }]));
  if (filled.length < rows.length) return undefined;
  const isMeasured = names.some((_, k) => filled.every(({ cells }) => isNumber(cells[k] ?? '')));
  return isMeasured
    ? { names: names.map(({ text }) => text), rows: filled, problems: [] }
    : undefined;
}

function spansOf(text: string): readonly Span[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** The cells of a row by name; undefined when two of them stand below one name, or one below none. */
function cellsUnder(names: readonly Span[], spans: readonly Span[]): readonly string[] | undefined {
  const cells = names.map(() => '');
  let last = -1;
  for (const span of spans) {
    const at = nearest(names, span);
    if (at === undefined || at <= last) return undefined;
    cells[at] = span.text;
    last = at;
  }
  return spans.length < 2 ? undefined : cells;
}

/** The name that a cell overlaps most, else the one that it stands nearest to. */
function nearest(names: readonly Span[], span: Span): number | undefined {
  const shared = names.map(name => Math.min(name.end, span.end) - Math.max(name.start, span.start));
  const most = Math.max(...shared);
  return most > -span.text.length ? shared.indexOf(most) : undefined;
}

function isNumber(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text.replace(/^\*/, '')));
}
