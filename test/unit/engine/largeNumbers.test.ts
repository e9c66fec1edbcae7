import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { metricIds } from '../../../src/shared/metricId';
import type { Inspection } from '../../../src/shared/protocol/inspection';
import { bytesOnly } from '../../support/bytesOnly';
import { nansIn } from '../../support/nansIn';

async function inspected(text: string): Promise<Inspection> {
  const bytes = new TextEncoder().encode(text);
  const engine = inProcessEngine(bytesOnly);
  return engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], { metrics: metricIds });
}

describe('numbers near the largest there are', () => {
  it('make no NaN: a loss that overflows is infinite, a baseline too, or told to be undefined', async () => {
    const { report } = await inspected('y_true,y_pred\n1e308,-1e308\n-1e308,1e308\n5,6\n');
    assert.deepEqual(nansIn(report), []);
    const [model] = report.models;
    assert.equal(model!.values.mse, Number.POSITIVE_INFINITY);
    // Twice |e| over |y| + |p| is 2 for the first two rows and 2 / 11 for the third.
    assert.equal(model!.values.smape!.toFixed(12), ((4 + 2 / 11) / 3).toFixed(12));
    // |e| / |y| is 2, 2 and 1 / 5.
    assert.equal(model!.values.mape!.toFixed(12), (4.2 / 3).toFixed(12));
  });

  it('as weights that add up to more than a number holds are refused in one sentence', async () => {
    await assert.rejects(
      inspected('y_true,y_pred,weight\n1,2,1e308\n2,3,1e308\n3,3.5,1e308\n'),
      /^ReadError: a\.csv, column "weight": the weights add up to more than a number can hold$/,
    );
  });
});
