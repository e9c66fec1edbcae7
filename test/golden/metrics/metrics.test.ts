import assert from 'node:assert/strict';
import { evaluate } from '../../../src/core/report/evaluate';
import { modelSamplesOf } from '../../../src/core/samples/modelSamplesOf';
import { defaultParameters, type MetricId, metricIds } from '../../../src/shared/metricId';
import { assertClose } from '../../support/close';
import { goldenSamples, goldens } from '../../support/goldenSamples';

describe('golden metrics of scikit-learn, scipy and PyTorch', () => {
  for (const golden of goldens()) {
    it(`agrees on ${golden.name}`, () => {
      const samples = goldenSamples(golden);
      const report = evaluate(modelSamplesOf(samples).models, {
        parameters: { ...defaultParameters, ...golden.parameters },
        worst: 10,
        lineOf: samples.lineOf,
      }).at(-1)!;
      for (const [id, expected] of Object.entries(golden.expected)) {
        assertClose(report.values[id as MetricId], expected, id);
      }
    });
  }

  it('leaves no metric without a golden value', () => {
    const seen = new Set(goldens().flatMap(golden => Object.keys(golden.expected)));
    assert.deepEqual(
      metricIds.filter(id => !seen.has(id)),
      [],
    );
  });
});
