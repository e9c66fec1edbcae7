import type { MetricId, Parameters } from '../../shared/metricId';
import { isOwnLoss } from '../../shared/ownLoss';
import { definitionOf, hasTask } from '../catalogue/catalogue';
import { classView } from '../measures/classView';
import { errorView } from '../measures/errorView';
import { eachOf, lossFill } from '../measures/lossFill';
import type { SampleLoss } from '../measures/sampleLoss';
import type { ModelSamples } from '../samples/modelSamples';
import { type Fill, filled, fillOf } from '../statistics/fill';

/** Loss of every sample, NaN where it does not exist; null for metrics without a per-sample form. */
export function perSampleLoss(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): Float64Array | null {
  const fill = sampleFill(model, metric, parameters);
  return fill === null ? null : filled(model.n, fill);
}

/** The same, computed piece by piece. */
export function sampleFill(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): Fill | null {
  const definition = definitionOf(metric);
  if (!hasTask(definition, model.task) || definition.measures === 'models') return null;
  if (model.task === 'regression' || model.task === 'errors') {
    const sample = definition.measures === 'numbers' ? definition.sample : null;
    if (sample === null) return null;
    return lossFill(errorView(model, noLine), sample.block ?? eachOf(sample.loss), parameters);
  }
  const sample = definition.measures === 'classes' ? definition.sample : null;
  const block = sample?.block?.(classView(model, noLine), parameters);
  if (block) return block;
  const loss = sampleLoss(model, metric, parameters);
  return loss === null ? null : fillOf(loss);
}

/** The same as a function of the sample, for those who need only some of them. */
export function sampleLoss(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): SampleLoss | null {
  const definition = definitionOf(metric);
  if (!hasTask(definition, model.task)) return null;
  if (model.task === 'binary' || model.task === 'multiclass') {
    const sample = definition.measures === 'classes' ? definition.sample : null;
    return sample?.loss(classView(model, noLine), parameters) ?? null;
  }
  if (isOwnLoss(metric)) return oneByOne(sampleFill(model, metric, parameters));
  const sample = definition.measures === 'numbers' ? definition.sample : null;
  if (sample === null) return null;
  const { target, targetMask, prediction } = errorView(model, noLine);
  return i => sample.loss(prediction[i]!, target[i & targetMask]!, parameters);
}

function oneByOne(fill: Fill | null): SampleLoss | null {
  if (fill === null) return null;
  const one = new Float64Array(1);
  return i => {
    fill(i, one);
    return one[0]!;
  };
}

/** The metric whose per-sample loss ranks the worst rows: squared error, log loss, or 0-1 loss of labels. */
export function rankingMetric(model: ModelSamples): MetricId {
  if (model.task === 'binary') {
    const logit = model.margin !== undefined && model.marginIsLogit === true;
    return model.probability !== undefined || logit ? 'log_loss' : 'zero_one';
  }
  if (model.task === 'multiclass') {
    return (model.probabilities ?? model.logits) ? 'log_loss' : 'zero_one';
  }
  return 'mse';
}

function noLine(): null {
  return null;
}
