import { plural } from '../../shared/text';
import { ReadError } from '../readError';
import type { TextRow, TextTable } from './cellTable';
import { paragraphs, type TextLine } from './textLines';

const footer = /(?:^|, )dtype: \w+$/;
const footerName = /^(?:.*, )?Name: (.*?)(?:, Length: \d+)?, dtype: \w+$/;
const maxFooter = 1000;

interface Series {
  readonly name: string;
  readonly rows: readonly TextRow[];
  readonly elidedAt?: number;
}

/** Series prints of pandas (`Name: y, dtype: float64`) side by side. Throws when their lengths differ. */
export function printedSeries(name: string, lines: readonly TextLine[]): TextTable | undefined {
  const all = paragraphs(lines).flatMap(seriesIn).slice(0, 1000);
  const first = all[0];
  if (first === undefined) return undefined;
  const other = all.find(series => series.rows.length !== first.rows.length);
  if (other !== undefined) refuse(name, first, other);
  const elidedAt = all.find(series => series.elidedAt !== undefined)?.elidedAt;
  return {
    names: all.map((series, i) => (series.name === '' ? `array ${i + 1}` : series.name)),
    rows: first.rows.map(({ line }, row) => ({
      cells: all.map(({ rows }) => rows[row]!.cells[0]!),
      line,
    })),
    problems: [],
    ...(elidedAt === undefined ? {} : { elidedAt }),
  };
}

function refuse(source: string, first: Series, other: Series): never {
  const [a, b] = [first, other].map(
    ({ name, rows }) => `"${name}" has ${plural(rows.length, 'value')}`,
  );
  throw new ReadError(
    { source, line: first.rows[0]?.line ?? 1 },
    `${a} but ${b} on line ${other.rows[0]?.line}; series that belong together have one length`,
  );
}

/** A paragraph may hold several series, each ended by its footer. */
function seriesIn(lines: readonly TextLine[]): Series[] {
  const found: Series[] = [];
  let rows: TextRow[] = [];
  let elidedAt: number | undefined;
  for (const { text, line } of lines) {
    if (footer.test(text)) {
      const name = nameIn(text);
      if (rows.length > 0)
        found.push({ name, rows, ...(elidedAt === undefined ? {} : { elidedAt }) });
      rows = [];
      elidedAt = undefined;
      continue;
    }
    const cut = /^\s*\.{2,3}(?:\s+\.{2,3})?\s*$/.test(text);
    const value = valueIn(text);
    if (cut) elidedAt = line;
    else if (value !== undefined) rows.push({ cells: [value], line });
  }
  return found;
}

function nameIn(text: string): string {
  return text.length > maxFooter ? '' : (footerName.exec(text)?.[1] ?? '');
}

/** What stands last in a line that begins with an index, two blanks before it. */
function valueIn(line: string): string | undefined {
  const text = line.trimEnd();
  let from = text.length;
  while (from > 0 && !isBlank(text, from - 1)) from -= 1;
  const isApart = from >= 3 && isBlank(text, from - 2) && !isBlank(text, 0);
  return isApart && from < text.length ? text.slice(from) : undefined;
}

function isBlank(text: string, at: number): boolean {
  return text[at]!.trim() === '';
}
