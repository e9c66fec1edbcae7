import type { History } from '../../core/training/history';
import { placeText } from '../../core/training/sentences';
import { stoppingCode } from '../../core/training/stoppingCode';
import type { Control, DataTable, Figure, FigureOptions } from '../../shared/figure';
import { plural, significant } from '../../shared/text';
import type { TrainingFigure } from '../figureDefinition';
import { textOption } from '../options';
import {
  libraryNames,
  lossOf,
  type Stopping,
  stoppingOf,
  type Watched,
  watchedCurves,
} from './stopping';
import { stoppingCurvePanel, tradeOffPanel } from './stoppingPanels';

const maxTableRows = 101;

/** An early stopping callback, replayed over a finished run. */
export const earlyStopping: TrainingFigure = {
  title: 'Early stopping, replayed',
  about: 'Where a callback would have stopped, and what that saves and costs.',
  applies: histories => watchedCurves(histories).length > 0,
  build: earlyStoppingFigure,
};

/**
 * Where an early stopping callback would have stopped a finished run, and what any patience would have cost.
 * Throws when the histories hold no measure.
 */
export function earlyStoppingFigure(histories: readonly History[], options: FigureOptions): Figure {
  const curves = watchedCurves(histories);
  const ids = curves.map((_, i) => String(i));
  const id = textOption(options, 'curve', ids, '0');
  const watched = curves[Number(id)];
  if (watched === undefined) throw new RangeError('No curve of this log can be watched.');
  const stopping = stoppingOf(watched, options);
  return {
    id: 'early-stopping',
    title: 'Early stopping, replayed',
    reading: reading(stopping),
    panels: [stoppingCurvePanel(stopping), tradeOffPanel(stopping)],
    controls: controlsOf(stopping, curveChoice(curves, id, histories.length > 1)),
    table: tradeOffTable(stopping),
  };
}

function curveChoice(curves: readonly Watched[], value: string, several: boolean): Control | null {
  if (curves.length < 2) return null;
  return {
    kind: 'choice',
    id: 'curve',
    label: 'Watch',
    value,
    options: curves.map(({ history, series }, i) => ({
      value: String(i),
      label: several ? `${history.name}: ${series.name}` : series.name,
    })),
  };
}

function controlsOf(stopping: Stopping, curve: Control | null): readonly Control[] {
  const { rule, raw, smoothing, series, maxDelta } = stopping;
  const slider = (
    id: string,
    label: string,
    value: number,
    max: number,
    step: number,
  ): Control => ({
    kind: 'slider',
    id,
    label,
    value,
    min: 0,
    max,
    step,
    scale: 'linear',
  });
  const last = Math.max(raw.length - 1, 1);
  const controls: (Control | null)[] = [
    curve,
    {
      kind: 'choice',
      id: 'library',
      label: 'As in',
      value: rule.library,
      options: Object.entries(libraryNames).map(([value, label]) => ({ value, label })),
    },
    slider('patience', 'Patience', rule.patience, last, 1),
    slider('minDelta', 'Smallest change', rule.minDelta, maxDelta, maxDelta / 100 || 1),
    rule.library === 'keras' ? slider('startFrom', 'Warm-up', rule.startFrom, last, 1) : null,
    slider('smoothing', 'Smoothing', smoothing, 0.99, 0.01),
    { kind: 'copy', id: 'code', label: 'Copy the callback', text: stoppingCode(rule, series.name) },
  ];
  return controls.filter(control => control !== null);
}

function reading(stopping: Stopping): string {
  const { history, series, rule, replay, raw, x, smoothing, bestAt } = stopping;
  const place = (i: number): string => placeText(history, x[i]!);
  const lost = lossOf(stopping, replay.keptAt);
  const cost =
    lost === 0
      ? 'which is the best of the whole run'
      : `${significant(lost)} worse than the best of the whole run (${significant(raw[bestAt]!)} at ${place(bestAt)})`;
  const callback = `${libraryNames[rule.library]} with patience ${rule.patience}`;
  const stop =
    replay.stoppedAt === null
      ? `${callback} would never have stopped`
      : `${callback} would have stopped at ${place(replay.stoppedAt)}, ${plural(replay.saved, 'value')} before the end`;
  const smoothText =
    smoothing > 0 ? ' The rule watches the smoothed curve here; the callback itself cannot.' : '';
  return `${stop}, and kept ${place(replay.keptAt)} with ${series.name} ${significant(raw[replay.keptAt]!)}, ${cost}.${smoothText}`;
}

function tradeOffTable(stopping: Stopping): DataTable {
  const { tradeOff, x, raw } = stopping;
  const labels = ['patience', 'stops at', 'keeps', 'value kept', 'worse than the best by', 'saved'];
  return {
    caption: 'What each patience would have cost',
    columns: labels.map(label => ({ label, numeric: true })),
    rows: tradeOff.slice(0, maxTableRows).map(({ patience, stoppedAt, keptAt, saved }) => ({
      cells: [
        patience,
        stoppedAt === null ? null : x[stoppedAt]!,
        x[keptAt]!,
        finite(raw[keptAt]!),
        finite(lossOf(stopping, keptAt)),
        saved,
      ],
    })),
    omitted: Math.max(0, tradeOff.length - maxTableRows),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
