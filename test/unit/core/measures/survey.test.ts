import assert from 'node:assert/strict';
import { errorSums } from '../../../../src/core/measures/errorSums';
import { errorView } from '../../../../src/core/measures/errorView';
import { errorMoments, targetMoments } from '../../../../src/core/measures/targetMoments';
import { evaluate } from '../../../../src/core/report/evaluate';
import type { RegressionModelSamples } from '../../../../src/core/samples/modelSamples';
import { sumOf } from '../../../../src/core/statistics/sum';
import { defaultParameters } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';

const n = 70_001;

function modelSamplesOf(
  target: (i: number) => number,
  error: (i: number) => number,
  weight?: Float64Array,
): RegressionModelSamples {
  const targets = Float64Array.from({ length: n }, (_, i) => target(i));
  return {
    task: 'regression',
    name: 'm',
    split: null,
    n,
    rows: null,
    target: targets,
    prediction: targets.map((y, i) => y + error(i)),
    ...(weight && { weight }),
  };
}

const wave = (i: number) => Math.sin(i * i) * 8;
const ramp = (i: number) => ((i * 7919) % n) / 16;

function errorsOf({ prediction, target }: RegressionModelSamples): Float64Array {
  return prediction.map((p, i) => p - target[i]!);
}

describe('one pass over long columns', () => {
  it('finds the sums that separate passes find, with and without weights', () => {
    const weights = Float64Array.from({ length: n }, (_, i) => (i % 5) / 4);
    for (const weight of [undefined, weights]) {
      const model = modelSamplesOf(ramp, wave, weight);
      const view = errorView(model, () => null);
      const errors = errorsOf(model);
      const sum = (term: (e: number, i: number) => number) =>
        sumOf(n, i => (weight?.[i] ?? 1) * term(errors[i]!, i));
      const huber = (delta: number) => (e: number) =>
        Math.abs(e) <= delta ? 0.5 * e * e : delta * (Math.abs(e) - 0.5 * delta);
      for (const delta of [1, 2.5]) {
        const sums = errorSums(view, delta);
        assertClose(
          sums.error,
          sum(e => e),
          'errors',
          1e-13,
        );
        assertClose(sums.absolute, sum(Math.abs), 'sizes', 1e-13);
        assertClose(
          sums.squared,
          sum(e => e * e),
          'squares',
          1e-13,
        );
        assertClose(sums.huber, sum(huber(delta)), `Huber loss of delta ${delta}`, 1e-13);
      }
      const total = sum(() => 1);
      const mean = sum((_, i) => model.target[i]!) / total;
      const spread = sum((_, i) => (model.target[i]! - mean) ** 2);
      assertClose(targetMoments(view).mean, mean, 'mean target', 1e-13);
      assertClose(targetMoments(view).spread, spread, 'spread of the targets', 1e-12);
    }
  });

  it('keeps the spread of errors beside a large bias, and of targets that begin far from their mean', () => {
    const model = modelSamplesOf(
      i => (i < n / 2 ? 1e6 : 0) + ramp(i),
      i => 1e9 + (i % 2),
    );
    const view = errorView(model, () => null);
    assertClose(errorMoments(view).spread / n, 0.25, 'variance of the errors', 1e-8);
    const mean = sumOf(n, i => model.target[i]!) / n;
    const spread = sumOf(n, i => (model.target[i]! - mean) ** 2);
    assertClose(targetMoments(view).spread, spread, 'spread of the targets', 1e-12);
  });

  it('finds the exact median of errors of any shape', () => {
    const shapes: Readonly<Record<string, (i: number) => number>> = {
      spread: wave,
      ascending: i => i / 8,
      few: i => ((i * 7919) % 5) - 2,
      'mostly one': i => (i % 10 === 0 ? 3 : 1),
      periodic: i => (i % 12) + (i % 12 === 0 ? i : 0),
      steps: i => Math.floor(i / 5000),
    };
    for (const [shape, error] of Object.entries(shapes)) {
      const model = modelSamplesOf(() => 0, error);
      const sorted = errorsOf(model).map(Math.abs).sort();
      const [report] = evaluate([model], options(['medae'], 0));
      assert.equal(report!.values.medae, sorted[(n - 1) / 2], shape);
    }
  });

  it('lists the worst rows that a full sort lists, ties by row', () => {
    const model = modelSamplesOf(ramp, i => Math.round(wave(i) * 4));
    const squares = errorsOf(model).map(e => e * e);
    const expected = [...squares.keys()].sort((a, b) => squares[b]! - squares[a]! || a - b);
    for (const worst of [1, 20, 137, 700]) {
      const [report] = evaluate([model], options(['mse'], worst));
      assert.deepEqual(
        report!.worst.map(({ row }) => row),
        expected.slice(0, worst),
      );
    }
  });
});

function options(metrics: readonly ('medae' | 'mse')[], worst: number) {
  return { metrics, worst, parameters: defaultParameters, lineOf: () => null, baseline: false };
}
