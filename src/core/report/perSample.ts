import type { MetricId, Parameters } from '../../shared/metricId';
import { catalogue, hasTask } from '../catalogue/catalogue';
import { classView } from '../measures/classView';
import { errorView } from '../measures/errorView';
import { eachOf, lossFill } from '../measures/lossFill';
import type { SampleLoss } from '../measures/sampleLoss';
import type { Usable } from '../samples/usable';
import { type Fill, filled, fillOf } from '../statistics/fill';

/** Loss of every sample, NaN where it does not exist; null for metrics without a per-sample form. */
export function perSampleLoss(
  usable: Usable,
  metric: MetricId,
  parameters: Parameters,
): Float64Array | null {
  const fill = sampleFill(usable, metric, parameters);
  return fill === null ? null : filled(usable.n, fill);
}

/** The same, computed piece by piece. */
export function sampleFill(usable: Usable, metric: MetricId, parameters: Parameters): Fill | null {
  const definition = catalogue[metric];
  if (!hasTask(definition, usable.task) || definition.measures === 'models') return null;
  if (usable.task === 'regression' || usable.task === 'errors') {
    const sample = definition.measures === 'numbers' ? definition.sample : null;
    if (sample === null) return null;
    return lossFill(errorView(usable, noLine), sample.block ?? eachOf(sample.loss), parameters);
  }
  const sample = definition.measures === 'classes' ? definition.sample : null;
  const block = sample?.block?.(classView(usable, noLine), parameters);
  if (block) return block;
  const loss = sampleLoss(usable, metric, parameters);
  return loss === null ? null : fillOf(loss);
}

/** The same as a function of the sample, for those who need only some of them. */
export function sampleLoss(
  usable: Usable,
  metric: MetricId,
  parameters: Parameters,
): SampleLoss | null {
  const definition = catalogue[metric];
  if (!hasTask(definition, usable.task)) return null;
  if (usable.task === 'binary' || usable.task === 'multiclass') {
    const sample = definition.measures === 'classes' ? definition.sample : null;
    return sample?.loss(classView(usable, noLine), parameters) ?? null;
  }
  const sample = definition.measures === 'numbers' ? definition.sample : null;
  if (sample === null) return null;
  const { target, targetMask, prediction } = errorView(usable, noLine);
  return i => sample.loss(prediction[i]!, target[i & targetMask]!, parameters);
}

/** The metric whose per-sample loss ranks the worst rows: squared error, log loss, or 0-1 loss of labels. */
export function rankingMetric(usable: Usable): MetricId {
  if (usable.task === 'binary') {
    const logit = usable.margin !== undefined && usable.marginIsLogit === true;
    return usable.probability !== undefined || logit ? 'log_loss' : 'zero_one';
  }
  if (usable.task === 'multiclass') {
    return (usable.probabilities ?? usable.logits) ? 'log_loss' : 'zero_one';
  }
  return 'mse';
}

function noLine(): null {
  return null;
}
