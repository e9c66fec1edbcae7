import { csvCell } from '../../shared/csvCell';
import { markdownText } from '../../shared/markdownText';

type Rows = readonly (readonly (number | string | null)[])[];

/** Lines of CSV, each ended by CRLF as RFC 4180 wants. */
export function csv(rows: Rows): string {
  return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A Markdown table; the first row is its head. */
export function markdown(rows: Rows): string {
  const [head = [], ...body] = rows.map(row => row.map(markdownCell));
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [head, rule, ...body].map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

function markdownCell(value: number | string | null): string {
  return typeof value === 'number' ? String(value) : markdownText(value ?? '');
}
