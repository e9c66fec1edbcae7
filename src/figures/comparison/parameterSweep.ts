import type { ParameterName } from '../../core/catalogue/metricDefinition';
import { parameterDefinitions } from '../../core/catalogue/parameterDefinitions';
import { sketch } from '../../core/fastPaths/sketch/sketch';
import { errorsOf, hasErrors } from '../../core/measures/errorsOf';
import type { ModelSamples } from '../../core/samples/modelSamples';
import { quantileOfSorted } from '../../core/statistics/quantileOfSorted';
import { sortedSample } from '../../core/statistics/sortedSample';
import type { MetricId, Parameters } from '../../shared/metricId';
import { meanLosses } from './meanLosses';

/** A loss whose parameter can change the winner. */
export interface SweptParameter {
  readonly metric: MetricId;
  readonly parameter: ParameterName;
}

/** The parameters that models are compared along. */
export const sweptParameters: readonly SweptParameter[] = Object.entries(
  parameterDefinitions,
).flatMap(([parameter, { sweeps }]) =>
  sweeps === null ? [] : [{ metric: sweeps, parameter: parameter as ParameterName }],
);

/** Mean loss of every model at ascending values of a parameter. */
export interface Sweep extends SweptParameter {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly positions: Float64Array;
  /** One array for each model, over `positions`. */
  readonly means: readonly Float64Array[];
}

/** Evaluations of single losses that take less than a second. */
const affordable = 2e7;

/** Sweeps the parameter over the samples of all models; over fewer values when they are many. */
export function parameterSweep(
  models: readonly ModelSamples[],
  { metric, parameter }: SweptParameter,
  parameters: Parameters,
): Sweep {
  const { name, min, max, unit } = parameterDefinitions[parameter];
  const work = models[0]!.n * models.length;
  const count = Math.max(7, Math.min(41, Math.floor(affordable / Math.max(work, 1))));
  const [from, to] = unit === 'target' ? errorSizes(models) : [min, max];
  const scale = unit === 'target' ? 'log' : 'linear';
  const positions = Float64Array.from({ length: count }, (_, i) => {
    const part = i / (count - 1);
    return scale === 'log' ? from * (to / from) ** part : from + (to - from) * part;
  });
  const few = models.map(model => sketch(model, metric, parameters));
  const rows = Array.from(positions, value =>
    meanLosses(few, metric, { ...parameters, [parameter]: value }),
  );
  const means = models.map((_, m) => Float64Array.from(rows, row => row[m]!));
  return { metric, parameter, label: name, scale, positions, means };
}

/** From a hundredth of the usual |error| to the largest: below and above, Huber loss no longer changes the order. */
function errorSizes(models: readonly ModelSamples[]): readonly [number, number] {
  let usual = 0;
  let largest = 0;
  for (const model of models) {
    if (!hasErrors(model)) continue;
    const sizes = sortedSample(errorsOf(model).map(Math.abs));
    usual = Math.max(usual, quantileOfSorted(sizes, 0.5));
    largest = Math.max(largest, quantileOfSorted(sizes, 1));
  }
  if (!(largest > 0 && Number.isFinite(largest))) return [0.01, 1];
  return [(usual > 0 ? usual : largest) / 100, largest];
}
