import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { DataRow, DataTable } from '../../shared/figure';
import { counted } from '../number';
import { Button } from '../parts/button';
import { LineButton, LineRow } from '../parts/lineButton';
import { NumberCell } from '../parts/numberCell';
import { ScrollBox } from '../parts/scrollBox';
import { type Order, sortedRows } from './sortedRows';

const firstRows = 200;

interface Props {
  readonly table: DataTable;
}

/** The numbers behind a figure, sortable by any column; the first 200 rows until more are asked for. */
export function FigureTable({ table }: Props): VNode {
  const [order, setOrder] = useState<Order>();
  const [all, setAll] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => (order === undefined ? table.rows : sortedRows(table.rows, order)),
    [table, order],
  );
  const showAll = (): void => {
    setAll(true);
    box.current?.querySelector<HTMLElement>('.scroll')?.focus();
  };
  return (
    <div ref={box} class="data-table">
      <ScrollBox label={table.caption}>
        <Table
          table={table}
          rows={all ? rows : rows.slice(0, firstRows)}
          order={order}
          onSort={setOrder}
        />
      </ScrollBox>
      <Footer table={table} all={all} onShowAll={showAll} />
    </div>
  );
}

interface TableProps extends Props {
  readonly rows: readonly DataRow[];
  readonly order: Order | undefined;
  readonly onSort: (order: Order) => void;
}

function Table({ table, rows, order, onSort }: TableProps): VNode {
  const hasLines = table.rows.some(row => row.line !== undefined && row.line > 0);
  return (
    <table>
      <caption class="unseen">{table.caption}</caption>
      <thead>
        <tr>
          {hasLines && (
            <th scope="col" class="number">
              line
            </th>
          )}
          {table.columns.map((column, i) => (
            <HeadCell
              key={i}
              column={column}
              index={i}
              order={order?.column === i ? order : undefined}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <BodyRow key={i} table={table} row={row} hasLines={hasLines} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadCellProps {
  readonly column: DataTable['columns'][number];
  readonly index: number;
  /** Set when the table is sorted by this column. */
  readonly order: Order | undefined;
  readonly onSort: (order: Order) => void;
}

const arrows = { none: '', descending: '\u2193', ascending: '\u2191' } as const;

function HeadCell({ column, index, order, onSort }: HeadCellProps): VNode {
  const state = order === undefined ? 'none' : order.descending ? 'descending' : 'ascending';
  const descending = order === undefined ? column.numeric : !order.descending;
  return (
    <th scope="col" class={column.numeric ? 'number' : undefined} aria-sort={state}>
      <button type="button" class="sort" onClick={() => onSort({ column: index, descending })}>
        {column.label}
        <span class="arrow" aria-hidden="true">
          {arrows[state]}
        </span>
      </button>
    </th>
  );
}

interface BodyRowProps extends Props {
  readonly row: DataRow;
  readonly hasLines: boolean;
}

function BodyRow({ table, row: { cells, line = 0, source }, hasLines }: BodyRowProps): VNode {
  return (
    <LineRow line={line} source={source}>
      {hasLines && <td class="number">{line > 0 && <LineButton line={line} source={source} />}</td>}
      {table.columns.map((column, i) => (
        <BodyCell key={i} value={cells[i] ?? null} numeric={column.numeric} />
      ))}
    </LineRow>
  );
}

interface BodyCellProps {
  readonly value: DataRow['cells'][number];
  readonly numeric: boolean;
}

function BodyCell({ value, numeric }: BodyCellProps): VNode {
  if (typeof value === 'number') return <NumberCell value={value} />;
  return (
    <td class={numeric ? 'number' : undefined}>
      <bdi class="name">{value ?? ''}</bdi>
    </td>
  );
}

interface FooterProps extends Props {
  readonly all: boolean;
  readonly onShowAll: () => void;
}

function Footer({ table, all, onShowAll }: FooterProps): VNode | null {
  const left = all ? 0 : Math.max(0, table.rows.length - firstRows);
  const omitted = table.omitted ?? 0;
  if (left === 0 && omitted === 0) return null;
  return (
    <p class="quiet">
      {left > 0 && (
        <Button kind="quiet" onClick={onShowAll}>
          {`Show ${counted(left, 'more row')}`}
        </Button>
      )}
      {omitted > 0 && ` ${counted(omitted, 'row')} left out of this table.`}
    </p>
  );
}
