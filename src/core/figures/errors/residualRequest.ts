import type { FigureData } from '../figureData';
import type { WithErrors } from './errorsOf';

/** What every view of the residuals is drawn from. */
export interface ResidualRequest {
  readonly data: FigureData;
  readonly model: WithErrors;
  readonly index: number;
}
