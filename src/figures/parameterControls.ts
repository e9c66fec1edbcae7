import { definitionOf } from '../core/catalogue/catalogue';
import type { ParameterName } from '../core/catalogue/metricDefinition';
import { parameterDefinitions } from '../core/catalogue/parameterDefinitions';
import type { Control, FigureOptions } from '../shared/figure';
import { defaultParameters, type MetricId, type Parameters } from '../shared/metricId';
import { niceStep } from './drawing/niceStep';

/** The parameters with those that the figure's sliders have moved. */
export function movedParameters(parameters: Parameters, options: FigureOptions): Parameters {
  const moved: Partial<Record<ParameterName, number>> = {};
  for (const [name, { isAllowed }] of Object.entries(parameterDefinitions)) {
    const value = options[name];
    if (typeof value === 'number' && isAllowed(value)) moved[name as ParameterName] = value;
  }
  return { ...parameters, ...moved };
}

/** The parameters of the given losses, each once. */
export function parametersOf(metrics: readonly MetricId[]): readonly ParameterName[] {
  return [...new Set(metrics.flatMap(metric => definitionOf(metric).parameters))];
}

/**
 * A slider for a parameter. One in the unit of the target moves on a logarithmic scale that reaches from the
 * usual value to the largest |error|, `reach`, so that it is of use for targets of any size; where it stands
 * does not change how far it reaches.
 */
export function parameterSlider(
  name: ParameterName,
  parameters: Parameters,
  reach: number | undefined,
): Control {
  const { name: label, min, max, step, unit } = parameterDefinitions[name];
  const value = parameters[name];
  if (unit !== 'target' || reach === undefined || !(reach > 0) || !Number.isFinite(reach))
    return { kind: 'slider', id: name, label, value, min, max, step, scale: 'linear' };
  const usual = defaultParameters[name];
  const top = Math.max(niceStep(reach), usual);
  const bottom = Math.min(top / 1e4, usual);
  return {
    kind: 'slider',
    id: name,
    label,
    value,
    min: bottom,
    max: top,
    step: bottom,
    scale: 'log',
  };
}
