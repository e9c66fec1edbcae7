import type { MetricId, Parameters } from '../../shared/metricId';
import { catalogue } from '../catalogue/catalogue';
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
  const { perSample, ofBlock, blockOfClasses, tasks } = catalogue[metric];
  const isErrors = usable.task === 'regression' || usable.task === 'errors';
  if (!isErrors || !tasks.includes(usable.task) || perSample === undefined) {
    const block = isErrors ? null : blockOfClasses?.(classView(usable, noLine), parameters);
    if (block) return block;
    const loss = sampleLoss(usable, metric, parameters);
    return loss === null ? null : fillOf(loss);
  }
  return lossFill(errorView(usable, noLine), ofBlock ?? eachOf(perSample), parameters);
}

/** The same as a function of the sample, for those who need only some of them. */
export function sampleLoss(
  usable: Usable,
  metric: MetricId,
  parameters: Parameters,
): SampleLoss | null {
  const { perSample, sampleOfClasses, tasks } = catalogue[metric];
  if (!tasks.includes(usable.task)) return null;
  if (usable.task === 'binary' || usable.task === 'multiclass') {
    return sampleOfClasses?.(classView(usable, noLine), parameters) ?? null;
  }
  if (perSample === undefined) return null;
  const { target, targetMask, prediction } = errorView(usable, noLine);
  return i => perSample(prediction[i]!, target[i & targetMask]!, parameters);
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
