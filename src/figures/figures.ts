import type { PredictionData } from '../core/predictionData';
import type { History } from '../core/training/history';
import type { Figure, FigureOptions } from '../shared/figure';
import {
  type FigureId,
  type OutputsFigureId,
  outputsFigureIds,
  type PredictionFigureId,
  predictionFigureIds,
  type TrainingFigureId,
  trainingFigureIds,
} from '../shared/figureId';
import type { ModelReport } from '../shared/lossReport';
import type { PredictionTask } from '../shared/metricId';
import type { FigureInfo } from '../shared/protocol/inspection';
import { lossBudget } from './budget/lossBudget';
import { calibration } from './classes/calibration';
import { confusion } from './classes/confusion';
import { lossVersusProbability } from './classes/lossVersusProbability';
import { thresholdSweep } from './classes/thresholdSweep';
import { accuracyVersusLoss } from './comparison/accuracyVersusLoss';
import { murphy } from './comparison/murphy';
import { winnerByLoss } from './comparison/winnerByLoss';
import { errorHistogram } from './errors/errorHistogram';
import { lossVersusError } from './errors/lossVersusError';
import { predictedVersusTarget } from './errors/predictedVersusTarget';
import { quantileCoverage } from './errors/quantileCoverage';
import { residuals } from './errors/residuals';
import type { OutputsFigure, PredictionFigure, TrainingFigure } from './figureDefinition';
import { costOfOutputs } from './outputs/costOfOutputs';
import { lossByGroup } from './slices/lossByGroup';
import { gain } from './threshold/gain';
import { precisionRecall } from './threshold/precisionRecall';
import { roc } from './threshold/roc';
import { earlyStopping } from './training/earlyStoppingFigure';
import { trainingCurves } from './training/trainingCurves';
import { won } from './won/won';

/** Figures of numbers, the most telling first. */
const ofNumbers = [
  'loss-versus-error',
  'error-histogram',
  'quantile-coverage',
  'predicted-versus-target',
  'residuals',
  'slices',
  'loss-budget',
  'winner-by-loss',
  'accuracy-versus-loss',
  'murphy',
  'won',
] as const;
/** Figures of classes, the most telling first. */
const ofProbabilities = [
  'loss-versus-probability',
  'accuracy-versus-loss',
  'calibration',
  'roc',
  'precision-recall',
  'threshold-sweep',
  'confusion',
  'gain',
  'won',
  'slices',
  'loss-budget',
  'winner-by-loss',
  'murphy',
] as const;

/** A figure that stands in no order could not be shown: it has no place in the table. */
type Placed = (typeof ofNumbers | typeof ofProbabilities)[number];

/** Every figure by its id. */
export const figures: Readonly<
  Record<Placed, PredictionFigure> &
    Record<OutputsFigureId, OutputsFigure> &
    Record<TrainingFigureId, TrainingFigure>
> = {
  'loss-versus-error': lossVersusError,
  'error-histogram': errorHistogram,
  'loss-versus-probability': lossVersusProbability,
  'accuracy-versus-loss': accuracyVersusLoss,
  'threshold-sweep': thresholdSweep,
  roc,
  'precision-recall': precisionRecall,
  gain,
  won,
  calibration,
  confusion,
  'predicted-versus-target': predictedVersusTarget,
  residuals,
  'quantile-coverage': quantileCoverage,
  'loss-budget': lossBudget,
  slices: lossByGroup,
  'winner-by-loss': winnerByLoss,
  murphy,
  outputs: costOfOutputs,
  'training-curves': trainingCurves,
  'early-stopping': earlyStopping,
};

const orders: Readonly<Record<PredictionTask, readonly PredictionFigureId[]>> = {
  regression: ofNumbers,
  errors: ofNumbers,
  binary: ofProbabilities,
  multiclass: ofProbabilities,
};

/** Without probabilities the confusion says most. */
const ofLabels: readonly PredictionFigureId[] = [
  'confusion',
  ...ofProbabilities.filter(id => id !== 'confusion'),
];

/** What was read, as far as figures care. */
export type FigureSubject =
  | { readonly kind: 'predictions'; readonly data: PredictionData }
  | { readonly kind: 'outputs'; readonly reports: readonly ModelReport[] }
  | { readonly kind: 'training'; readonly histories: readonly History[] };

/** The figures that apply, the most telling first. */
export function figuresFor(subject: FigureSubject): readonly FigureInfo[] {
  return idsFor(subject).map(id => {
    const { title, about, zoomAsks, sharedAxis } = figures[id];
    return { id, title, about, ...(zoomAsks && { zoomAsks }), ...(sharedAxis && { sharedAxis }) };
  });
}

function idsFor(subject: FigureSubject): readonly FigureId[] {
  switch (subject.kind) {
    case 'training':
      return trainingFigureIds.filter(id => figures[id].applies(subject.histories));
    case 'outputs':
      return outputsFigureIds.filter(id => figures[id].applies(subject.reports));
    case 'predictions':
      return predictionFigures(subject.data);
  }
}

/** One figure under the given controls. Throws an Error with one sentence when it shows something else. */
export function drawFigure(subject: FigureSubject, id: FigureId, options: FigureOptions): Figure {
  if (subject.kind === 'training' && isAmong(trainingFigureIds, id))
    return figures[id].build(subject.histories, options);
  if (subject.kind === 'outputs' && isAmong(outputsFigureIds, id))
    return figures[id].build(subject.reports, options);
  if (subject.kind === 'predictions' && isAmong(predictionFigureIds, id))
    return figures[id].build(subject.data, options);
  throw new Error(lacking[subject.kind]);
}

const lacking: Readonly<Record<FigureSubject['kind'], string>> = {
  training: 'A training history has no predictions to ask about.',
  outputs: 'Choose one of the outputs as the target to see its charts.',
  predictions: 'Predictions have no training curves.',
};

function isAmong<Id extends FigureId>(ids: readonly Id[], id: FigureId): id is Id {
  return (ids as readonly FigureId[]).includes(id);
}

function predictionFigures(data: PredictionData): readonly PredictionFigureId[] {
  const order = orders[data.samples.task];
  const labelsOnly = order === ofProbabilities && !figures['loss-versus-probability'].applies(data);
  return (labelsOnly ? ofLabels : order).filter(id => figures[id].applies(data));
}
