import assert from 'node:assert/strict';
import { fastPaths } from '../../../../../src/core/fastPaths/fastPaths';
import { costliest, sketch } from '../../../../../src/core/fastPaths/sketch/sketch';
import type { PredictionData } from '../../../../../src/core/predictionData';
import { perSampleLoss } from '../../../../../src/core/report/perSample';
import { meanLosses } from '../../../../../src/figures/comparison/meanLosses';
import {
  defaultParameters,
  type MetricId,
  type Parameters,
} from '../../../../../src/shared/metricId';
import {
  binaryData,
  gaussians,
  multiclassData,
  regressionData,
  uniforms,
} from '../../../figures/fixtures';

const n = fastPaths.sketch.from + 1000;

function numbersData(): PredictionData {
  const noise = gaussians(n, 3);
  return regressionData(gaussians(n), { m: gaussians(n).map((y, i) => y + 2 * noise[i]! ** 3) });
}

function classesData(): PredictionData {
  const p = uniforms(n, 5);
  return binaryData(
    uniforms(n, 9).map((u, i) => Number(u < p[i]! ** 2)),
    { m: p.map((q, i) => (i % 100 === 7 ? 0.5 : q)) },
  );
}

function severalData(): PredictionData {
  const u = uniforms(3 * n, 3);
  const rows = Array.from({ length: n }, (_, i) => {
    const [a, b, c] = [u[3 * i]!, u[3 * i + 1]!, u[3 * i + 2]!];
    return [a, b, c].map(share => share / (a + b + c));
  });
  const truth = uniforms(n, 6).map(x => Math.floor(x * 3));
  return multiclassData(['a', 'b', 'c'], truth, { m: { rows } });
}

const numbers = numbersData();
const classes = classesData();
const several = severalData();

const cases: readonly [MetricId, PredictionData, Partial<Parameters>][] = [
  ['mse', numbers, {}],
  ['mae', numbers, {}],
  ['huber', numbers, { huberDelta: 0.37 }],
  ['huber', numbers, { huberDelta: 11 }],
  ['smooth_l1', numbers, { smoothL1Beta: 2 }],
  ['pseudo_huber', numbers, { pseudoHuberDelta: 0.2 }],
  ['log_cosh', numbers, {}],
  ['pinball', numbers, { quantile: 0.83 }],
  ['log_loss', classes, {}],
  ['log_loss', classes, { labelSmoothing: 0.3 }],
  ['brier', classes, {}],
  ['focal', classes, { focalGamma: 3.3 }],
  ['log_loss', several, {}],
  ['focal', several, { focalGamma: 0.7 }],
];

describe('sketch', () => {
  for (const [metric, data, moved] of cases) {
    it(`has the mean ${metric} of all samples with ${JSON.stringify(moved)}`, () => {
      const parameters = { ...defaultParameters, ...moved };
      const model = data.models[0]!;
      const part = sketch(model, metric, parameters);
      assert.ok(part.n < n / 4, `${part.n} samples`);
      const [exact, found] = meanLosses([model, part], metric, parameters);
      assert.ok(Math.abs(found! / exact! - 1) < 1e-8, `${found} instead of ${exact}`);
    });
  }

  it('weighs as the samples do', () => {
    const [plain] = numbers.models;
    const model = { ...plain!, weight: Float64Array.from(uniforms(n, 2)) };
    const part = sketch(model, 'huber', defaultParameters);
    const [exact, found] = meanLosses([model, part], 'huber', defaultParameters);
    assert.ok(Math.abs(found! / exact! - 1) < 1e-8, `${found} instead of ${exact}`);
  });

  it('keeps probabilities of 0 and 1 apart', () => {
    const target = uniforms(n).map(u => Number(u < 0.5));
    const [right] = binaryData(target, { m: target }).models;
    const [wrong] = binaryData(target, { m: target.map(y => 1 - y) }).models;
    const costOf = (model: typeof right) =>
      meanLosses([sketch(model!, 'log_loss', defaultParameters)], 'log_loss', defaultParameters);
    assert.deepEqual([...costOf(right), ...costOf(wrong)], [0, Number.POSITIVE_INFINITY]);
  });

  it('is the model itself where the loss takes more than one number, or samples are few', () => {
    const [model] = several.models;
    assert.equal(sketch(model!, 'brier', defaultParameters), model);
    assert.equal(sketch(model!, 'log_loss', { ...defaultParameters, labelSmoothing: 0.1 }), model);
    const [small] = regressionData([1, 2], { m: [2, 1] }).models;
    assert.equal(sketch(small!, 'mse', defaultParameters), small);
  });
});

describe('costliest', () => {
  it('finds the samples with the largest losses, ties by index', () => {
    const [model] = numbers.models;
    const parameters = { ...defaultParameters, quantile: 0.9 };
    const losses = perSampleLoss(model!, 'pinball', parameters)!;
    const expected = [...losses.keys()]
      .sort((a, b) => losses[b]! - losses[a]! || a - b)
      .slice(0, 50);
    assert.deepEqual(costliest(model!, 'error', 'pinball', parameters, 50), expected);
  });
});
