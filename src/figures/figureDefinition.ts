import type { FigureData } from '../core/figureData';
import type { Figure, FigureId, FigureOptions } from '../shared/figure';

/** Figures about predictions; the others are about training. */
export type PredictionFigureId = Exclude<FigureId, 'training-curves' | 'early-stopping'>;

export interface FigureDefinition {
  readonly title: string;
  /** Whether this data has what the figure shows. */
  readonly applies: (data: FigureData) => boolean;
  /** The figure under the given controls; only for data it applies to. */
  readonly build: (data: FigureData, options: FigureOptions) => Figure;
}
