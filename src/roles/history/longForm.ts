import { wordsOf } from '../../names/wordsOf';
import type { Column, Table } from '../../readers/table';
import type { HistoryRoles } from '../roles';
import { chooseX } from './chooseX';
import { holdsNumbers } from './headerRows';
import { readSeriesName } from './seriesName';
import { splitColumn } from './splitColumn';

const metricNames: ReadonlySet<string> = new Set([
  'metric',
  'metric name',
  'name',
  'tag',
  'key',
  'series',
  'variable',
  'quantity',
]);
const runNames: ReadonlySet<string> = new Set(['run', 'run id', 'run name', 'experiment', 'trial']);

/** Roles of a table with one row per value: the metric's name in one column, its value in another. */
export function longForm(table: Table): HistoryRoles | null {
  const value = table.columns.find(
    column => column.kind === 'number' && /^(value|values|scalar)$/i.test(column.name.trim()),
  );
  const metric = table.columns.find(column => isMetricColumn(column, table.rows));
  if (value === undefined) return null;
  const run = table.columns.find(column => runNames.has(wordsOf(column.name).join(' ')));
  const { x } = chooseX(table.columns, []);
  if (metric === undefined) return x === null ? null : tensorBoard(table, x, value);
  const set = splitColumn(table);
  if (x === null && namesEachValue(table, metric)) return null;
  return {
    x,
    series: [],
    run: run?.name ?? null,
    ...(set === null || set === metric ? {} : { set: set.name }),
    long: { metric: metric.name, value: value.name },
  };
}

/** `Wall time,Step,Value`: one tag, whose name is in the name of the file. */
function tensorBoard(table: Table, x: string, value: Column): HistoryRoles | null {
  const others = table.columns.filter(({ name }) => name !== x && name !== value.name);
  if (!others.every(column => holdsNumbers(column) && /time/i.test(column.name))) return null;
  return { x, series: [value.name], run: null, long: null };
}

/** `accuracy` of one task after another: a text that differs wherever one measure comes again tells no course. */
function namesEachValue({ columns, rows }: Table, metric: Column): boolean {
  const own = Array.from({ length: rows }, (_, row) => row).filter(
    row => metric.textOf(row) === metric.textOf(0),
  );
  return columns.some(
    column =>
      column !== metric &&
      (column.kind === 'label' || column.kind === 'text') &&
      own.length > 1 &&
      new Set(own.map(row => column.textOf(row))).size === own.length,
  );
}

function isMetricColumn(column: Column, rows: number): boolean {
  if (!metricNames.has(wordsOf(column.name).join(' '))) return false;
  if (column.kind !== 'label' && column.kind !== 'text') return false;
  const texts = new Set<string>();
  for (let row = 0; row < Math.min(rows, 200); row++) texts.add(column.textOf(row));
  return [...texts].some(text => readSeriesName(text).direction !== 'none');
}
