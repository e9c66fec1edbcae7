import type { WithErrors } from '../../core/measures/errorsOf';
import type { PredictionData } from '../../core/predictionData';

/** What every view of the residuals is drawn from. */
export interface ResidualRequest {
  readonly data: PredictionData;
  readonly model: WithErrors;
  readonly index: number;
}
