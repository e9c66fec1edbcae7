import assert from 'node:assert/strict';
import { firstLosses, inspectOptions, setting } from '../../../src/host/settings';
import { fake } from '../../support/fakeVscode';

describe('settings', () => {
  afterEach(() => fake.settings.clear());

  it('fall back to the default when the configured value has another type', () => {
    fake.settings.set('worstRows', 'many').set('firstLosses', 'mae').set('tolerance', null);
    assert.equal(setting('worstRows'), 10);
    assert.deepEqual(setting('firstLosses'), []);
    assert.deepEqual(inspectOptions(), {
      worst: 10,
      memoryBudget: 2 * 2 ** 30,
      parameters: { tolerance: 0.1 },
    });
  });

  it('give the memory budget in bytes, and never less than 64 MB', () => {
    fake.settings.set('memoryBudget', 512);
    assert.equal(inspectOptions().memoryBudget, 512 * 2 ** 20);
    fake.settings.set('memoryBudget', -1);
    assert.equal(inspectOptions().memoryBudget, 64 * 2 ** 20);
  });

  it('are kept within their limits, whatever a folder says', () => {
    fake.settings.set('memoryBudget', 1e12).set('worstRows', 1e9).set('tolerance', -5);
    assert.deepEqual(inspectOptions(), {
      worst: 1000,
      memoryBudget: 64 * 2 ** 30,
      parameters: { tolerance: 0 },
    });
    fake.settings
      .set('memoryBudget', Number.NaN)
      .set('worstRows', -3.5)
      .set('tolerance', Number.POSITIVE_INFINITY);
    assert.deepEqual(inspectOptions(), {
      worst: 1,
      memoryBudget: 2 * 2 ** 30,
      parameters: { tolerance: 100 },
    });
  });

  it('give losses of the own as formulas, without what can be none', () => {
    const losses = {
      late: 'abs(error)',
      mse: 'error',
      'a b': 'error',
      number: 3,
      long: '1'.repeat(1001),
    };
    fake.settings.set('losses', losses);
    const own = [{ name: 'late', formula: 'abs(error)' }];
    assert.deepEqual(inspectOptions().parameters?.ownLosses, own);
    const many = Array.from({ length: 40 }, (_, i) => [`loss_${i}`, 'error']);
    fake.settings.set('losses', Object.fromEntries(many));
    assert.equal(inspectOptions().parameters?.ownLosses?.length, 12);
    for (const odd of [null, [], 'abs(error)']) {
      fake.settings.set('losses', odd);
      assert.equal(inspectOptions().parameters?.ownLosses, undefined);
    }
  });

  it('give the wanted losses in the wanted order, without names that are none', () => {
    fake.settings.set('firstLosses', ['rmse', 'nonsense', 'mae']);
    assert.deepEqual(firstLosses(), ['rmse', 'mae']);
  });
});
