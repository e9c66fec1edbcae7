import assert from 'node:assert/strict';
import { judged } from '../../../../src/core/comparison/judged';
import { type LossGap, lossGap } from '../../../../src/core/comparison/lossGap';
import { cellsByTolerance, countWithin } from '../../../../src/core/fastPaths/tolerance';
import type { RegressionModelSamples } from '../../../../src/core/samples/modelSamples';
import { defaultParameters } from '../../../../src/shared/metricId';
import { gaussians, regressionData } from '../../figures/fixtures';

const n = 5000;
const target = gaussians(n).map(y => Math.round(4 * y) / 4);
const noise = [gaussians(n, 2), gaussians(n, 3)];
const { models: both } = regressionData(target, {
  a: target.map((y, i) => y + Math.round(8 * noise[0]![i]!) / 16),
  b: target.map((y, i) => y + noise[1]![i]! / 3),
});
const models = [both[0] as RegressionModelSamples, both[1] as RegressionModelSamples] as const;

function assertClose(found: LossGap, expected: LossGap): void {
  const rounded = (gap: LossGap) =>
    JSON.parse(
      JSON.stringify(gap, (_, value) =>
        typeof value === 'number' ? Number(value.toPrecision(9)) : value,
      ),
    );
  assert.deepEqual(rounded(found), rounded(expected));
}

describe('cellsByTolerance', () => {
  const at = (tolerance: number) =>
    models.map(model => judged(model, 'mae', { ...defaultParameters, tolerance }, null)!);
  const [a, b] = at(0.1);
  const cells = cellsByTolerance(models, [a!, b!]);

  for (const tolerance of [0, 0.1, 0.25, 0.5, 1, 1e40]) {
    it(`splits the gap at ${tolerance} as one pass over all samples does`, () => {
      const [first, second] = at(tolerance);
      assertClose(lossGap(a!, b!, cells(tolerance)), lossGap(first!, second!));
    });

    it(`counts the samples within ${tolerance}`, () => {
      const [model] = models;
      const within = model.target.filter(
        (y, i) => Math.abs(model.prediction[i]! - y) <= tolerance * Math.abs(y),
      );
      assert.equal(countWithin(model, tolerance), within.length);
    });
  }
});
