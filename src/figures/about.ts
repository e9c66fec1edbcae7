import type { PredictionFigureId } from './figureDefinition';

/** One line on what each figure shows, for sections that have not been opened yet. */
export const about: Readonly<Record<PredictionFigureId, string>> = {
  'loss-versus-error': 'What every error costs, with your samples on the curves.',
  'error-histogram': 'How often errors of each size occur.',
  'loss-versus-probability': 'What every probability of the true class costs.',
  'accuracy-versus-loss': 'Models by accuracy and loss, and where the gap between two comes from.',
  'threshold-sweep': 'Accuracy, precision, recall and F1 at every threshold.',
  calibration: 'Whether events happen as often as their probability says.',
  confusion: 'Which classes are taken for which.',
  'predicted-versus-target': 'Every prediction beside its target.',
  residuals: 'Whether errors depend on the prediction, on the row or stray from the normal.',
  'loss-budget': 'How few rows carry how much of the loss.',
  'winner-by-loss': 'Which model wins under which loss.',
  murphy: 'Whether one model is better for every use of the forecast.',
};
