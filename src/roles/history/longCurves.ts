import { type Column, columnNamed, type Table } from '../../readers/table';
import type { HistoryRoles } from '../roles';
import type { Curve } from './buildHistory';
import { withContextSplits } from './contextSplits';
import { cellTest } from './curveCells';
import type { CurveSource } from './curveSource';
import { readSeriesName } from './seriesName';

/** The curves of a table with one row per value. */
export function longCurves(
  table: Table,
  long: NonNullable<HistoryRoles['long']>,
): readonly Curve[] {
  const metric = columnNamed(table, long.metric);
  const value = columnNamed(table, long.value);
  if (metric === undefined || value === undefined) return [];
  const { codes, labels } = coded(metric, table.rows);
  const has = cellTest(value);
  const named = labels.map((name, code) => ({ name, code, ...readSeriesName(name) }));
  return withContextSplits(named)
    .filter(({ name }) => name !== '')
    .map(({ name, code, ...meaning }) => ({
      name,
      meaning,
      has: row => codes[row] === code && has(row),
      valueOf: row => value.numbers[row]!,
    }));
}

/** The curves of a table whose rows are marked as training or validation rows. */
export function splitColumnCurves(
  sources: readonly CurveSource[],
  splits: Column,
): readonly Curve[] {
  const { codes, labels } = coded(splits, splits.numbers.length);
  return sources.flatMap(source => {
    const has = cellTest(source.value);
    return labels.map((label, code) => ({
      name: `${label}_${source.name}`,
      meaning: { ...readSeriesName(source.meaning), split: readSeriesName(label).split },
      has: (row: number) => codes[row] === code && has(row),
      valueOf: (row: number) => source.value.numbers[row]!,
    }));
  });
}

function coded(
  column: Column,
  rows: number,
): { readonly codes: Int32Array; readonly labels: readonly string[] } {
  const codes = new Int32Array(rows);
  const known = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const text = column.textOf(row);
    const code = known.get(text) ?? known.size;
    if (code === known.size) known.set(text, code);
    codes[row] = code;
  }
  return { codes, labels: [...known.keys()] };
}
