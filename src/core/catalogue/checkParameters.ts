import type { Parameters } from '../../shared/metricId';
import type { ParameterName } from './metricDefinition';
import { parameterDefinitions } from './parameterDefinitions';

/** A parameter outside its rule; the message names the value and the rule. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError';
}

/** Throws a ParameterError for the first parameter that breaks its rule. */
export function checkParameters(parameters: Parameters): void {
  for (const [key, definition] of Object.entries(parameterDefinitions)) {
    const value = parameters[key as ParameterName];
    if (!definition.isAllowed(value)) {
      throw new ParameterError(`${definition.name} ${definition.rule}; it is ${value}`);
    }
  }
  for (const [label, weight] of Object.entries(parameters.classWeights ?? {})) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new ParameterError(
        `The weight of class "${label}" must be 0 or above; it is ${weight}`,
      );
    }
  }
}
