import { type Column, columnNamed, type Table } from '../../readers/table';
import type { HistoryRoles } from '../roles';
import type { Curve } from './buildHistory';
import { withContextSplits } from './contextSplits';
import { cellTest } from './curveCells';
import type { CurveSource } from './curveSource';
import { readSeriesName, type SeriesName } from './seriesName';
import { labelOfSplit, splitOfLabel } from './splitColumn';

/** The curves of a table with one row per value, apart for each set of data where a column names it. */
export function longCurves(
  table: Table,
  long: NonNullable<HistoryRoles['long']>,
  sets: Column | null,
): readonly Curve[] {
  const metric = columnNamed(table, long.metric);
  const value = columnNamed(table, long.value);
  if (metric === undefined || value === undefined) return [];
  const { codes, labels } = coded(table.rows, row => keyOf(metric, sets, row));
  const has = cellTest(value);
  const named = labels.map((label, code) => ({ code, ...meaningOf(label, sets) }));
  return withContextSplits(named)
    .filter(({ name }) => name !== '')
    .map(({ name, code, ...meaning }) => ({
      name,
      meaning,
      has: row => codes[row] === code && has(row),
      valueOf: row => value.numbers[row]!,
    }));
}

function keyOf(metric: Column, sets: Column | null, row: number): string {
  return sets === null ? metric.textOf(row) : `${sets.textOf(row)}\n${metric.textOf(row)}`;
}

function meaningOf(label: string, sets: Column | null): SeriesName & { readonly name: string } {
  const at = sets === null ? -1 : label.indexOf('\n');
  const metric = label.slice(at + 1);
  const meaning = readSeriesName(metric);
  if (sets === null || metric === '') return { name: metric, ...meaning };
  const set = label.slice(0, at);
  return {
    ...meaning,
    name: set === '' ? metric : `${labelOfSplit(sets, set)}_${metric}`,
    split: splitOfLabel(sets, set) ?? meaning.split,
  };
}

/** The curves of a table whose rows are marked as training or validation rows. */
export function splitColumnCurves(
  sources: readonly CurveSource[],
  splits: Column,
): readonly Curve[] {
  const { codes, labels } = coded(splits.numbers.length, row => splits.textOf(row));
  return sources.flatMap(source => {
    const has = cellTest(source.value);
    return labels.map((label, code) => ({
      name: label === '' ? source.name : `${labelOfSplit(splits, label)}_${source.name}`,
      meaning: {
        ...readSeriesName(source.meaning),
        split: splitOfLabel(splits, label) ?? readSeriesName(source.meaning).split,
      },
      has: (row: number) => codes[row] === code && has(row),
      valueOf: (row: number) => source.value.numbers[row]!,
    }));
  });
}

function coded(
  rows: number,
  textOf: (row: number) => string,
): { readonly codes: Int32Array; readonly labels: readonly string[] } {
  const codes = new Int32Array(rows);
  const known = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const text = textOf(row);
    const code = known.get(text) ?? known.size;
    if (code === known.size) known.set(text, code);
    codes[row] = code;
  }
  return { codes, labels: [...known.keys()] };
}
