import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Memory, readState } from '../../../src/webview/memory';

describe('what the page remembers', () => {
  it('comes back from storage as it was put there', () => {
    let stored: unknown;
    const memory = new Memory(undefined, state => {
      stored = JSON.parse(JSON.stringify(state));
    });
    memory.belongsTo('a.csv');
    memory.setFlag('roles', true);
    memory.setOptions('residuals', { huberDelta: 2, losses: ['mse', 'mae'] });
    memory.setKeep('["file:///a.csv"]');
    memory.setBin({ by: 'error', from: -1, to: 1, closed: true });
    const again = new Memory(stored, () => undefined);
    assert.deepEqual(again.state, memory.state);
    assert.equal(again.flag('roles', false), true);
    assert.deepEqual(again.options('residuals'), { huberDelta: 2, losses: ['mse', 'mae'] });
  });

  it('is let go of when the report is about other sources', () => {
    const memory = new Memory(undefined, () => undefined);
    memory.belongsTo('a.csv');
    memory.setFlag('roles', true);
    memory.belongsTo('b.csv');
    assert.equal(memory.flag('roles', false), false);
  });

  it('is read from anything at all without throwing, keeping only what has the right type', () => {
    fc.assert(
      fc.property(fc.anything(), anything => {
        const state = readState(anything);
        assert.equal(typeof state.key, 'string');
        assert.ok(state.scroll >= 0);
      }),
    );
    const state = readState({
      flags: { a: true, b: 'yes' },
      options: { c: { d: {}, e: 1 } },
      bin: { by: 'error', from: 'low', to: 1, closed: true },
    });
    assert.equal(state.bin, undefined);
    assert.deepEqual(state.flags, { a: true });
    assert.deepEqual(state.options, { c: { e: 1 } });
  });
});
