import { pickedSamples } from '../core/comparison/pickedSamples';
import type { ModelSamples } from '../core/samples/modelSamples';
import { conditionsOf } from '../core/slices/conditionsOf';
import { whereWords } from '../core/slices/conditionText';
import type { Features } from '../core/slices/features';
import { positionsOf } from '../core/slices/gather';
import { membership } from '../core/slices/membership';
import { rowsOf } from '../core/slices/rowsOf';
import { RequestError } from '../readers/readError';
import type { ReportScope, SliceCondition } from '../shared/sliceReport';

/** The samples of a report that is about some rows alone, and which rows those are. */
export interface Scoped {
  readonly models: readonly ModelSamples[];
  readonly scope?: ReportScope;
}

/** Leaves the rows alone that meet all conditions. Throws a RequestError when there are none. */
export function scoped(
  source: string,
  models: readonly ModelSamples[],
  features: Features,
  where: readonly SliceCondition[],
): Scoped {
  if (where.length === 0) return { models };
  const conditions = conditionsOf(features, where);
  const text = whereWords(conditions);
  const left = models.map(model => {
    const isIn = membership(conditions, rowsOf(model));
    return pickedSamples(model, positionsOf(isIn, 1));
  });
  const rows = Math.max(...left.map(({ n }) => n));
  if (rows > 0) return { models: left, scope: { where, text, rows } };
  throw new RequestError({ source }, `there is no row where ${text}`);
}
