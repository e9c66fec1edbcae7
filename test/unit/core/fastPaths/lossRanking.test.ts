import assert from 'node:assert/strict';
import { fastPaths } from '../../../../src/core/fastPaths/fastPaths';
import { lossRanking, ranksCarrying, sumOfTop } from '../../../../src/core/fastPaths/lossRanking';
import { uniforms } from '../../figures/fixtures';

describe('lossRanking', () => {
  it('finds the fewest rows that carry a share', () => {
    const ranking = lossRanking(Float64Array.of(400, 4, 400, 4));
    assert.equal(ranksCarrying(ranking, 0.95), 2);
    assert.equal(ranksCarrying(ranking, 0.4), 1);
    assert.equal(ranksCarrying(ranking, 1), 4);
    assert.equal(sumOfTop(ranking, 2), 800);
  });

  it('knows no shares of nothing', () => {
    assert.equal(ranksCarrying(lossRanking(Float64Array.of(0, 0)), 0.9), 0);
  });

  describe('of more losses than are sorted', () => {
    const n = fastPaths.ranking.from;
    const losses = Float64Array.from(uniforms(n), u => u ** 4);
    const ranking = lossRanking(losses);
    const sorted = losses.toSorted().reverse();
    const sums = new Float64Array(n + 1);
    sorted.forEach((loss, i) => {
      sums[i + 1] = sums[i]! + loss;
    });

    it('has fewer ranks than losses, and at each of them the sum of the sorted ones', () => {
      assert.ok(ranking.ranks.length < n / 10, `${ranking.ranks.length} ranks`);
      ranking.ranks.forEach((rank, i) => {
        assert.ok(Math.abs(ranking.sums[i]! - sums[rank]!) <= 1e-11 * sums[n]!);
      });
    });

    it('is between them off by no more than the width of a group, 1/128 of its losses', () => {
      for (const rank of [1, 17, 1000, 77_777, n - 1]) {
        const off = Math.abs(sumOfTop(ranking, rank) - sums[rank]!);
        assert.ok(off <= sums[rank]! / 128, `rank ${rank}: ${off}`);
      }
    });

    it('finds the fewest rows with a share as the sorted sums have them, within one group', () => {
      for (const share of [0.1, 0.5, 0.9]) {
        const exact = sums.findIndex(sum => sum >= share * sums[n]!);
        const found = ranksCarrying(ranking, share);
        assert.ok(Math.abs(found - exact) <= n / 128, `${found} instead of ${exact}`);
      }
    });
  });
});
