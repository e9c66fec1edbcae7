import type { WorstRow } from '../../shared/lossReport';
import type { RowCells } from '../../shared/protocol/inspection';
import { regionNames } from '../../shared/regionNames';
import type { PageContext } from '../context';
import { type Child, el } from '../el';
import { grouped, shown } from '../number';
import { lineButton, lineRow, numberCell, scrollBox } from '../parts';
import { shortened } from '../visible';

const mostColumns = 12;

/** A row as the report has it, or as the engine tells it with its other columns. */
export type KnownRow = WorstRow & Partial<RowCells>;

interface Column {
  readonly label: string;
  readonly value: (row: KnownRow) => number | string | null | undefined;
}

/** The columns that some row fills, in this order; the columns of the file come after them. */
const ownColumns: readonly Column[] = [
  { label: 'Target', value: row => row.target },
  { label: 'Prediction', value: row => row.prediction },
  { label: 'Error', value: row => row.error },
  { label: 'P(true class)', value: row => row.probability },
  { label: 'Loss', value: row => row.loss },
  { label: 'Region', value: ({ region }) => (region === undefined ? '' : regionNames[region]) },
];

/** The worst rows as a table; each row goes to its line. */
export function worstTable(context: PageContext, rows: readonly KnownRow[]): HTMLElement {
  const [first] = rows;
  if (first === undefined) return el('p', { class: 'quiet' }, 'No rows like this.');
  const isFilled = (column: Column): boolean => rows.some(row => (column.value(row) ?? '') !== '');
  const columns = [...ownColumns, ...fileColumns(first)].filter(isFilled);
  const numeric = new Set(
    columns.filter(column => rows.every(row => isNumeric(column.value(row)))),
  );
  const heads = columns.map(c => headCell(shortened(c.label, 60), numeric.has(c)));
  const body = rows.map(row =>
    lineRow(
      context,
      row.line,
      placeCell(context, row),
      ...columns.map(c => valueCell(c.value(row), numeric.has(c))),
    ),
  );
  return scrollBox(
    'Worst rows',
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, 'Worst rows, the largest loss first'),
      el('thead', {}, el('tr', {}, headCell(first.line === null ? 'Row' : 'Line', true), ...heads)),
      el('tbody', {}, ...body),
    ),
  );
}

/** The file's own columns, by their place in the answer. */
function fileColumns({ cells = [] }: KnownRow): readonly Column[] {
  return cells.slice(0, mostColumns).map(({ column }, i) => ({
    label: column,
    value: row => row.cells?.[i]?.text,
  }));
}

function headCell(label: string, numeric: boolean): HTMLElement {
  return el('th', { scope: 'col', class: numeric ? 'number' : undefined }, label);
}

function placeCell(context: PageContext, { line, row }: KnownRow): HTMLElement {
  return el('td', { class: 'number' }, line === null ? grouped(row) : lineButton(context, line));
}

function isNumeric(value: ReturnType<Column['value']>): boolean {
  return typeof value !== 'string' || value === '' || !Number.isNaN(Number(value));
}

function valueCell(value: ReturnType<Column['value']>, numeric: boolean): HTMLElement {
  if (typeof value === 'number') return numberCell(value);
  return el('td', { class: numeric ? 'number' : undefined }, textOf(value ?? ''));
}

/** A text from the file; a long number is cut to six digits and whole on hover. */
function textOf(text: string): Child {
  const value = Number(text);
  if (text.trim().length > 8 && Number.isFinite(value)) {
    return el('span', { title: text, 'data-whole': text }, shown(value));
  }
  const title = text.length > 30 ? shortened(text, 2000) : undefined;
  return el('bdi', { class: 'name', title }, shortened(text, 200));
}
