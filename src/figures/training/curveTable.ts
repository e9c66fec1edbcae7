import { type History, lineOfValue } from '../../core/training/history';
import { type SeriesStats, seriesStats } from '../../core/training/seriesStats';
import type { DataRow, DataTable } from '../../shared/figure';

const labels = ['curve', 'data', 'values', 'first', 'last', 'best', 'best at', 'mean', 'slope'];
const texts: ReadonlySet<string> = new Set(['run', 'curve', 'data']);

/** First, last, best, mean and slope of every curve of every run; a row leads to the line of its best value. */
export function curveTable(histories: readonly History[]): DataTable {
  const several = histories.length > 1;
  const x = histories[0]?.x.name ?? 'row';
  return {
    caption: `The curves in numbers; the slope is the change per ${x}.`,
    columns: (several ? ['run', ...labels] : labels).map(label => ({
      label,
      numeric: !texts.has(label),
    })),
    rows: histories.flatMap(history =>
      seriesStats(history).map((stats, i) => tableRow(history, i, stats, several)),
    ),
  };
}

function tableRow(history: History, i: number, stats: SeriesStats, several: boolean): DataRow {
  const series = history.series[i]!;
  const { n, first, last, best, bestAt, bestRow, mean, slope } = stats;
  const cells = [series.name, series.split, n, first, last, best, bestAt, mean, slope];
  const place = bestRow === null ? null : lineOfValue(history, series, bestRow);
  return { cells: several ? [history.name, ...cells] : cells, ...place };
}
