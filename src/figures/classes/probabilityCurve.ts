import { definitionOf } from '../../core/catalogue/catalogue';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import type { MetricId, Parameters } from '../../shared/metricId';
import { curvePositions } from '../drawing/curvePositions';
import type { PlainCurve } from '../drawing/curveWithSamples';

/** What one sample costs over the probability of its true class from `lowest` to 1, dense where it is steep. */
export function probabilityCurve(
  loss: MetricId,
  parameters: Parameters,
  lowest: number,
  derivative = false,
): PlainCurve {
  const definition = definitionOf(loss);
  const curve = definition.measures === 'classes' ? definition.sample?.curve : undefined;
  const drawn = derivative ? curve?.derivative : curve?.loss;
  const steep = Array.from({ length: 100 }, (_, i) => lowest ** (1 - i / 100));
  return {
    name: sampleLossName(loss),
    at: p => drawn?.(p, parameters) ?? Number.NaN,
    x: curvePositions(lowest, 1, 301, steep),
  };
}
