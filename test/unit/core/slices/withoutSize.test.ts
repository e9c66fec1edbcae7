import assert from 'node:assert/strict';
import { strataOf } from '../../../../src/core/slices/strataOf';
import { withoutSize } from '../../../../src/core/slices/withoutSize';

describe('withoutSize', () => {
  const sizes = Float64Array.from({ length: 1000 }, (_, i) => 1 + i / 100);
  const noise = sizes.map((_, i) => 1 + ((i * 7) % 10) / 10);

  it('takes the power by which losses grow with the sizes out of them', () => {
    const losses = sizes.map((size, i) => size ** 2 * noise[i]!);
    const left = withoutSize(losses, sizes);
    left.forEach((x, i) => {
      assert.ok(Math.abs(x / noise[i]! - 1) < 0.05, `${x} ${noise[i]}`);
    });
  });
  it('leaves losses as they are where they do not grow, and where there are few', () => {
    assert.equal(withoutSize(noise, sizes), noise);
    const falling = sizes.map(size => 1 / size);
    assert.equal(withoutSize(falling, sizes), falling);
    const few = sizes.slice(0, 20);
    assert.equal(withoutSize(few, few), few);
  });
});

describe('strataOf', () => {
  it('cuts by quantiles and keeps equal numbers together', () => {
    const numbers = Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 7 : i));
    const strata = strataOf(numbers);
    const ofSeven = new Set([...strata].filter((_, i) => numbers[i] === 7));
    assert.equal(ofSeven.size, 1);
    for (let i = 9; i < 999; i += 2) assert.ok(strata[i]! <= strata[i + 2]!);
    assert.equal(new Set(strataOf(numbers.map((_, i) => i))).size, 10);
  });
  it('is one part of few samples', () => {
    assert.deepEqual([...strataOf(Float64Array.of(3, 1, 2))], [0, 0, 0]);
  });
});
