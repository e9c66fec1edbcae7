import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../src/engine/node/nodeEnvironment';
import type { BuiltInId, MetricId } from '../../../src/shared/metricId';
import { itOnCorpus } from '../../support/corpus';
import { closeTo } from './closeTo';

/** By pandas and numpy, of the median and the quantiles 0.01 and 0.99 after a pivot and a merge. */
const expected: Readonly<Partial<Record<BuiltInId, number>>> = {
  mean_error: 117.57149098637204,
  mae: 157.57539774100582,
  mse: 122305.87881040995,
  medae: 30.74515703505098,
  max_error: 1638.1115363350912,
  wape: 0.47563028196385443,
  pinball: 78.787698870502908,
  r2: 0.9087740758199081,
  coverage: 0.80769230769230771,
  interval_score: 2536.5082920060881,
};

describe('quantile forecasts of the corpus', () => {
  const files = ['quantile_long/flusight_mobs_20221017.csv', 'quantile_long/flusight_truth.csv'];
  const title = 'are judged by the observed values of their day and place';

  itOnCorpus(title, files, async (...paths) => {
    const { report } = await inProcessEngine(nodeEnvironment).inspect(
      paths.map(path => ({ kind: 'file', path, name: basename(path) })),
      {},
    );
    const [model] = report.models;
    assert.equal(model!.n, 104);
    assert.deepEqual(report.skipped, []);
    for (const [id, value] of Object.entries(expected)) {
      closeTo(model!.values[id as MetricId], value, 1e-12, id);
    }
    assert.match(report.notes.join('\n'), /10338 rows of flusight_truth\.csv without a match/);
  });
});
