import type { Finding, ModelReport } from '../../shared/lossReport';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';

/** One model as the tests of findings see it. */
export interface ModelContext {
  readonly data: PredictionData;
  readonly model: ModelSamples;
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
export type DataDetector = (data: PredictionData, models: readonly ModelReport[]) => Finding | null;
