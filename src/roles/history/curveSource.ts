import type { Column, Table } from '../../readers/table';

/** One curve of a wide table: its column and the columns that give the spread around it. */
export interface CurveSource {
  /** Name shown: the column's. */
  readonly name: string;
  /** What the split and the quantity are read from: `train/loss` of `relu - train/loss`. */
  readonly meaning: string;
  /** The run named in the column's name, as Weights & Biases exports do. */
  readonly run: string | null;
  readonly value: Column;
  readonly band:
    | { readonly kind: 'bounds'; readonly low: Column; readonly high: Column }
    | { readonly kind: 'spread'; readonly spread: Column }
    | null;
}

/** The curves among the named columns; the columns of their spread are no curves of their own. */
export function curveSources(table: Table, series: readonly string[]): readonly CurveSource[] {
  const columns = new Map(table.columns.map(column => [column.name, column]));
  const prefixed = hasRunNames(series);
  return series.flatMap(name => {
    const value = columns.get(name);
    if (value === undefined || isSpreadOf(name, columns)) return [];
    const { run, metric } = prefixed ? splitRunName(name) : { run: null, metric: name };
    return [{ name, meaning: metric, run, value, band: bandOf(name, columns) }];
  });
}

/** `<run> - <metric>` in every curve's name; the run's name may hold ` - ` itself. */
export function hasRunNames(series: readonly string[]): boolean {
  return series.length > 0 && series.every(name => / - \S/.test(name));
}

/** The run and the metric in such a name, cut at the last ` - `. */
export function splitRunName(name: string): {
  readonly run: string | null;
  readonly metric: string;
} {
  const at = name.lastIndexOf(' - ');
  if (at < 0) return { run: null, metric: name };
  return { run: name.slice(0, at), metric: name.slice(at + 3) };
}

function isSpreadOf(name: string, columns: ReadonlyMap<string, Column>): boolean {
  const stem = name.replace(/[-_](std|stdv)$/i, '');
  return stem !== name && ['-mean', '_mean'].some(end => columns.has(stem + end));
}

function bandOf(name: string, columns: ReadonlyMap<string, Column>): CurveSource['band'] {
  const low = columns.get(`${name}__MIN`);
  const high = columns.get(`${name}__MAX`);
  if (low !== undefined && high !== undefined) return { kind: 'bounds', low, high };
  const stem = name.replace(/[-_]mean$/i, '');
  if (stem === name) return null;
  const spread = ['-std', '-stdv', '_std', '_stdv']
    .map(end => columns.get(stem + end))
    .find(column => column !== undefined);
  return spread === undefined ? null : { kind: 'spread', spread };
}
