import { lossOfError } from '../../core/catalogue/errorLosses';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import type { MetricId, Parameters } from '../../shared/metricId';
import { curvePositions } from '../drawing/curvePositions';
import type { PlainCurve } from '../drawing/curveWithSamples';

/** What one sample costs over its error from `min` to `max`; with vertices where the loss has a kink. */
export function errorCurve(
  loss: MetricId,
  parameters: Parameters,
  { min, max, derivative = false, vertices = 401 }: ErrorCurveOptions,
): PlainCurve {
  const kinks = [0, ...[parameters.huberDelta, parameters.smoothL1Beta].flatMap(x => [-x, x])];
  return {
    name: sampleLossName(loss),
    at: lossOfError(loss, parameters, derivative),
    x: curvePositions(min, max, vertices, kinks),
  };
}

interface ErrorCurveOptions {
  readonly min: number;
  readonly max: number;
  readonly derivative?: boolean;
  /** At most so many, and the kinks. */
  readonly vertices?: number;
}
