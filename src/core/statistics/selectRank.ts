import { type Fill, filled, forEachFilled } from './fill';
import { RankBracket } from './rankBracket';

/**
 * The values at the 0-based ranks `rank` and `rank + 1` (the first twice when there is no next) in
 * ascending order of the n values. Exact; of long columns only the values near a guess from a sample are
 * kept, and all are sorted only where the guess misled.
 */
export function selectRank(n: number, fill: Fill, rank: number): readonly [number, number] {
  const one = new Float64Array(1);
  const bracket = RankBracket.around(n, rank, i => {
    fill(i, one);
    return one[0]!;
  });
  if (bracket !== null) {
    forEachFilled(n, fill, values => bracket.take(values, values.length));
    const found = bracket.found();
    if (found !== null) return found;
  }
  const sorted = filled(n, fill).sort();
  return [sorted[rank]!, sorted[rank + 1] ?? sorted[rank]!];
}
