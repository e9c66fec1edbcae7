import type { ModelReport } from '../../shared/lossReport';
import type { MetricId, Parameters } from '../../shared/metricId';
import { remembered } from '../../shared/remembered';
import { definitionOf, metricsOf, ownLossesOf } from '../catalogue/catalogue';
import { checkParameters } from '../catalogue/checkParameters';
import type { MetricDefinition, ModelMetric } from '../catalogue/metricDefinition';
import { type ClassView, classView } from '../measures/classView';
import { entropyBounds } from '../measures/crossEntropy';
import { anyErrorSums } from '../measures/errorSums';
import { type ErrorView, errorView } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import { surveyLength } from '../measures/survey';
import { totalWeight } from '../measures/totalWeight';
import { Memo } from '../memo/memo';
import type { ModelSamples } from '../samples/modelSamples';
import type { Bounds } from '../statistics/topOf';
import { baselineOfClasses, baselineOfErrors, skillOf } from './baseline';
import { rankingMetric } from './perSample';
import { worstRows } from './worstRows';

export interface EvaluateOptions {
  readonly parameters: Parameters;
  /** By default all that the task can have. */
  readonly metrics?: readonly MetricId[];
  /** How many worst rows each model lists. */
  readonly worst: number;
  /** Line of a data row. */
  readonly lineOf: (row: number) => number | null;
  /** False leaves out baselines and skill, which cost passes of their own. */
  readonly baseline?: boolean;
}

/** Every metric of every model; throws a ParameterError for a parameter outside its rule. */
export function evaluate(
  models: readonly ModelSamples[],
  options: EvaluateOptions,
): readonly ModelReport[] {
  checkParameters(options.parameters);
  const ofTargets = remembered((_: Float64Array) => new Memo());
  return models.map(model => {
    const first = models.find(other => other.split === model.split);
    return reportOf(model, first === model ? undefined : first, options, ofTargets);
  });
}

/** Measures a model by one metric at a time; what several need is worked out once. Throws as `evaluate` does. */
export function measureOf(model: ModelSamples, parameters: Parameters): (id: MetricId) => Measured {
  checkParameters(parameters);
  const judge = judgeOf(
    model,
    undefined,
    parameters,
    () => null,
    () => new Memo(),
  );
  return id => judge.measure(definitionOf(id));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Found<T> = Mutable<Partial<Record<MetricId, T>>>;

function reportOf(
  model: ModelSamples,
  first: ModelSamples | undefined,
  { parameters, metrics, worst, lineOf, baseline = true }: EvaluateOptions,
  ofTargets: (target: Float64Array) => Memo,
): ModelReport {
  const values: Found<number> = {};
  const missing: Found<string> = {};
  const notes: Found<string> = {};
  const baselines: Found<number> = {};
  const skill: Found<number> = {};
  const judge = judgeOf(model, first, parameters, lineOf, ofTargets);
  const wanted = [
    ...metricsOf(model.task).filter(id => metrics === undefined || metrics.includes(id)),
    ...ownLossesOf(model.task, parameters),
  ];
  for (const id of wanted) {
    const measured = judge.measure(definitionOf(id));
    if (measured === null) continue;
    if ('undefined' in measured) {
      missing[id] = measured.undefined;
      continue;
    }
    values[id] = measured.value;
    const base = baseline ? judge.baseline(definitionOf(id)) : undefined;
    const note = measured.note ?? noteOf(base);
    if (note !== undefined) notes[id] = note;
    Object.assign(baselines, recordOf(id, base));
    Object.assign(skill, recordOf(id, skillOf(measured.value, base, definitionOf(id).perfect)));
  }
  return {
    name: model.name,
    split: model.split,
    n: model.n,
    values,
    undefined: missing,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    worst: worstRows(model, rankingMetric(model), worst, parameters, lineOf, judge.bounds),
    ...(baseline ? { baseline: baselines, skill } : {}),
  };
}

/** A record of the value, empty where there is none. */
function recordOf(id: MetricId, value: number | undefined): Found<number> {
  return value === undefined || Number.isNaN(value) ? {} : { [id]: value };
}

function noteOf(baseline: number | undefined): string | undefined {
  return Number.isNaN(baseline)
    ? 'no baseline, because the targets are too large for one'
    : undefined;
}

interface Judge {
  readonly measure: (metric: MetricDefinition) => Measured;
  readonly baseline: (metric: MetricDefinition) => number | undefined;
  /** Of the losses that rank the worst rows. */
  readonly bounds: () => Bounds | undefined;
}

function judgeOf(
  model: ModelSamples,
  first: ModelSamples | undefined,
  parameters: Parameters,
  lineOf: (row: number) => number | null,
  ofTargets: (target: Float64Array) => Memo,
): Judge {
  const against = ({ measure }: ModelMetric) =>
    first === undefined ? null : measure(model, first);
  if (model.task === 'regression' || model.task === 'errors') {
    const shared = model.task === 'errors' ? undefined : ofTargets(model.target);
    const view = errorView(model, lineOf, shared);
    return {
      measure: metric =>
        metric.measures === 'numbers'
          ? checked(view, metric, () => metric.measure(view, parameters))
          : null,
      baseline: metric =>
        metric.measures === 'numbers' ? baselineOfErrors(metric, view, parameters) : undefined,
      bounds: () => squaredPeaks(view, parameters),
    };
  }
  const view = classView(model, lineOf);
  const measure = (metric: MetricDefinition): Measured => {
    if (metric.measures === 'classes') return metric.measure(view, parameters);
    return metric.measures === 'models' ? against(metric) : null;
  };
  return {
    measure: metric => checked(view, metric, () => measure(metric)),
    baseline: metric =>
      metric.measures === 'classes' ? baselineOfClasses(metric, view, parameters) : undefined,
    bounds: () =>
      rankingMetric(model) === 'log_loss' ? entropyBounds(view, parameters) : undefined,
  };
}

function squaredPeaks(view: ErrorView, { huberDelta }: Parameters): Bounds {
  const { peaks } = anyErrorSums(view, huberDelta);
  return { length: surveyLength, largest: peaks.map(size => size * size) };
}

/** Sums that overflow leave no value: NaN never leaves, nor infinity where a metric has an end. */
function checked(
  view: ErrorView | ClassView,
  { range }: MetricDefinition,
  measure: () => Measured,
): Measured {
  if (!Number.isFinite(totalWeight(view))) {
    return { undefined: 'the weights add up to more than a number can hold' };
  }
  const measured = measure();
  if (measured === null || 'undefined' in measured || Number.isFinite(measured.value)) {
    return measured;
  }
  const hasEnds = / to /.test(range);
  return hasEnds || Number.isNaN(measured.value)
    ? { undefined: 'the numbers are too large for this loss' }
    : measured;
}
