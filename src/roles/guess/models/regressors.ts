import { meaningOf } from '../../../names/words';
import type { ModelRoles } from '../../roles';
import { type Candidate, isNumeric } from '../candidate';
import type { Draft } from '../draft';
import type { Survey } from '../survey';
import { type Bounds, boundsOf, quantileLevel } from './bounds';
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
      ...boundsFor(bounds, modelKey(one, target)),
    }),
  );
  return { task: 'regression', models: distinct(models), classes: null, positive: null, notes: [] };
}

/** `NHITS-median` has the bounds of `NHITS` where it has none of its own. */
function boundsFor(bounds: (key: string) => Bounds, key: string): Bounds {
  const own = bounds(key);
  if (Object.keys(own).length > 0) return own;
  const words = key.split(' ');
  const bare = words.filter(word => meaningOf(word)?.sense !== 'summary');
  return bare.length === 0 || bare.length === words.length ? own : bounds(bare.join(' '));
}

/** The median is the prediction of a table that has quantiles alone. */
export function medians({ candidates }: Survey): Candidate[] {
  return candidates.filter(one => isNumeric(one) && quantileLevel(one) === 0.5);
}
