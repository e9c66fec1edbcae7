import { definitionOf } from '../../core/catalogue/catalogue';
import { dependsOnError } from '../../core/catalogue/errorLosses';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import type { Mark, Plot } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { probabilityCurve } from '../classes/probabilityCurve';
import { errorCurve } from '../errors/errorCurve';
import { curvePositions } from './curvePositions';
import type { PlainCurve } from './curveWithSamples';

/** A loss whose root or sum is a metric has the curve of that loss. */
const drawnAs: Readonly<Partial<Record<MetricId, MetricId>>> = {
  rmse: 'mse',
  rmsle: 'msle',
  sum_absolute_error: 'mae',
  sum_squared_error: 'mse',
};

const vertices = 121;
const lowestProbability = 0.005;
const highestLoss = 4;

/**
 * What one sample costs, by the curves of the report's figures: over the error, over the probability of the
 * true class, over the margin, or over the prediction for a target of 1. Undefined of losses that take more
 * than one number of a sample. `factor` is what a library multiplies the loss with.
 */
export function lossPlot(metric: MetricId, parameters: Parameters, factor = 1): Plot | undefined {
  const loss = drawnAs[metric] ?? metric;
  const definition = definitionOf(loss);
  if (dependsOnError(loss)) return overError(loss, parameters, factor);
  if (definition.measures === 'numbers' && definition.sample?.dependsOn === 'pair') {
    return overPrediction(loss, parameters, factor);
  }
  if (definition.measures !== 'classes' || definition.sample?.curve == null) return undefined;
  const isMargin = definition.sample.dependsOn({ task: 'binary', parameters }) === 'margin';
  return isMargin
    ? overMargin(loss, parameters, factor)
    : overProbability(loss, parameters, factor);
}

function overError(loss: MetricId, parameters: Parameters, factor: number): Plot {
  const { huberDelta, smoothL1Beta, pseudoHuberDelta } = parameters;
  const bend = { huber: huberDelta, smooth_l1: smoothL1Beta, pseudo_huber: pseudoHuberDelta };
  const reach = 2.5 * Math.max((bend as Partial<Record<MetricId, number>>)[loss] ?? 1, 1e-6);
  const curve = errorCurve(loss, parameters, { min: -reach, max: reach, vertices });
  const x = { label: 'error', scale: 'linear', min: -reach, max: reach } as const;
  return plot(curve, x, factor);
}

function overPrediction(loss: MetricId, parameters: Parameters, factor: number): Plot {
  const definition = definitionOf(loss);
  const sample = definition.measures === 'numbers' ? definition.sample : null;
  const curve: PlainCurve = {
    name: sampleLossName(loss),
    at: prediction => sample?.loss(prediction, 1, parameters) ?? Number.NaN,
    x: curvePositions(0.05, 4, vertices, [1]),
  };
  const x = { label: 'prediction, for a target of 1', scale: 'linear', min: 0, max: 4 } as const;
  return plot(curve, x, factor);
}

function overProbability(loss: MetricId, parameters: Parameters, factor: number): Plot {
  const curve = probabilityCurve(loss, parameters, lowestProbability);
  const x = { label: 'probability of the true class', scale: 'linear', min: 0, max: 1 } as const;
  return plot(curve, x, factor);
}

function overMargin(loss: MetricId, parameters: Parameters, factor: number): Plot {
  const definition = definitionOf(loss);
  const sample = definition.measures === 'classes' ? definition.sample : null;
  const curve: PlainCurve = {
    name: sampleLossName(loss),
    at: margin => sample?.curve?.loss(margin, parameters) ?? Number.NaN,
    x: curvePositions(-2, 3, vertices, [0, 1]),
  };
  return plot(curve, { label: 'margin', scale: 'linear', min: -2, max: 3 }, factor);
}

function plot({ name, at, x }: PlainCurve, axis: Plot['x'], factor: number): Plot {
  const y = x.map(place => factor * at(place));
  const shown = y.filter(value => Number.isFinite(value));
  const top = shown.reduce((most, value) => Math.max(most, value), 0);
  const min = shown.reduce((least, value) => Math.min(least, value), 0);
  const isSteep = axis.max === 1 && top > highestLoss;
  const line: Mark = { kind: 'line', name, tone: { series: 0 }, x, y };
  const max = isSteep ? highestLoss : top > min ? top : min + 1;
  return {
    kind: 'plot',
    x: axis,
    y: { label: name, scale: 'linear', min, max },
    marks: [line],
  };
}
