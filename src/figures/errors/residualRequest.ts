import type { FigureData } from '../../core/figureData';
import type { WithErrors } from '../../core/measures/errorsOf';

/** What every view of the residuals is drawn from. */
export interface ResidualRequest {
  readonly data: FigureData;
  readonly model: WithErrors;
  readonly index: number;
}
