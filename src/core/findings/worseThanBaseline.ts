import type { MetricId } from '../../shared/metricId';
import { significant } from '../../shared/text';
import { rankingMetric } from '../report/perSample';
import type { ModelDetector } from './detector';

const minRows = 10;
/** A model a hair below its baseline is no better than it, but not worse either. */
const smallestLack = -0.02;

const constants: Readonly<Partial<Record<MetricId, readonly [string, string]>>> = {
  mse: ['mean squared error', 'always predicting the mean of the targets'],
  log_loss: ['log loss', 'always giving the frequencies of the classes'],
  zero_one: ['share of wrong labels', 'always naming the most frequent class'],
};

/** A constant prediction does better. */
export const worseThanBaseline: ModelDetector = ({ model, report, title }) => {
  if (report === undefined || model.n < minRows || model.task === 'errors') return null;
  const metric = rankingMetric(model);
  const value = report.values[metric];
  const baseline = report.baseline?.[metric];
  const names = constants[metric];
  if (value === undefined || baseline === undefined || names === undefined) return null;
  const skill = 1 - value / baseline;
  if (!(skill < smallestLack) || !Number.isFinite(value)) return null;
  const [loss, constant] = names;
  return {
    id: 'worse-than-baseline',
    text: `${title} is worse than a constant: its ${loss} is ${significant(value)}, and ${constant} has ${significant(baseline)}.`,
    evidence: { model: title, metric, value, baseline, skill },
    weight: 0.72,
  };
};
