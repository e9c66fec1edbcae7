import assert from 'node:assert/strict';
import { candidatesOf } from '../../../../../src/roles/guess/candidate';
import { concordance } from '../../../../../src/roles/guess/reading/concordance';
import { type SmallCell, smallTable } from '../../../../support/smallTable';

function between(target: readonly SmallCell[], one: readonly SmallCell[]): number {
  const [a, b] = candidatesOf(smallTable({ a: target, b: one }));
  return concordance(a!, b!);
}

describe('concordance', () => {
  it('is 1 for the same numbers and less by the distance of the means, by Lin 1989', () => {
    assert.equal(between([1.5, 2.5, 3.5], [1.5, 2.5, 3.5]), 1);
    // 2 * 2 / (2 + 2 + 3 * 2 ** 2): sums of squares 2 each, sum of products 2, means 2 apart.
    assert.equal(between([1.5, 2.5, 3.5], [3.5, 4.5, 5.5]), 0.25);
  });

  it('is below 0 for numbers that go the other way', () => {
    assert.equal(between([1.5, 2.5, 3.5], [3.5, 2.5, 1.5]), -1);
  });

  it("is Cohen's kappa of classes, so that chance counts for nothing", () => {
    // Agreement 4 of 6; by chance (3 * 3 + 3 * 3) / 36 = 0.5: (2 / 3 - 1 / 2) / (1 / 2).
    const kappa = between(['a', 'a', 'a', 'b', 'b', 'b'], ['a', 'a', 'b', 'b', 'b', 'a']);
    assert.ok(Math.abs(kappa - 1 / 3) < 1e-12);
  });

  it('takes whole numbers for classes where that says more', () => {
    const codes = [0, 9, 1, 0, 9, 1];
    const mixed = [0, 9, 1, 0, 0, 1];
    assert.ok(between(codes, mixed) > 0.7);
  });
});
