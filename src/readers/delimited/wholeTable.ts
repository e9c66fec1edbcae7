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
  files: FilesInMemory = { ends: [bytes.length] },
): { readonly table: Table; readonly end: number } {
  refuseUnwritten(...mostCells(bytes, dialect));
  const plan = planFor(
    name,
    dialect,
    dialect.names.map(() => 'number'),
  );
  const numbers = scanAll(plan, dialect, bytes, final, files.ends);
  const builder = builderOf(name, dialect, numbers, files.begin);
  const words = builder.wordColumns();
  const starts = joinedStarts(numbers.parts);
  const records = new RecordText(bytes, starts, dialect.separator);
  if (words.length === 0)
    return { table: builder.table(bytes.length, [], records), end: builder.end };
  const actions = dialect.names.map((_, i): CellAction => (words.includes(i) ? 'text' : 'skip'));
  const texts = scanAll(planFor(name, dialect, actions), dialect, bytes, final, files.ends);
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

/** Files whose bytes stand in memory one behind the other, each but for its header. */
export interface FilesInMemory {
  /** Behind the last byte of each, ascending. */
  readonly ends: readonly number[];
  /** Takes the table's row and the running line at which a file begins. */
  readonly begin?: (index: number, row: number, line: number) => void;
}

interface Scanned {
  readonly plan: ScanPlan;
  /** One for each file: a quote that is left open in one does not reach into the next. */
  readonly parts: readonly RangePart[];
}

function scanAll(
  plan: ScanPlan,
  dialect: Dialect,
  bytes: Uint8Array,
  final: boolean,
  ends: readonly number[],
): Scanned {
  let start = dialect.start;
  const parts = ends.map(end => {
    const scanner = new RangeScanner(plan, fewRows(end - start, dialect.names.length));
    const part = scanner.part(start, scanner.scan(bytes, start, end, end, final, 0));
    start = end;
    return part;
  });
  return { plan, parts };
}

function joinedStarts(parts: readonly RangePart[]): Uint32Array {
  const starts = parts.flatMap(({ rowStarts }) => (rowStarts === null ? [] : [rowStarts]));
  if (starts.length === 1) return starts[0]!;
  const joined = new Uint32Array(starts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of starts) {
    joined.set(some, at);
    at += some.length;
  }
  return joined;
}

/** Rows to make room for at first: no more than fit into the bytes. */
function fewRows(bytes: number, width: number): number {
  return Math.min(1024, Math.ceil(bytes / (2 * width)) + 4);
}

function builderOf(
  name: string,
  dialect: Dialect,
  scanned: Scanned,
  begin?: FilesInMemory['begin'],
): TableBuilder {
  const builder = new TableBuilder(name, dialect, scanned.plan.actions, {
    budget: Number.POSITIVE_INFINITY,
    rows: 0,
  });
  for (const [index, part] of scanned.parts.entries()) {
    begin?.(index, builder.rows, builder.nextLine);
    builder.append(part);
  }
  return builder;
}
