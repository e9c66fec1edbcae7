import type { History, Series } from '../../core/training/history';
import { judgedSeries } from '../../core/training/judgedSeries';
import type { FigureOptions } from '../../shared/figure';
import { remembered } from '../../shared/remembered';
import { flagOption, numberOption, textOption } from '../options';
import { finiteRange } from './curveMarks';
import { type XChoice, xChoice } from './xChoice';

/** Below this many values nothing is smoothed unless the person says so. */
const manyValues = 100;

/** What the controls and the zoom of the training curves ask for. */
export interface CurveRequest {
  readonly x: XChoice;
  readonly smoothing: number;
  readonly logY: boolean;
  readonly ignoreOutliers: boolean;
  readonly halfEpoch: boolean;
  readonly together: 'overlay' | 'mean';
  readonly from: number;
  readonly to: number;
}

/** Unless the options say otherwise, long logs are smoothed and losses over decades get a log axis. */
export function curveRequest(histories: readonly History[], options: FigureOptions): CurveRequest {
  const longest = histories
    .flatMap(({ series }) => series)
    .reduce((most, { values }) => Math.max(most, values.length), 0);
  const usual = longest < manyValues ? 0 : 0.6;
  return {
    x: xChoice(histories, options),
    smoothing: numberOption(options, 'smoothing', usual, 0, 0.99),
    logY: flagOption(options, 'logY', spansDecades(histories)),
    ignoreOutliers: flagOption(options, 'ignoreOutliers'),
    halfEpoch: flagOption(options, 'halfEpoch'),
    together: textOption(options, 'together', ['overlay', 'mean'] as const, 'overlay'),
    from: numberOption(
      options,
      'xMin',
      Number.NEGATIVE_INFINITY,
      -Number.MAX_VALUE,
      Number.MAX_VALUE,
    ),
    to: numberOption(
      options,
      'xMax',
      Number.POSITIVE_INFINITY,
      -Number.MAX_VALUE,
      Number.MAX_VALUE,
    ),
  };
}

const rangeOf = remembered((series: Series) => finiteRange(series.values));

/** Losses that are all positive and span more than three decades are read on a log scale. */
function spansDecades(histories: readonly History[]): boolean {
  return histories.some(history => {
    const { validation, train } = judgedSeries(history);
    const series = validation ?? train;
    if (series === null) return false;
    const [low, high] = rangeOf(series);
    return low > 0 && high > 1000 * low;
  });
}
