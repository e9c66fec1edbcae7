/** Figures about predictions, by the ids that page and tests know them by. */
export const predictionFigureIds = [
  'loss-versus-error',
  'error-histogram',
  'loss-versus-probability',
  'accuracy-versus-loss',
  'roc',
  'precision-recall',
  'threshold-sweep',
  'gain',
  'won',
  'calibration',
  'confusion',
  'predicted-versus-target',
  'residuals',
  'quantile-coverage',
  'loss-budget',
  'slices',
  'winner-by-loss',
  'murphy',
] as const;

/** Figures about several outputs. */
export const outputsFigureIds = ['outputs'] as const;

/** Figures about training. */
export const trainingFigureIds = ['training-curves', 'early-stopping'] as const;

export type PredictionFigureId = (typeof predictionFigureIds)[number];
export type TrainingFigureId = (typeof trainingFigureIds)[number];
export type OutputsFigureId = (typeof outputsFigureIds)[number];
export type FigureId = PredictionFigureId | OutputsFigureId | TrainingFigureId;
export const figureIds: readonly FigureId[] = [
  ...predictionFigureIds,
  ...outputsFigureIds,
  ...trainingFigureIds,
];
