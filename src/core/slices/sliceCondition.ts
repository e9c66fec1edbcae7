import type { SliceCondition } from '../../shared/sliceReport';
import type { Condition } from './feature';

/** A condition as reports and pages name it. */
export function sliceCondition({ feature, test }: Condition): SliceCondition {
  const { column, part } = feature;
  const place = { column, ...(part !== null && { part }) };
  if ('is' in test) return { ...place, is: test.is };
  return { ...place, from: bound(feature, test.from), below: bound(feature, test.below) };
}

/** Times are told as texts. */
function bound(feature: Condition['feature'], x: number | null): number | string | null {
  const isTime = feature.kind === 'number' && feature.isTime === true;
  return x === null || !isTime ? x : new Date(x * 1000).toISOString();
}
