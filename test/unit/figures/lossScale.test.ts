import assert from 'node:assert/strict';
import { figures } from '../../../src/figures/figures';
import type { Plot } from '../../../src/shared/figure';
import { errorsData } from './fixtures';

const names = { mse: 'squared error', mae: 'absolute error', huber: 'Huber loss' } as const;

function curve(name: string, options = {}, ...errors: number[]): (x: number) => number {
  const [panel] = figures['loss-versus-error'].build(errorsData(...errors), options).panels;
  const line = (panel as Plot).marks.find(mark => mark.kind === 'line' && mark.name === name);
  assert.ok(line?.kind === 'line', `no curve ${name}`);
  return x => {
    const after = line.x.findIndex(place => place >= x);
    const [a, b] = [Math.max(0, after - 1), after];
    const share = a === b ? 0 : (x - line.x[a]!) / (line.x[b]! - line.x[a]!);
    return line.y[a]! + share * (line.y[b]! - line.y[a]!);
  };
}

const large = [-60, -40, 40, 50, 100];

describe('losses over the error', () => {
  it('meet at the typical error where they are of different size, and cross there', () => {
    for (const name of Object.values(names)) {
      const at = curve(name, {}, ...large)(50);
      assert.ok(Math.abs(at - 1) < 0.01, `${name}: ${at}`);
    }
    assert.ok(curve(names.mse, {}, ...large)(100) > 1.9 * curve(names.mae, {}, ...large)(100));
    assert.ok(curve(names.mse, {}, ...large)(20) < curve(names.mae, {}, ...large)(20));
  });

  it('are as they are where they are of the same size, or when asked to', () => {
    assert.ok(Math.abs(curve(names.mae, {}, 1, -2, 2)(2) - 2) < 0.01);
    assert.ok(Math.abs(curve(names.mse, { scale: 'own' }, ...large)(100) - 10_000) < 100);
  });

  it('are shares of their totals when asked to', () => {
    // 100 of 290 in all.
    assert.ok(Math.abs(curve(names.mae, { scale: 'total' }, ...large)(100) - 100 / 2.9) < 0.1);
  });

  it('say what was done', () => {
    const { reading } = figures['loss-versus-error'].build(errorsData(...large), {});
    assert.match(reading, /The curves are scaled to meet at the typical error, 50\./);
  });
});
