import assert from 'node:assert/strict';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import { compareModels } from '../../../../src/core/uncertainty/compareModels';
import { intervals } from '../../../../src/core/uncertainty/intervals';
import { defaultParameters } from '../../../../src/shared/metricId';
import { binary, firstUsable, regression } from '../../../support/samplesOf';

// A short run of what scripts/coverage.mjs measures; 600 samples are right to about 1.7 in 100.
const samples = 600;

function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Standard normal by Box and Muller. */
const normals = (uniform: () => number) => () =>
  Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

const times = (n: number, draw: () => number) => Array.from({ length: n }, draw);
const zeros = (n: number) => times(n, () => 0);

function share(holds: () => boolean): number {
  return zeros(samples).filter(holds).length / samples;
}

describe('95 % intervals', () => {
  it('hold the mean squared error of normal errors in 92 to 98 of 100 samples', () => {
    for (const n of [30, 50, 100, 300]) {
      const normal = normals(uniforms(n));
      const held = share(() => {
        const model = firstUsable(regression(zeros(n), times(n, normal)));
        const [low, high] = intervals(model, defaultParameters, ['mse']).intervals.mse!;
        return low <= 1 && 1 <= high;
      });
      assert.ok(held > 0.92 && held < 0.985, `${n}: ${held}`);
    }
  });

  it('hold the mean squared error of lognormal errors in 92 to 98 of 100 samples', () => {
    for (const n of [50, 300]) {
      const normal = normals(uniforms(n));
      const held = share(() => {
        const errors = times(n, () => Math.exp(normal() / 2));
        const model = firstUsable(regression(zeros(n), errors));
        const [low, high] = intervals(model, defaultParameters, ['mse']).intervals.mse!;
        return low <= Math.exp(0.5) && Math.exp(0.5) <= high;
      });
      assert.ok(held > 0.92 && held < 0.985, `${n}: ${held}`);
    }
  });

  it('hold the log loss of a calibrated model of a rare class in 92 to 98 of 100 samples', () => {
    // One row in ten has a chance of 0.3, the others one of 0.01: 3.9 % are positive.
    const entropy = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    const truth = 0.1 * entropy(0.3) + 0.9 * entropy(0.01);
    for (const n of [50, 100, 300]) {
      const uniform = uniforms(n);
      const held = share(() => {
        const p = times(n, () => (uniform() < 0.1 ? 0.3 : 0.01));
        const model = firstUsable(
          binary(
            p.map(x => (uniform() < x ? 1 : 0)),
            { m: p },
          ),
        );
        const [low, high] = intervals(model, defaultParameters, ['log_loss']).intervals.log_loss!;
        return low <= truth && truth <= high;
      });
      assert.ok(held > 0.92 && held < 0.985, `${n}: ${held}`);
    }
  });

  it("hold the difference of two mean squared errors of Student's t of 3 in 92 to 98 of 100 samples", () => {
    // The mean square of t with 3 degrees is 3; the second model's errors are 1.4 times as large.
    const truth = 3 - 3 * 1.4 ** 2;
    for (const n of [50, 200]) {
      const normal = normals(uniforms(n));
      const student = () =>
        normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3);
      const held = share(() => {
        const [a, b] = [times(n, student), times(n, () => 1.4 * student())];
        const models = [a, b].map((errors, m) => ({
          ...firstUsable(regression(zeros(n), errors)),
          name: `m${m}`,
        }));
        const [found] = compareModels(models, defaultParameters);
        return found!.low! <= truth && truth <= found!.high!;
      });
      assert.ok(held > 0.92 && held < 0.985, `${n}: ${held}`);
    }
  });

  it('tell equally good models apart in at most 7 of 100 samples of this size', () => {
    for (const n of [10, 30, 100]) {
      const uniform = uniforms(n);
      const normal = normals(uniform);
      const logit = (p: number) => Math.log(p / (1 - p));
      const seen = (p: number) => 1 / (1 + Math.exp(-logit(p) - normal() / 2));
      const apart = share(() => {
        const p = times(n, () => (uniform() < 0.2 ? 0.4 : 0.02));
        const labels = p.map(x => (uniform() < x ? 1 : 0));
        const models = binary(labels, { a: p.map(seen), b: p.map(seen) });
        const [found] = compareModels(modelSamplesOf(models).models, defaultParameters);
        return found!.low !== null && (found!.low > 0 || found!.high! < 0);
      });
      assert.ok(apart < 0.07, `${n}: ${apart}`);
    }
  });
});
