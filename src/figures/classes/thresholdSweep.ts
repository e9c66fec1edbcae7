import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { BinaryModelSamples } from '../../core/samples/modelSamples';
import type { DataTable, Figure, FigureOptions, Mark } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { costPanel } from '../threshold/costPanel';
import { mistakeCosts } from '../threshold/mistakeCosts';
import { hasScore } from '../threshold/scored';
import { countsOf, thresholdChoice } from '../threshold/thresholdChoice';
import { type ThresholdScores, thresholdScores } from './thresholdScores';

const title = 'Threshold';
const maxRows = 101;

/** Accuracy, precision, recall and F1, and what mistakes cost, as the threshold for "positive" moves. */
export const thresholdSweep: PredictionFigure = {
  title,
  about: 'Accuracy, precision, recall, F1 and the cost of mistakes at every threshold.',
  applies: data => modelsWith(data, hasScore).length > 0,
  build,
};

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, controls } = modelChoice(data, options, hasScore);
  const choice = thresholdChoice(model, options);
  const scores = thresholdScores(countsOf(model, choice));
  const at = scores.thresholds.indexOf(choice.value);
  const best = bestOf(scores.f1);
  const costs = mistakeCosts(data, model, options);
  const cost = costPanel(model, costs, choice);
  return {
    id: 'threshold-sweep',
    title,
    reading: `${reading(model, scores, at, best)}${cost?.text ?? costs.note}`,
    controls: [...controls, choice.control, ...costs.controls],
    panels: [
      {
        kind: 'plot',
        share: 2,
        x: { label: choice.label, scale: 'linear', min: choice.min, max: choice.max },
        y: { label: 'score', scale: 'linear', min: 0, max: 1 },
        marks: marks(scores, at, best),
      },
      ...(cost === null ? [] : [cost.panel]),
    ],
    table: sweepTable(scores),
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
