import type { PredictionData } from '../core/predictionData';
import type { History } from '../core/training/history';
import type { Figure, FigureOptions } from '../shared/figure';
import type { ModelReport } from '../shared/lossReport';

/** One figure: everything that the report, the page and the engine know about it. */
interface FigureDefinition<Data> {
  readonly title: string;
  /** One line on what it shows, for sections that have not been opened yet. */
  readonly about: string;
  /** Whether this data has what the figure shows. */
  readonly applies: (data: Data) => boolean;
  /** The figure under the given controls; only for data it applies to. */
  readonly build: (data: Data, options: FigureOptions) => Figure;
  /** True when a part that is zoomed into is drawn anew with more points. */
  readonly zoomAsks?: true;
  /** Figures next to each other with the same axis move and zoom together. */
  readonly sharedAxis?: 'error';
}

/** A figure about predictions. */
export type PredictionFigure = FigureDefinition<PredictionData>;

/** A figure about several outputs, drawn from the losses of each. */
export type OutputsFigure = FigureDefinition<readonly ModelReport[]>;

/** A figure about the runs of a training. */
export type TrainingFigure = FigureDefinition<readonly History[]>;
