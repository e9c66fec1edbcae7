import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { LossReport } from '../../../src/shared/lossReport';
import type { RoleChoices } from '../../../src/shared/roleChoices';

const lines = [
  'y_true,y_pred',
  'low,mid',
  'mid,mid',
  'high,low',
  'high,high',
  'low,low',
  'mid,high',
  'low,low',
  'mid,mid',
  'high,high',
].join('\n');

async function reportWith(choices: RoleChoices): Promise<LossReport> {
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  const bytes = new TextEncoder().encode(`${lines}\n`);
  return (await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], { choices })).report;
}

describe('classes that have an order', () => {
  it('have no rank errors until somebody says what the order is', async () => {
    const { models, roles } = await reportWith({});
    assert.equal(models[0]?.values.rank_error, undefined);
    assert.equal(roles.ordered, undefined);
  });

  it('are compared in steps of the order that was given, whatever the alphabet says', async () => {
    const { models, roles } = await reportWith({ order: ['low', 'mid', 'high'] });
    assert.deepEqual(roles.classes, ['low', 'mid', 'high']);
    assert.equal(roles.ordered, true);
    // Errors of 1, 2 and 1 steps in nine rows; by chance (0, 1, 2 three times each on both sides) 4/3.
    assert.ok(Math.abs(models[0]!.values.rank_error! - 4 / 9) < 1e-15);
    assert.ok(Math.abs(models[0]!.values.qwk! - (1 - 6 / 9 / (4 / 3))) < 1e-12);
  });

  it('refuses an order that leaves out a class, names one twice or a stranger', async () => {
    for (const order of [
      ['low', 'mid'],
      ['low', 'low', 'high'],
      ['low', 'mid', 'top'],
    ]) {
      await assert.rejects(reportWith({ order }), /every class once: "high", "low" and "mid"/);
    }
  });
});
