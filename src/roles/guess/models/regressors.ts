import type { ModelRoles } from '../../roles';
import { type Candidate, isNumeric } from '../candidate';
import type { Draft } from '../draft';
import type { Survey } from '../survey';
import { boundsOf, quantileLevel } from './bounds';
import { modelKey } from './modelKey';
import { distinct } from './modelName';

/** Models of a regression, with the bounds and spreads that belong to them. */
export function regressorsOf(
  survey: Survey,
  target: Candidate,
  columns: readonly Candidate[],
): Draft {
  const values = columns.filter(isNumeric);
  const predictions = values.length > 0 ? values : medians(survey);
  const bounds = boundsOf(survey, target, predictions.length === 1);
  const models = predictions.map(
    (one): ModelRoles => ({
      name: one.name,
      prediction: one.name,
      ...bounds(modelKey(one, target)),
    }),
  );
  return { task: 'regression', models: distinct(models), classes: null, positive: null, notes: [] };
}

/** The median is the prediction of a table that has quantiles alone. */
export function medians({ candidates }: Survey): Candidate[] {
  return candidates.filter(one => isNumeric(one) && quantileLevel(one) === 0.5);
}
