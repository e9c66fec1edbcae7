import type { SliceCondition } from '../../shared/sliceReport';
import type { Condition, Feature, Test } from './feature';
import type { Features } from './features';
import { membership } from './membership';

/** The conditions that a report or a page names. Throws an Error with one sentence for a column that is not there. */
export function conditionsOf(
  features: Features | undefined,
  where: readonly SliceCondition[],
): readonly Condition[] {
  return where.map(condition => {
    const feature = features
      ?.of(condition.column)
      .find(({ part, kind }) => part === (condition.part ?? null) && hasKind(kind, condition));
    if (feature === undefined)
      throw new Error(`There is no column "${condition.column}" to go by.`);
    return { feature, test: testOf(condition) };
  });
}

/** Ranges are of numbers; a text that is both a name and a length is told apart by its part. */
function hasKind(kind: Feature['kind'], condition: SliceCondition): boolean {
  return 'is' in condition || kind === 'number';
}

function testOf(condition: SliceCondition): Test {
  if ('is' in condition) return { is: condition.is };
  return { from: numberOf(condition.from), below: numberOf(condition.below) };
}

/** Times are told as texts. */
function numberOf(bound: number | string | null): number | null {
  return typeof bound === 'string' ? Date.parse(bound) / 1000 : bound;
}

/** 1 for each of the rows that meets the conditions. */
export function rowsWhere(
  features: Features | undefined,
  where: readonly SliceCondition[],
  rows: Int32Array,
): Uint8Array {
  return membership(conditionsOf(features, where), rows);
}
