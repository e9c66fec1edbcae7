import type { Finding, ModelReport } from '../../shared/lossReport';
import type { FigureData } from '../figureData';
import type { Usable } from '../samples/usable';

/** One model as the tests of findings see it. */
export interface ModelContext {
  readonly data: FigureData;
  readonly usable: Usable;
  /** What sentences call the model. */
  readonly title: string;
  /** prediction - target of every sample, computed when first asked for; null for classifiers. */
  readonly errors: Float64Array | null;
  readonly report: ModelReport | undefined;
  /** The same model with fewer samples, evenly spaced; null when it has few anyway. */
  readonly thin: ModelContext | null;
}

/** A test of one model: what it found, or null. */
export type ModelDetector = (context: ModelContext) => Finding | null;

/** A test of all models together, or of the source's columns. */
export type DataDetector = (data: FigureData, models: readonly ModelReport[]) => Finding | null;
