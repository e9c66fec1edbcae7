import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { BinaryModelSamples, ModelSamples } from '../../core/samples/modelSamples';
import { extent } from '../../core/statistics/extent';
import type { Control, DataTable, Figure, FigureOptions, Mark } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { numberOption } from '../options';
import { candidateThresholds, thresholdCounts, withThreshold } from './thresholdCounts';
import { type ThresholdScores, thresholdScores } from './thresholdScores';

const title = 'Threshold';
/** The person's own comes on top. */
const maxThresholds = 399;
const maxRows = 101;

/** Accuracy, precision, recall and F1 as the threshold for "positive" moves. */
export const thresholdSweep: PredictionFigure = {
  title,
  about: 'Accuracy, precision, recall and F1 at every threshold.',
  applies: data => modelsWith(data, hasScore).length > 0,
  build,
};

function hasScore(model: ModelSamples): model is BinaryModelSamples {
  return model.task === 'binary' && (model.probability !== undefined || model.margin !== undefined);
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, controls } = modelChoice(data, options, hasScore);
  const score = model.probability ?? model.margin!;
  const slider = thresholdSlider(model, score, options);
  const fixed = memoOf(model).get('threshold counts', () =>
    thresholdCounts(score, model.target, candidateThresholds(score, [slider.usual], maxThresholds)),
  );
  const scores = thresholdScores(withThreshold(fixed, slider.value, score, model.target));
  const at = scores.thresholds.indexOf(slider.value);
  const best = bestOf(scores.f1);
  return {
    id: 'threshold-sweep',
    title,
    reading: reading(model, scores, at, best),
    controls: [...controls, slider.control],
    panels: [
      {
        kind: 'plot',
        x: { label: slider.label, scale: 'linear', min: slider.min, max: slider.max },
        y: { label: 'score', scale: 'linear', min: 0, max: 1 },
        marks: marks(scores, at, best),
      },
    ],
    table: sweepTable(scores),
  };
}

interface ThresholdSlider {
  readonly control: Control;
  readonly value: number;
  readonly usual: number;
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** Probabilities are cut at 0.5 and margins at 0 unless the person says otherwise. */
function thresholdSlider(
  model: BinaryModelSamples,
  score: Float64Array,
  options: FigureOptions,
): ThresholdSlider {
  const probable = model.probability !== undefined;
  const usual = probable ? 0.5 : 0;
  const [lowest, highest] = memoOf(model).get('extent of scores', () => extent(score));
  const min = probable ? 0 : Math.min(lowest, usual);
  const max = probable ? 1 : Math.max(highest, usual);
  const value = numberOption(options, 'threshold', usual, min, max);
  const kind = probable ? 'probability' : 'margin';
  const label = `threshold: ${shortened(model.classes[1])} when the ${kind} is at least`;
  const step = (max - min) / 1000 || 1;
  return {
    control: {
      kind: 'slider',
      id: 'threshold',
      label: 'Threshold',
      value,
      min,
      max,
      step,
      scale: 'linear',
    },
    value,
    usual,
    label,
    min,
    max,
  };
}

function bestOf(values: Float64Array): number {
  let best = 0;
  for (const [i, value] of values.entries()) if (value > values[best]!) best = i;
  return best;
}

const names = { accuracy: 'accuracy', precision: 'precision', recall: 'recall', f1: 'F1' } as const;
const kinds = ['accuracy', 'precision', 'recall', 'f1'] as const;
const dashes = { accuracy: 'solid', precision: 'dashed', recall: 'dotted', f1: 'solid' } as const;

function marks(scores: ThresholdScores, at: number, best: number): readonly Mark[] {
  const { thresholds } = scores;
  return [
    ...kinds.map(
      (kind, series): Mark => ({
        kind: 'line',
        name: names[kind],
        tone: { series },
        x: thresholds,
        y: scores[kind],
        dash: dashes[kind],
      }),
    ),
    {
      kind: 'points',
      name: 'best F1',
      tone: { meaning: 'good' },
      shape: 'diamond',
      x: Float64Array.of(thresholds[best]!),
      y: Float64Array.of(scores.f1[best]!),
    },
    {
      kind: 'rule',
      name: 'threshold',
      tone: { meaning: 'accent' },
      along: 'x',
      value: thresholds[at]!,
    },
  ];
}

function reading(
  model: BinaryModelSamples,
  scores: ThresholdScores,
  at: number,
  best: number,
): string {
  const { accuracy, precision, recall, f1, thresholds } = scores;
  const exact = Number.isNaN(precision[at]!)
    ? 'nothing is called positive'
    : `precision ${percent(precision[at]!)}`;
  const now = `accuracy ${percent(accuracy[at]!)}, ${exact}, recall ${percent(recall[at]!)}, F1 ${significant(f1[at]!, 3)}`;
  return `${modelTitle(model)} at ${significant(thresholds[at]!, 4)}: ${now}. The best F1, ${significant(f1[best]!, 3)}, is at ${significant(thresholds[best]!, 4)}; a threshold chosen on these rows flatters the model on them.`;
}

function sweepTable(scores: ThresholdScores): DataTable {
  const { thresholds } = scores;
  const step = Math.max(1, Math.ceil(thresholds.length / maxRows));
  const shown = [...thresholds.keys()].filter(i => i % step === 0);
  const rows = shown.map(i => ({
    cells: [thresholds[i]!, ...kinds.map(kind => finite(scores[kind][i]!))],
  }));
  return {
    caption: 'Scores by threshold',
    columns: ['threshold', ...kinds.map(kind => names[kind])].map(label => ({
      label,
      numeric: true,
    })),
    rows,
    omitted: thresholds.length - rows.length,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
