import { costliest } from '../../core/fastPaths/sketch/sketch';
import type { WithErrors } from '../../core/measures/errorsOf';
import { memoOf } from '../../core/memo/memoOf';
import { defaultParameters } from '../../shared/metricId';
import { drawnSamples, maxPoints, worstShare } from '../drawing/drawnSamples';

const most = Math.ceil(maxPoints * worstShare);

/** The samples with the largest |error|, worst first, ties by index; at most a tenth of the points of a figure. */
export function largestErrors(model: WithErrors, count: number): readonly number[] {
  const worst = memoOf(model).get('largest errors', () =>
    costliest(model, 'error', 'mae', defaultParameters, most),
  );
  return worst.slice(0, count);
}

/** Which samples are drawn one by one: all while they are few, else the largest errors and evenly spaced others. */
export function drawnByError(model: WithErrors, points: number = maxPoints): Int32Array {
  return drawnSamples(model.n, points, count => largestErrors(model, count));
}
