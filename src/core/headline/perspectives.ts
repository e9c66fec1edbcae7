import type { MetricId, PredictionTask } from '../../shared/metricId';
import { definitionOf } from '../catalogue/catalogue';
import { rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';

/** A loss that a headline judges models by. */
export interface Perspective {
  readonly metric: MetricId;
  /** `typical error`: stands after "by" and after "its". */
  readonly name: string;
}

const typical: Perspective = { metric: 'mae', name: 'typical error' };
const squared: Perspective = { metric: 'mse', name: 'squared error' };
const logLoss: Perspective = { metric: 'log_loss', name: 'log loss' };
const accuracy: Perspective = { metric: 'accuracy', name: 'accuracy' };

const ofTask: Readonly<Record<PredictionTask, readonly Perspective[]>> = {
  regression: [typical, squared],
  errors: [typical, squared],
  binary: [logLoss, accuracy],
  multiclass: [logLoss, accuracy],
};

/** What all of these models are judged by, the main loss first. */
export function perspectivesOf(models: readonly ModelSamples[]): readonly Perspective[] {
  const [first] = models;
  if (first === undefined) return [];
  const all = ofTask[first.task];
  const isOfLabels = models.some(model => rankingMetric(model) === 'zero_one');
  return isOfLabels ? all.filter(({ metric }) => metric !== 'log_loss') : all;
}

const constants: Readonly<
  Record<'mean' | 'median' | 'quantile' | 'frequencies', string | undefined>
> = {
  mean: 'the mean',
  median: 'the median',
  quantile: undefined,
  frequencies: 'the class shares',
};

/** What the best constant prediction by a loss is, `the median`; undefined where there is none to speak of. */
export function constantOf(metric: MetricId): string | undefined {
  if (metric === 'accuracy') return 'the most frequent class';
  const { baseline } = definitionOf(metric);
  return baseline === null ? undefined : constants[baseline];
}
