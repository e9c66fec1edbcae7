import assert from 'node:assert/strict';
import { evaluate } from '../../../../src/core/report/evaluate';
import { perSampleLoss } from '../../../../src/core/report/perSample';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../../../src/core/samples/samples';
import { normalQuantile } from '../../../../src/core/statistics/normalQuantile';
import { quantileOfSorted } from '../../../../src/core/statistics/quantileOfSorted';
import type { ModelReport } from '../../../../src/shared/lossReport';
import { defaultParameters, type Parameters } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';
import { multiclass, regression } from '../../../support/samplesOf';

function reportOf(samples: Samples, parameters: Partial<Parameters> = {}): ModelReport {
  const { models } = modelSamplesOf(samples);
  const all = { ...defaultParameters, ...parameters };
  return evaluate(models, { parameters: all, worst: 10, lineOf: samples.lineOf })[0]!;
}

const numbers = (name: string, values: readonly number[]) => ({
  name,
  values: Float64Array.from(values),
});

function withModel(samples: Samples, more: object): Samples {
  if (samples.task !== 'regression') throw new TypeError('not numbers');
  return { ...samples, models: samples.models.map(model => ({ ...model, ...more })) };
}

describe('losses at their edges', () => {
  it('have no Gaussian likelihood of a variance of 0, which has no logarithm', () => {
    const samples = regression([1, 2, 3], [1, 2, 4]);
    const { values, undefined: reasons } = reportOf(
      withModel(samples, { variance: numbers('variance', [1, 0, 1]) }),
    );
    assert.equal(values.gaussian_nll, undefined);
    assert.match(reasons.gaussian_nll!, /^1 variance that is not positive, .*line 3/);
  });

  it('count a target on either bound as covered', () => {
    const samples = regression([1, 2, 3, 4], [1.5, 1.5, 3, 3]);
    const bounds = {
      lower: numbers('lower', [1, 1, 2.5, 2.5]),
      upper: numbers('upper', [2, 2, 3.5, 3.5]),
    };
    assert.equal(reportOf(withModel(samples, bounds)).values.coverage, 0.75);
  });

  it('make smooth L1 with beta 0 the absolute error, of the rows and of their mean', () => {
    const samples = regression([0, 0, 0, 0], [0, 0.5, -2, 4]);
    const parameters = { ...defaultParameters, smoothL1Beta: 0 };
    assert.equal(reportOf(samples, parameters).values.smooth_l1, 6.5 / 4);
    const losses = perSampleLoss(modelSamplesOf(samples).models[0]!, 'smooth_l1', parameters);
    assert.deepEqual([...losses!], [0, 0.5, 2, 4]);
  });

  it('keep the digits of pseudo-Huber far beyond delta', () => {
    // 3000 sqrt(1 + 1 / 9e6) - 1, by its series.
    const expected = 3000 + 1 / 6000 - 1 / (8 * 27e9) - 1;
    assertClose(reportOf(regression([0], [3000])).values.pseudo_huber, expected, 'value', 1e-15);
    assert.equal(reportOf(regression([0], [1e300])).values.pseudo_huber, 1e300);
  });

  it('let the later class go first among equal scores, as scikit-learn says of top-k accuracy', () => {
    const scores = [
      [0.4, 0.4, 0.2],
      [0.2, 0.4, 0.4],
      [0.4, 0.2, 0.4],
      [0.4, 0.2, 0.4],
    ];
    // Class 1 before 0, 2 before 1, 2 before 0: the second and the last row name their class.
    const { values } = reportOf(multiclass([0, 2, 0, 2], scores), { topK: 1 });
    assert.equal(values.top_k_accuracy, 0.5);
  });

  it('take the middle of two numbers without adding them up', () => {
    const top = 2 ** 1023;
    assert.equal(quantileOfSorted(Float64Array.of(top, 1.5 * top), 0.5), 1.25 * top);
    assert.equal(quantileOfSorted(Float64Array.of(-top, top), 0.5), 0);
  });
});

describe('quantiles of the normal distribution', () => {
  /** Upper points as printed in Abramowitz and Stegun and in any table since. */
  const points: readonly (readonly [p: number, z: number])[] = [
    [0.25, 0.6744897501960817],
    [0.1, 1.2815515655446004],
    [0.05, 1.6448536269514722],
    [0.025, 1.959963984540054],
    [0.01, 2.3263478740408408],
    [0.001, 3.090232306167813],
  ];

  it('are those of the tables, on both sides', () => {
    for (const [p, z] of points) {
      assertClose(normalQuantile(p), -z, `lower ${p}`, 1.2e-9);
      assertClose(normalQuantile(1 - p), z, `upper ${p}`, 1.2e-9);
    }
    assert.equal(normalQuantile(0.5) + 0, 0);
  });
});
