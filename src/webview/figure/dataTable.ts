import type { DataRow, DataTable } from '../../shared/figure';
import type { PageContext } from '../context';
import { el, refill } from '../el';
import { counted } from '../number';
import { lineButton, lineRow, numberCell, scrollBox } from '../parts';

const firstRows = 200;

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** The numbers behind a figure, sortable by any column; the first 200 rows until more are asked for. */
export function dataTable(context: PageContext, data: DataTable): HTMLElement {
  const box = el('div', { class: 'data-table' });
  const goTo = (selector: string): void => box.querySelector<HTMLElement>(selector)?.focus();
  const draw = (order: Order | undefined, all: boolean): void => {
    const rows = order === undefined ? data.rows : sorted(data.rows, order);
    refill(
      box,
      scrollBox(
        data.caption,
        tableOf(context, data, rows.slice(0, all ? rows.length : firstRows), order, next => {
          draw(next, all);
          goTo('[aria-sort$="ing"] .sort');
        }),
      ),
      footer(data, all, () => {
        draw(order, true);
        goTo('.scroll');
      }),
    );
  };
  draw(undefined, false);
  return box;
}

function tableOf(
  context: PageContext,
  data: DataTable,
  rows: readonly DataRow[],
  order: Order | undefined,
  sort: (order: Order) => void,
): HTMLTableElement {
  const hasLines = data.rows.some(row => row.line !== undefined && row.line > 0);
  return el(
    'table',
    {},
    el('caption', { class: 'unseen' }, data.caption),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        hasLines && el('th', { scope: 'col', class: 'number' }, 'line'),
        ...data.columns.map((column, i) => headCell(column, i, order, sort)),
      ),
    ),
    el('tbody', {}, ...rows.map(row => bodyRow(context, data, row, hasLines))),
  );
}

function headCell(
  column: DataTable['columns'][number],
  index: number,
  order: Order | undefined,
  sort: (order: Order) => void,
): HTMLElement {
  const own = order?.column === index ? order : undefined;
  const state = own === undefined ? 'none' : own.descending ? 'descending' : 'ascending';
  const next = { column: index, descending: own === undefined ? column.numeric : !own.descending };
  return el(
    'th',
    { scope: 'col', class: column.numeric ? 'number' : undefined, 'aria-sort': state },
    el(
      'button',
      { type: 'button', class: 'sort', onclick: () => sort(next) },
      column.label,
      el(
        'span',
        { class: 'arrow', 'aria-hidden': 'true' },
        own === undefined ? '' : own.descending ? '\u2193' : '\u2191',
      ),
    ),
  );
}

function bodyRow(
  context: PageContext,
  data: DataTable,
  row: DataRow,
  hasLines: boolean,
): HTMLElement {
  const cells = data.columns.map((column, i) => {
    const cell = row.cells[i];
    if (typeof cell === 'number') return numberCell(cell);
    return el(
      'td',
      { class: column.numeric ? 'number' : undefined },
      el('bdi', { class: 'name' }, cell ?? ''),
    );
  });
  const { line, source } = row;
  const button =
    line !== undefined && line > 0 ? lineButton(context, line, String(line), source) : undefined;
  return lineRow(
    context,
    line,
    source,
    hasLines && el('td', { class: 'number' }, button),
    ...cells,
  );
}

function footer(data: DataTable, all: boolean, showAll: () => void): HTMLElement | undefined {
  const left = all ? 0 : Math.max(0, data.rows.length - firstRows);
  const omitted = data.omitted ?? 0;
  if (left === 0 && omitted === 0) return undefined;
  return el(
    'p',
    { class: 'quiet' },
    left > 0 &&
      el(
        'button',
        { type: 'button', class: 'quiet', onclick: showAll },
        `Show ${counted(left, 'more row')}`,
      ),
    omitted > 0 && ` ${counted(omitted, 'row')} left out of this table.`,
  );
}

/** Numbers by size, texts by alphabet, what is missing last. */
export function sorted(rows: readonly DataRow[], order: Order): readonly DataRow[] {
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[order.column] ?? null, b.cells[order.column] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * compare(left, right);
    return sign * String(left).localeCompare(String(right), 'en', { numeric: true });
  });
}

function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : Number(a > b);
}
