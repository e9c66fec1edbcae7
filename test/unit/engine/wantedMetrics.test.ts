import assert from 'node:assert/strict';
import { evaluate } from '../../../src/core/report/evaluate';
import { modelSamplesOf } from '../../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../../src/core/samples/samples';
import { availableMetrics, wantedMetrics } from '../../../src/engine/wantedMetrics';
import { defaultParameters, metricIds } from '../../../src/shared/metricId';
import { binary, regression } from '../../support/samplesOf';

function dataOf(samples: Samples) {
  const { models } = modelSamplesOf(samples);
  return { samples, models, parameters: defaultParameters, lineOf: samples.lineOf };
}

describe('the metrics of a report', () => {
  it('are all of a short table, and those that were asked for of any', () => {
    const data = dataOf(regression([1, 2], [1, 3]));
    assert.equal(wantedMetrics(data, {}), undefined);
    assert.deepEqual(wantedMetrics(data, { metrics: ['mape'] }), ['mape']);
  });

  it('are the first ones of a long table', () => {
    const zeros = new Array<number>(1_000_001).fill(0);
    const wanted = wantedMetrics(dataOf(regression(zeros, zeros)), {});
    assert.ok(wanted?.includes('rmse') && wanted.includes('mse') && !wanted.includes('log_cosh'));
  });

  it('are known from few rows, as if all had been computed', () => {
    const rows = Array.from({ length: 500 }, (_, i) => i % 2);
    for (const data of [
      dataOf(regression(rows, rows)),
      dataOf(binary(rows, { m: rows.map(y => 0.2 + y / 2) })),
    ]) {
      const options = { parameters: defaultParameters, worst: 0, lineOf: () => null };
      const [model] = evaluate(data.models, options);
      const computed = metricIds.filter(id => id in model!.values || id in model!.undefined);
      assert.deepEqual(availableMetrics(data), computed);
    }
  });
});
