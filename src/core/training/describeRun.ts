import type { RunReport, SeriesReport } from '../../shared/lossReport';
import type { History, Series } from './history';
import { judgedSeries } from './judgedSeries';
import { type SeriesStats, seriesStats } from './seriesStats';
import { judge } from './verdict';

/** The figures of one run: each curve's first, last and best value, and the verdict in words. */
export function describeRun(history: History): RunReport {
  const { verdict, found } = judge(history);
  const { validation } = judgedSeries(history);
  const stats = seriesStats(history);
  const series = history.series.map((one, i) => describeSeries(one, stats[i]!));
  return {
    name: history.name,
    x: history.x.name,
    series,
    verdict,
    bestAt:
      validation?.direction !== 'lower' ? null : series[history.series.indexOf(validation)]!.bestAt,
    text: [found.text, found.doubt].filter(text => text !== '').join(' '),
  };
}

function describeSeries({ name, split, quantity }: Series, stats: SeriesStats): SeriesReport {
  const { n, first, last, best, bestAt } = stats;
  return { name, split, quantity, n, first, last, best, bestAt };
}
