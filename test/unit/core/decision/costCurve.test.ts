import assert from 'node:assert/strict';
import { costCurve } from '../../../../src/core/decision/costCurve';
import { sortedOrder } from '../../../../src/core/statistics/sortedOrder';
import { uniforms } from '../../figures/fixtures';

describe('costCurve', () => {
  const score = Float64Array.from(uniforms(300, 2), u => Number(u.toFixed(2)));
  const target = Int32Array.from(uniforms(300, 3), (u, i) => Number(u < score[i]!));
  const cost = Float64Array.from(uniforms(300, 4), (u, i) => (target[i] === 1 ? 5 * u : u));
  const curve = costCurve(score, target, cost, sortedOrder(score), 1000);

  function bruteForce(threshold: number): number {
    let sum = 0;
    for (const [i, c] of cost.entries()) if (Number(score[i]! >= threshold) !== target[i]) sum += c;
    return sum;
  }

  it('costs what counting all mistakes at each threshold costs', () => {
    for (const [k, threshold] of curve.thresholds.entries())
      assert.ok(Math.abs(curve.costs[k]! - bruteForce(threshold)) < 1e-9, String(threshold));
  });

  it('has the cheapest of all thresholds that occur, calling nobody among them', () => {
    const all = [...new Set(score), Number.POSITIVE_INFINITY].map(bruteForce);
    assert.ok(Math.abs(curve.best.cost - Math.min(...all)) < 1e-9);
    const few = costCurve(score, target, cost, sortedOrder(score), 10);
    assert.deepEqual(few.best, curve.best);
    assert.ok(few.thresholds.length <= 10);
  });

  it('calls thresholds as good whose paired difference lies within its noise', () => {
    const [from, to] = curve.flat!;
    for (const threshold of [from, to]) {
      const differences = cost.map((c, i) => {
        const wrong = (at: number) => Number(Number(score[i]! >= at) !== target[i]) * c;
        return wrong(threshold) - wrong(curve.best.threshold);
      });
      const n = differences.length;
      const sum = differences.reduce((a, b) => a + b, 0);
      const squares = differences.reduce((a, b) => a + (b - sum / n) ** 2, 0);
      assert.ok(sum <= 1.96 * Math.sqrt((n * squares) / (n - 1)));
    }
    assert.ok(from < curve.best.threshold && to > curve.best.threshold);
  });

  it('holds the best threshold of calibrated scores in at least 95 of 100 tables, where it says a stretch', () => {
    const [n, miss, tables] = [400, 9, 200];
    let [said, held] = [0, 0];
    for (let seed = 1; seed <= tables; seed++) {
      const p = Float64Array.from(uniforms(n, 11 * seed));
      const truth = Int32Array.from(uniforms(n, 11 * seed + 5), (u, i) => Number(u < p[i]!));
      const costs = Float64Array.from(truth, isPositive => (isPositive === 1 ? miss : 1));
      const { flat } = costCurve(p, truth, costs, sortedOrder(p), 10);
      said += Number(flat !== null);
      held += Number(flat !== null && flat[0] <= 0.1 && flat[1] >= 0.1);
    }
    assert.ok(said > tables / 10, `said ${said}`);
    assert.ok(held / said >= 0.95, `${held} of ${said}`);
  });

  it('calls nobody where every alarm is false', () => {
    const never = new Int32Array(300);
    const { best } = costCurve(score, never, cost, sortedOrder(score), 10);
    assert.deepEqual(best, { threshold: Number.POSITIVE_INFINITY, cost: best.cost });
    assert.ok(Math.abs(best.cost) < 1e-9);
  });
});
