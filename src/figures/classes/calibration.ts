import { hasProbability, type WithProbability } from '../../core/measures/trueProbability';
import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import { type Interval, wilson } from '../../core/uncertainty/wilson';
import type {
  Bins,
  Control,
  DataRow,
  DataTable,
  Figure,
  FigureOptions,
  Panel,
} from '../../shared/figure';
import { percent, plural, significant } from '../../shared/text';
import { binsBetween } from '../bins';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { numberOption } from '../options';
import {
  type CalibrationBins,
  calibrationBins,
  type EventsByEdge,
  eventsByEdge,
  expectedCalibrationError,
  maxBins,
} from './calibrationBins';
import { calibrationEvents } from './calibrationEvents';
import { brierLoss, type LossSplit, logLoss, lossSplit, splitSource } from './lossSplit';

const title = 'Calibration';

/** Predicted probabilities against observed frequencies, and what miscalibration costs. */
export const calibration: PredictionFigure = {
  title,
  about: 'Whether events happen as often as their probability says.',
  applies: data => modelsWith(data, hasProbability).length > 0,
  build,
};

interface Splits {
  readonly brier: LossSplit;
  readonly log: LossSplit;
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, index, controls } = modelChoice(data, options, hasProbability);
  const { calibrationBins: usual } = data.parameters;
  const count = Math.round(numberOption(options, 'calibrationBins', usual, 1, maxBins));
  const { of, byEdge, splits } = memoOf(model).get('calibration', () => measured(model));
  const bins = calibrationBins(byEdge, count);
  const stretches = binsBetween(bins.edges, 'probability', model);
  return {
    id: 'calibration',
    title,
    reading: `${modelTitle(model)}: ${gapText(bins)} ${splitText(splits.brier, of)}`,
    controls: [...controls, binsSlider(count)],
    panels: [reliability(bins, of, index, stretches), countsPanel(bins, of, index, stretches)],
    table: calibrationTable(bins, splits),
  };
}

/** What does not depend on the number of bins. */
interface Measured {
  /** What the probability is of. */
  readonly of: string;
  readonly byEdge: EventsByEdge;
  readonly splits: Splits;
}

function measured(model: WithProbability): Measured {
  const events = calibrationEvents(model);
  const byEdge = eventsByEdge(events);
  const source = splitSource(events, byEdge.fine);
  const splits = { brier: lossSplit(source, brierLoss), log: lossSplit(source, logLoss) };
  return { of: events.of, byEdge, splits };
}

function binsSlider(value: number): Control {
  return {
    kind: 'slider',
    id: 'calibrationBins',
    label: 'Bins',
    value,
    min: 2,
    max: 50,
    step: 1,
    scale: 'linear',
  };
}

function filledBins({ counts }: CalibrationBins): number[] {
  return [...counts.keys()].filter(bin => counts[bin]! > 0);
}

function intervalOf({ counts, observed }: CalibrationBins, bin: number): Interval {
  return wilson(observed[bin]!, counts[bin]!);
}

const probabilityLabel = (of: string) => `probability of ${of}`;

function reliability(bins: CalibrationBins, of: string, series: number, all: Bins): Panel {
  const filled = filledBins(bins);
  return {
    kind: 'plot',
    share: 3,
    x: { label: probabilityLabel(of), scale: 'linear', min: 0, max: 1 },
    y: { label: 'observed frequency', scale: 'linear', min: 0, max: 1 },
    marks: [
      {
        kind: 'line',
        name: 'perfect calibration',
        tone: { meaning: 'neutral' },
        dash: 'dashed',
        x: Float64Array.of(0, 1),
        y: Float64Array.of(0, 1),
      },
      {
        kind: 'points',
        name: 'bins with 95 % interval',
        tone: { series },
        x: Float64Array.from(filled, bin => bins.predicted[bin]!),
        y: Float64Array.from(filled, bin => bins.observed[bin]!),
        low: Float64Array.from(filled, bin => intervalOf(bins, bin).low),
        high: Float64Array.from(filled, bin => intervalOf(bins, bin).high),
        labels: filled.map(bin => `${bins.counts[bin]} samples`),
        bins: {
          ...all,
          from: Float64Array.from(filled, bin => all.from[bin]!),
          to: Float64Array.from(filled, bin => all.to[bin]!),
        },
      },
    ],
  };
}

function countsPanel(
  { edges, counts }: CalibrationBins,
  of: string,
  series: number,
  bins: Bins,
): Panel {
  return {
    kind: 'plot',
    x: { label: probabilityLabel(of), scale: 'linear', min: 0, max: 1 },
    y: { label: 'samples', scale: 'linear', min: 0 },
    marks: [
      {
        kind: 'bars',
        name: 'samples',
        tone: { series },
        edges,
        heights: counts,
        bins,
      },
    ],
  };
}

/** Names the bin furthest outside its own interval, if any is. */
function gapText(bins: CalibrationBins): string {
  const gap = (bin: number) => Math.abs(bins.predicted[bin]! - bins.observed[bin]!);
  const outside = filledBins(bins).filter(bin => {
    const { low, high } = intervalOf(bins, bin);
    return bins.predicted[bin]! < low || bins.predicted[bin]! > high;
  });
  const error = `The calibration error (ECE) is ${significant(expectedCalibrationError(bins), 3)}.`;
  const worst = outside.toSorted((a, b) => gap(b) * bins.counts[b]! - gap(a) * bins.counts[a]!)[0];
  if (worst === undefined)
    return `in every bin the frequency agrees with the probability within its interval. ${error}`;
  return `where it says ${percent(bins.predicted[worst]!)} on average (${plural(bins.counts[worst]!, 'row')}), ${percent(bins.observed[worst]!)} come true. ${error}`;
}

function splitText(
  { loss, miscalibration, discrimination, uncertainty }: LossSplit,
  of: string,
): string {
  const parts = [miscalibration, discrimination, uncertainty].map(part => significant(part, 3));
  return `The Brier score of ${of}, ${significant(loss, 3)}, is ${parts[0]} miscalibration - ${parts[1]} discrimination + ${parts[2]} uncertainty.`;
}

const columns = ['of', 'samples', 'mean probability', 'observed frequency', 'low', 'high'];

function calibrationTable(bins: CalibrationBins, { brier, log }: Splits): DataTable {
  const binRows = filledBins(bins).map((bin): DataRow => {
    const name = `bin ${significant(bins.edges[bin]!, 3)} to ${significant(bins.edges[bin + 1]!, 3)}`;
    const { low, high } = intervalOf(bins, bin);
    return {
      cells: [name, bins.counts[bin]!, bins.predicted[bin]!, bins.observed[bin]!, low, high],
    };
  });
  const splitRow = (name: string, split: LossSplit): DataRow => ({
    cells: [
      `${name}: ${splitParts.map(part => `${part} ${significant(split[part])}`).join(', ')}`,
      ...Array<null>(columns.length - 1).fill(null),
    ],
  });
  return {
    caption: 'Bins of probability, and the losses as miscalibration - discrimination + uncertainty',
    columns: columns.map((label, i) => ({ label, numeric: i > 0 })),
    rows: [...binRows, splitRow('Brier score', brier), splitRow('log loss', log)],
  };
}

const splitParts = ['loss', 'miscalibration', 'discrimination', 'uncertainty'] as const;
