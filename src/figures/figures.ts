import type { FigureData } from '../core/figureData';
import type { PredictionTask } from '../shared/metricId';
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
import type { FigureDefinition, PredictionFigureId } from './figureDefinition';

/** Every figure about predictions by its id. */
export const figures: Readonly<Record<PredictionFigureId, FigureDefinition>> = {
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
  'winner-by-loss': winnerByLoss,
  murphy,
};

const ofNumbers: readonly PredictionFigureId[] = [
  'loss-versus-error',
  'error-histogram',
  'predicted-versus-target',
  'residuals',
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

/** The figures this data has, the most telling first. */
export function figuresFor(data: FigureData): readonly PredictionFigureId[] {
  const order = orders[data.samples.task];
  const labelsOnly = order === ofProbabilities && !figures['loss-versus-probability'].applies(data);
  return (labelsOnly ? ofLabels : order).filter(id => figures[id].applies(data));
}
