import { withoutEdges } from '../../shared/withoutEdges';
import type { TextRow, TextTable } from './cellTable';
import type { TextLine } from './textLines';

const bar = /[|│┃┆]/;
const bars = /[|│┃┆]/g;
const border = /^[\s|+:=_\-│┃┆─━═╌┌┐└┘├┤┬┴┼┏┓┗┛┡┩┳┻╇╞╡╪╭╮╰╯]+$/;
const types = /^(?:---|[iuf](?:8|16|32|64)|str|bool|cat|date)$/;

/** The longest table drawn with bars: Markdown, `tabulate`, rich, polars. Undefined when there is none. */
export function pipeTable(lines: readonly TextLine[]): TextTable | undefined {
  const tables = drawn(lines).flatMap(table => tableOf(table) ?? []);
  return tables.reduce<TextTable | undefined>(
    (longest, table) => (table.rows.length > (longest?.rows.length ?? 0) ? table : longest),
    undefined,
  );
}

/** Runs of neighbouring lines with bars or borders. */
function drawn(lines: readonly TextLine[]): TextLine[][] {
  const all: TextLine[][] = [];
  let last = Number.NaN;
  for (const line of lines) {
    if (!isDrawn(line.text)) continue;
    if (line.line !== last + 1) all.push([]);
    all.at(-1)!.push(line);
    last = line.line;
  }
  return all;
}

function isDrawn(text: string): boolean {
  return text.trim() !== '' && (bar.test(text) || border.test(text));
}

/** Needs a border below the header, which tells a table from a shell pipe or a log line. */
function tableOf(lines: readonly TextLine[]): TextTable | undefined {
  const rule = lines.findIndex(({ text }, i) => i > 0 && border.test(text));
  if (rule < 0) return undefined;
  const records = lines.filter(({ text }) => !border.test(text)).map(rowOf);
  const [header, ...rest] = records;
  const rows = rest.filter(({ cells }) => !cells.every(cell => types.test(cell)));
  if (header === undefined || rows.length === 0) return undefined;
  const elided = rows.find(isElided);
  return {
    names: header.cells,
    rows: rows.filter(row => row !== elided),
    problems: [],
    ...(elided === undefined ? {} : { elidedAt: elided.line }),
  };
}

function rowOf({ text, line }: TextLine): TextRow {
  const trimmed = text.trim();
  const escaped = trimmed.replace(/\\\|/g, '\u0000');
  const cells = escaped.split(bars).map(cell => plainCell(cell));
  const from = bar.test(trimmed[0]!) ? 1 : 0;
  const to = cells.at(-1) === '' ? cells.length - 1 : cells.length;
  return { cells: cells.slice(from, to), line };
}

/** Without Markdown's bold, italics and code marks. */
function plainCell(text: string): string {
  return withoutEdges(text.replaceAll('\u0000', '|').trim(), /[*_`]/);
}

/** A row of dots stands for rows that were not printed. */
export function isElided({ cells }: TextRow): boolean {
  return (
    cells.length > 0 && cells.every(cell => /^(?:\.{2,3}|…)?$/.test(cell)) && cells.some(Boolean)
  );
}
