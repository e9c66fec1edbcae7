import { costliest } from '../../core/fastPaths/standIn/standIn';
import type { WithErrors } from '../../core/measures/errorsOf';
import { foundIn } from '../../core/memo/foundIn';
import { defaultParameters } from '../../shared/metricId';
import { drawnSamples, mostPoints, worstShare } from '../drawing/drawnSamples';

const most = Math.ceil(mostPoints * worstShare);

/** The samples with the largest |error|, worst first, ties by index; at most a tenth of the points of a figure. */
export function largestErrors(model: WithErrors, count: number): readonly number[] {
  const worst = foundIn(model).get('largest errors', () =>
    costliest(model, 'error', 'mae', defaultParameters, most),
  );
  return worst.slice(0, count);
}

/** Which samples are drawn one by one: all while they are few, else the largest errors and evenly spaced others. */
export function drawnByError(model: WithErrors, points: number = mostPoints): Int32Array {
  return drawnSamples(model.n, points, count => largestErrors(model, count));
}
