import type { Parameters } from '../../shared/metricId';
import type { ClassMetric, NumberMetric } from '../catalogue/metricDefinition';
import { type ClassView, constantClassView } from '../measures/classView';
import { meanView, medianView, quantileView } from '../measures/constantViews';
import type { ErrorView } from '../measures/errorView';
import { tally } from '../measures/tally';
import { totalWeight } from '../measures/totalWeight';

type Constant = 'mean' | 'median' | 'quantile';

/** Value of a metric when every prediction is the mean, median or quantile of the targets: the same for all models. */
export function baselineOfErrors(
  definition: NumberMetric,
  view: ErrorView,
  parameters: Parameters,
): number | undefined {
  const { baseline, measure } = definition;
  if (baseline === null || baseline === 'frequencies' || view.targetMask === 0) return undefined;
  if (view.n === 0 || totalWeight(view) === 0) return undefined;
  return view.ofTargets.get(`baseline of ${definition.name}`, () => {
    const measured = measure(constants[baseline](view, parameters), parameters);
    return measured && 'value' in measured ? measured.value : undefined;
  });
}

/** Value of a metric when every prediction is the frequencies of the classes, or the most frequent class. */
export function baselineOfClasses(
  definition: ClassMetric,
  view: ClassView,
  parameters: Parameters,
): number | undefined {
  if (definition.baseline !== 'frequencies' || view.n === 0) return undefined;
  const { total, actualOf } = tally(view);
  if (total === 0) return undefined;
  const constant = view.memo.get('constant class view', () =>
    constantClassView(
      view,
      actualOf.map(count => count / total),
      actualOf,
    ),
  );
  const measured = definition.measure(constant, parameters);
  return measured && 'value' in measured ? measured.value : undefined;
}

/** 1 - loss / baseline loss; for scores the same distance to the perfect value. */
export function skillOf(
  value: number,
  baseline: number | undefined,
  perfect: number | null,
): number | undefined {
  if (perfect === null || baseline === undefined || baseline === perfect) return undefined;
  if (!Number.isFinite(baseline) || !Number.isFinite(value)) return undefined;
  return 1 - (value - perfect) / (baseline - perfect);
}

const constants: Readonly<
  Record<Constant, (view: ErrorView, parameters: Parameters) => ErrorView>
> = {
  mean: meanView,
  median: medianView,
  quantile: (view, parameters) => quantileView(view, parameters.quantile),
};
