import { refuseUnwritten } from '../refuseUnwritten';
import type { Table } from '../table';
import { isLineBreak } from './bytes';
import type { Dialect } from './dialect';
import { RangeScanner } from './rangeScanner';
import { RecordText } from './recordText';
import { type CellAction, planFor, type RangePart, type ScanPlan } from './scanPlan';
import { TableBuilder } from './tableBuilder';

/**
 * All rows and columns of bytes that stay in memory. The last byte must be a line break; a record that is
 * cut off by it is left out unless `final`.
 */
export function wholeTable(
  name: string,
  dialect: Dialect,
  bytes: Uint8Array,
  final: boolean,
): { readonly table: Table; readonly end: number } {
  refuseUnwritten(...mostCells(bytes, dialect));
  const numbers = scanAll(
    planFor(
      name,
      dialect,
      dialect.names.map(() => 'number'),
    ),
    dialect,
    bytes,
    final,
  );
  const builder = builderOf(name, dialect, numbers);
  const words = builder.wordColumns();
  const starts = numbers.part.rowStarts ?? new Uint32Array();
  const records = new RecordText(bytes, starts, dialect.separator);
  if (words.length === 0)
    return { table: builder.table(bytes.length, [], records), end: builder.end };
  const actions = dialect.names.map((_, i): CellAction => (words.includes(i) ? 'text' : 'skip'));
  const texts = scanAll(planFor(name, dialect, actions), dialect, bytes, final);
  const table = builder.table(bytes.length, [], records, builderOf(name, dialect, texts));
  return { table, end: builder.end };
}

/** Rows and columns of the table and its written cells, each as many as there could be. */
function mostCells(
  bytes: Uint8Array,
  { start, separator, names }: Dialect,
): readonly [rows: number, columns: number, written: number] {
  let [rows, separators] = [0, 0];
  for (let i = start; i < bytes.length; i++) {
    if (isLineBreak(bytes[i])) rows += 1;
    else if (bytes[i] === separator) separators += 1;
  }
  return [rows, names.length, rows + separators];
}

interface Scanned {
  readonly plan: ScanPlan;
  readonly part: RangePart;
}

function scanAll(plan: ScanPlan, dialect: Dialect, bytes: Uint8Array, final: boolean): Scanned {
  const scanner = new RangeScanner(plan, fewRows(bytes.length, dialect.names.length));
  const { start } = dialect;
  const end = scanner.scan(bytes, start, bytes.length, bytes.length, final, 0);
  return { plan, part: scanner.part(start, end) };
}

/** Rows to make room for at first: no more than fit into the bytes. */
function fewRows(bytes: number, width: number): number {
  return Math.min(1024, Math.ceil(bytes / (2 * width)) + 4);
}

function builderOf(name: string, dialect: Dialect, scanned: Scanned): TableBuilder {
  const builder = new TableBuilder(name, dialect, scanned.plan.actions, {
    budget: Number.POSITIVE_INFINITY,
    rows: 0,
  });
  builder.append(scanned.part);
  return builder;
}
