import type { Region, WorstRow } from '../../core/lossReport';
import type { WorstDetail } from '../../protocol/inspection';
import type { PageContext } from '../context';
import { type Child, el } from '../el';
import { grouped, shown } from '../number';
import { lineButton, lineRow, numberCell, scrollBox } from '../parts';
import { shortened } from '../visible';

const regionNames: Readonly<Record<Region, string>> = {
  'confident-right': 'confident and right',
  unsure: 'unsure',
  'confident-wrong': 'confident and wrong',
};
const mostColumns = 12;

/** A row as the report has it, as the engine tells it with its other columns, or both. */
export interface KnownRow {
  readonly line: number | null;
  readonly row: number;
  readonly loss: number | null;
  readonly reported?: WorstRow;
  readonly detail?: WorstDetail;
  /** The error as the source has it, where errors are all it has. */
  readonly error?: string;
}

interface Column {
  readonly label: string;
  readonly value: (row: KnownRow) => number | string | null | undefined;
}

/** The columns that some row fills, in this order; the columns of the file come after them. */
const ownColumns: readonly Column[] = [
  { label: 'Target', value: row => row.detail?.target ?? row.reported?.target },
  {
    label: 'Prediction',
    value: row => row.detail?.prediction ?? row.reported?.prediction,
  },
  { label: 'Error', value: row => row.reported?.error ?? row.error },
  { label: 'P(true class)', value: row => row.reported?.probability },
  { label: 'Loss', value: row => row.loss ?? Number.POSITIVE_INFINITY },
  {
    label: 'Region',
    value: ({ reported }) => (reported?.region === undefined ? '' : regionNames[reported.region]),
  },
];

/** The worst rows as a table; each row goes to its line. `left` names columns that say nothing here. */
export function worstTable(
  context: PageContext,
  rows: readonly KnownRow[],
  left: ReadonlySet<string>,
): HTMLElement {
  const [first] = rows;
  if (first === undefined) return el('p', { class: 'quiet' }, 'No rows like this.');
  const isFilled = (column: Column): boolean =>
    !left.has(column.label) && rows.some(row => (column.value(row) ?? '') !== '');
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
function fileColumns({ detail }: KnownRow): readonly Column[] {
  return (detail?.cells ?? []).slice(0, mostColumns).map(({ column }, i) => ({
    label: column,
    value: row => row.detail?.cells[i]?.text,
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
