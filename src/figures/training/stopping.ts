import { bestIndex } from '../../core/training/bestIndex';
import {
  type PatienceOutcome,
  type Replay,
  replayStopping,
  type StoppingLibrary,
  type StoppingRule,
} from '../../core/training/earlyStopping';
import type { History, Series } from '../../core/training/history';
import { judgedSeries } from '../../core/training/judgedSeries';
import { libraryOf } from '../../core/training/libraryOf';
import { smoothed } from '../../core/training/smoothing';
import type { FigureOptions } from '../../shared/figure';
import { numberOption, textOption } from '../options';
import { finiteRange } from './curveMarks';

/** The libraries whose early stopping can be replayed, as their users call them. */
export const libraryNames: Readonly<Record<StoppingLibrary, string>> = {
  keras: 'Keras',
  lightning: 'Lightning',
  huggingface: 'Hugging Face',
};
const libraryIds: readonly StoppingLibrary[] = ['keras', 'lightning', 'huggingface'];
const usualPatience = 5;

/** A curve of a run that a rule can watch. */
export interface Watched {
  readonly history: History;
  readonly series: Series;
}

/** A finished curve under an early stopping rule. */
export interface Stopping extends Watched {
  readonly rule: StoppingRule;
  readonly smoothing: number;
  readonly x: Float64Array;
  readonly raw: Float64Array;
  /** What the rule sees: the raw values or their smoothed form. */
  readonly seen: Float64Array;
  readonly replay: Replay;
  readonly tradeOff: readonly PatienceOutcome[];
  /** Index of the best raw value. */
  readonly bestAt: number;
  readonly maxDelta: number;
}

/** Curves a rule can watch: those the verdicts go by first, then all other measures. */
export function watchedCurves(histories: readonly History[]): readonly Watched[] {
  const first = histories.flatMap(history => {
    const { validation, train, score } = judgedSeries(history);
    const series = validation ?? train ?? score;
    return series === null ? [] : [{ history, series }];
  });
  const rest = histories.flatMap(history =>
    history.series
      .filter(({ direction }) => direction !== 'none')
      .map(series => ({ history, series })),
  );
  return [...first, ...rest.filter(one => !first.some(({ series }) => series === one.series))];
}

/** Replays the rule the controls describe over a curve. */
export function stoppingOf({ history, series }: Watched, options: FigureOptions): Stopping {
  const raw = series.values;
  const last = Math.max(raw.length - 1, 1);
  const [low, high] = finiteRange(raw);
  const maxDelta = (high - low) / 4;
  const rule: StoppingRule = {
    library: textOption(options, 'library', libraryIds, libraryOf(history)),
    patience: Math.round(numberOption(options, 'patience', Math.min(usualPatience, last), 0, last)),
    minDelta: numberOption(options, 'minDelta', 0, 0, maxDelta),
    startFrom: Math.round(numberOption(options, 'startFrom', 0, 0, last)),
    direction: series.direction === 'higher' ? 'higher' : 'lower',
  };
  const smoothing = numberOption(options, 'smoothing', 0, 0, 0.99);
  const seen = smoothing > 0 ? smoothed(raw, smoothing) : raw;
  return {
    history,
    series,
    rule,
    smoothing,
    x: xOf(history, series),
    raw,
    seen,
    ...replayStopping(seen, rule),
    bestAt: Math.max(0, bestIndex(raw, rule.direction)),
    maxDelta,
  };
}

/** How much worse the raw value at an index is than the best raw value. */
export function lossOf({ raw, bestAt }: Stopping, keptAt: number): number {
  return Math.abs(raw[keptAt]! - raw[bestAt]!);
}

function xOf(history: History, { rows }: Series): Float64Array {
  const x = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) x[i] = history.x.values[rows[i]!]!;
  return x;
}
