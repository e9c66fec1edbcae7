import { binsOf } from './bins';
import type { Condition, Test } from './feature';
import { membership } from './membership';
import { bestRange, rangesOf } from './scan';
import { scoresOf } from './scores';

const mostRanges = 512;
const mostRounds = 4;

/**
 * The ranges of a group set anew by all rows, each while the other conditions stay. Names stay as they are:
 * no condition is added and none is dropped.
 */
export function settleEdges(
  where: readonly Condition[],
  rows: Int32Array,
  losses: Float64Array,
  least: number,
): readonly Condition[] {
  const { values: scores, variance } = scoresOf(losses);
  const total = scores.reduce((sum, x) => sum + x, 0);
  const cut = { ranges: Math.min(mostRanges, rows.length >> 2), names: 0, least };
  const bins = where.map(({ feature, test }) => ('is' in test ? null : binsOf(feature, rows, cut)));
  const ranges = bins.map(own => own && rangesOf(own).filter(({ last }) => last < own.ordered));
  let settled = where;
  for (let round = 0; round < mostRounds; round++) {
    const before = settled;
    bins.forEach((own, at) => {
      if (own === null) return;
      const others = membership(
        settled.filter((_, i) => i !== at),
        rows,
      );
      const found = bestRange(own, ranges[at]!, { scores, total, variance, least }, others);
      if (found === null) return;
      const test = own.testOf(found.range.first, found.range.last);
      if (isSame(test, settled[at]!.test)) return;
      settled = settled.map((one, i) => (i === at ? { feature: one.feature, test } : one));
    });
    if (settled === before) break;
  }
  return settled;
}

function isSame(a: Test, b: Test): boolean {
  if ('is' in a || 'is' in b) return 'is' in a && 'is' in b && a.is === b.is;
  return a.from === b.from && a.below === b.below;
}
