import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { Costs } from './costs';

/** What the panels and tables of the budget are drawn from. */
export interface Budget extends Costs {
  readonly data: PredictionData;
  readonly model: ModelSamples;
  readonly index: number;
  readonly lossName: string;
  /** How many of the costliest are set aside. */
  readonly aside: number;
}
