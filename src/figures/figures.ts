import type { PredictionData } from '../core/predictionData';
import type { History } from '../core/training/history';
import type {
  Figure,
  FigureId,
  FigureOptions,
  OutputsFigureId,
  PredictionFigureId,
  TrainingFigureId,
} from '../shared/figure';
import { outputsFigureIds, predictionFigureIds, trainingFigureIds } from '../shared/figure';
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
import { residuals } from './errors/residuals';
import type { OutputsFigure, PredictionFigure, TrainingFigure } from './figureDefinition';
import { costOfOutputs } from './outputs/costOfOutputs';
import { lossByGroup } from './slices/lossByGroup';
import { earlyStopping } from './training/earlyStoppingFigure';
import { trainingCurves } from './training/trainingCurves';

/** Every figure by its id. */
export const figures: Readonly<
  Record<PredictionFigureId, PredictionFigure> &
    Record<OutputsFigureId, OutputsFigure> &
    Record<TrainingFigureId, TrainingFigure>
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
  'loss-budget': lossBudget,
  slices: lossByGroup,
  'winner-by-loss': winnerByLoss,
  murphy,
  outputs: costOfOutputs,
  'training-curves': trainingCurves,
  'early-stopping': earlyStopping,
};

const ofNumbers: readonly PredictionFigureId[] = [
  'loss-versus-error',
  'error-histogram',
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
