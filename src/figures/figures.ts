import type { PredictionData } from '../core/predictionData';
import type { History } from '../core/training/history';
import type {
  Figure,
  FigureId,
  FigureOptions,
  PredictionFigureId,
  TrainingFigureId,
} from '../shared/figure';
import { trainingFigureIds } from '../shared/figure';
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
import type { PredictionFigure, TrainingFigure } from './figureDefinition';
import { lossByGroup } from './slices/lossByGroup';
import { earlyStopping } from './training/earlyStoppingFigure';
import { trainingCurves } from './training/trainingCurves';

/** Every figure by its id. */
export const figures: Readonly<
  Record<PredictionFigureId, PredictionFigure> & Record<TrainingFigureId, TrainingFigure>
> = {
  'loss-versus-error': lossVersusError,
  'error-histogram': errorHistogram,
  'loss-versus-probability': lossVersusProbability,
  'accuracy-versus-loss': accuracyVersusLoss,
  'threshold-sweep': thresholdSweep,
  calibration,
  confusion,
  'predicted-versus-target': predictedVersusTarget,
  residuals,
  'quantile-coverage': quantileCoverage,
  'loss-budget': lossBudget,
  slices: lossByGroup,
  'winner-by-loss': winnerByLoss,
  murphy,
  'training-curves': trainingCurves,
  'early-stopping': earlyStopping,
};

const ofNumbers: readonly PredictionFigureId[] = [
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
];
const ofProbabilities: readonly PredictionFigureId[] = [
  'loss-versus-probability',
  'accuracy-versus-loss',
  'calibration',
  'threshold-sweep',
  'confusion',
  'slices',
  'loss-budget',
  'winner-by-loss',
  'murphy',
];

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
  | { readonly kind: 'training'; readonly histories: readonly History[] };

/** The figures that apply, the most telling first. */
export function figuresFor(subject: FigureSubject): readonly FigureInfo[] {
  const ids =
    subject.kind === 'training'
      ? trainingFigureIds.filter(id => figures[id].applies(subject.histories))
      : predictionFigures(subject.data);
  return ids.map(id => {
    const { title, about, zoomAsks, sharedAxis } = figures[id];
    return { id, title, about, ...(zoomAsks && { zoomAsks }), ...(sharedAxis && { sharedAxis }) };
  });
}

/** One figure under the given controls. Throws an Error with one sentence when it shows something else. */
export function drawFigure(subject: FigureSubject, id: FigureId, options: FigureOptions): Figure {
  if (subject.kind === 'training' && isTraining(id))
    return figures[id].build(subject.histories, options);
  if (subject.kind === 'predictions' && !isTraining(id))
    return figures[id].build(subject.data, options);
  throw new Error(
    isTraining(id)
      ? 'Predictions have no training curves.'
      : 'A training history has no predictions to ask about.',
  );
}

function isTraining(id: FigureId): id is TrainingFigureId {
  return (trainingFigureIds as readonly FigureId[]).includes(id);
}

function predictionFigures(data: PredictionData): readonly PredictionFigureId[] {
  const order = orders[data.samples.task];
  const labelsOnly = order === ofProbabilities && !figures['loss-versus-probability'].applies(data);
  return (labelsOnly ? ofLabels : order).filter(id => figures[id].applies(data));
}
