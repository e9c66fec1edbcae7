import assert from 'node:assert/strict';
import { classView } from '../../../../src/core/measures/classView';
import { rankingOf } from '../../../../src/core/measures/rankings';
import type { BinaryModelSamples } from '../../../../src/core/samples/modelSamples';
import { aucInterval, aucVariance } from '../../../../src/core/uncertainty/aucInterval';
import { gaussians } from '../../figures/fixtures';

function rankingFor(target: readonly number[], score: readonly number[]) {
  const model: BinaryModelSamples = {
    task: 'binary',
    name: 'm',
    split: null,
    n: target.length,
    rows: null,
    classes: ['0', '1'],
    target: Int32Array.from(target),
    predicted: Int32Array.from(score, s => Number(s >= 0)),
    predictedFrom: 'margin',
    margin: Float64Array.from(score),
  };
  return rankingOf(
    classView(model, () => null),
    1,
  );
}

/** The definition: variances of the placement values of both classes, pair by pair. */
function deLong(target: readonly number[], score: readonly number[]): number {
  const of = (k: number) => score.filter((_, i) => target[i] === k);
  const [negatives, positives] = [of(0), of(1)];
  const wins = (p: number, n: number) => (p > n ? 1 : p === n ? 0.5 : 0);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const variance = (values: readonly number[]) =>
    values.reduce((sum, v) => sum + (v - mean(values)) ** 2, 0) / (values.length - 1);
  const ofPositives = positives.map(p => mean(negatives.map(n => wins(p, n))));
  const ofNegatives = negatives.map(n => mean(positives.map(p => wins(p, n))));
  return variance(ofPositives) / positives.length + variance(ofNegatives) / negatives.length;
}

describe('aucInterval', () => {
  it('has the variance that DeLong defines, ties included', () => {
    const noise = gaussians(200, 3);
    const target = noise.map((_, i) => (i % 3 === 0 ? 1 : 0));
    const score = noise.map((e, i) => Math.round(4 * (e + target[i]!)) / 4);
    const found = aucVariance(rankingFor(target, score));
    assert.ok(Math.abs(found / deLong(target, score) - 1) < 1e-10);
  });

  it('holds the true area in about 95 of 100 samples', () => {
    // Two normal distributions one deviation apart: the area is Phi(1 / sqrt(2)) = 0.76025.
    const samples = 400;
    let held = 0;
    for (let seed = 1; seed <= samples; seed++) {
      const noise = gaussians(120, 7 * seed);
      const target = noise.map((_, i) => i % 2);
      const interval = aucInterval(
        rankingFor(
          target,
          noise.map((e, i) => e + target[i]!),
        ),
      )!;
      held += Number(interval.low <= 0.76025 && interval.high >= 0.76025);
    }
    assert.ok(held / samples > 0.92 && held / samples < 0.98, `${held} of ${samples}`);
  });

  it('has none of few rows and none of classes that do not overlap', () => {
    assert.equal(aucInterval(rankingFor([0, 1, 0, 1], [-1, 1, 2, 3])), null);
    const target = Array.from({ length: 40 }, (_, i) => i % 2);
    assert.equal(aucInterval(rankingFor(target, target)), null);
  });
});
