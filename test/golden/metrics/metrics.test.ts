import assert from 'node:assert/strict';
import { type MetricId, metricIds } from '../../../src/shared/metricId';
import { goldenReport } from '../../support/agreement';
import { assertClose } from '../../support/close';
import { goldens } from '../../support/goldenSamples';

describe('golden metrics of scikit-learn, scipy and PyTorch', () => {
  for (const golden of goldens()) {
    it(`agrees on ${golden.name}`, () => {
      const report = goldenReport(golden);
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
