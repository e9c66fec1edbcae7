import assert from 'node:assert/strict';
import type { Series } from '../../../../src/core/training/history';
import { settledDirections } from '../../../../src/roles/history/settledDirections';

function series(name: string, values: readonly number[], more: Partial<Series> = {}): Series {
  return {
    name,
    split: null,
    quantity: name,
    direction: 'none',
    open: true,
    rows: Int32Array.from(values, (_, row) => row),
    values: Float64Array.from(values),
    ...more,
  };
}

const loss = series('loss', [2, 1.6, 1.3, 1, 0.8, 0.7], {
  split: 'train',
  direction: 'lower',
  open: false,
});

function directionOf(name: string, all: readonly Series[]): string | undefined {
  return settledDirections(all).find(one => one.name === name)?.direction;
}

describe('settledDirections', () => {
  it('takes the direction of a curve from the series that holds its best so far', () => {
    const test = series('test', [0.79, 0.81, 0.8, 0.82, 0.81], { direction: 'lower' });
    const best = series('mark', [0.79, 0.81, 0.81, 0.82, 0.82]);
    assert.equal(directionOf('test', [test, best]), 'higher');
    const lows = series('mark', [0.79, 0.79, 0.79, 0.79, 0.79]);
    assert.equal(directionOf('test', [test, lows]), 'lower');
  });

  it('hands the direction on to the same quantity on other data', () => {
    const test = series('test', [0.79, 0.81, 0.8, 0.82, 0.81], {
      split: 'test',
      quantity: 'loss',
      direction: 'lower',
    });
    const learn = series('learn', [0.8, 0.85, 0.9, 0.92, 0.93], {
      split: 'train',
      quantity: 'loss',
      direction: 'lower',
    });
    const best = series('mark', [0.79, 0.81, 0.81, 0.82, 0.82]);
    assert.equal(directionOf('learn', [learn, test, best]), 'higher');
  });

  it('takes a fraction that rises while the loss falls for a score, and one that falls for none', () => {
    assert.equal(
      directionOf('PCK', [loss, series('PCK', [0.2, 0.3, 0.4, 0.5, 0.55, 0.57])]),
      'higher',
    );
    assert.equal(
      directionOf('FPR', [loss, series('FPR', [0.6, 0.4, 0.3, 0.2, 0.15, 0.14])]),
      'lower',
    );
  });

  it('settles nothing for chance, for counters, for what leaves 0 to 1, and without company', () => {
    const noise = series('x', [0.3, 0.2, 0.4, 0.3, 0.2, 0.3]);
    const progress = series('x', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    const memory = series('x', [3, 3.5, 3.9, 4, 4.1, 4.3]);
    for (const one of [noise, progress, memory])
      assert.equal(directionOf('x', [loss, one]), 'none');
    assert.equal(directionOf('x', [series('x', [0.2, 0.3, 0.4, 0.5, 0.55, 0.57])]), 'none');
  });

  it('takes a constant that stands beside scores in the same rows for one of them', () => {
    const recall = series('recall', [0, 0, 0, 0], { direction: 'higher', open: false });
    assert.equal(directionOf('hmean', [recall, series('hmean', [0, 0, 0, 0])]), 'higher');
    assert.equal(directionOf('hmean', [recall, series('hmean', [0, 0, 0])]), 'none');
  });

  it('takes bare train and test that both rise between 0 and 1 for scores', () => {
    const bare = { quantity: 'loss', direction: 'lower' } as const;
    const train = series('train', [0.5, 0.6, 0.7, 0.75, 0.8], { split: 'train', ...bare });
    const test = series('test', [0.4, 0.5, 0.6, 0.65, 0.66], { split: 'test', ...bare });
    assert.equal(directionOf('train', [train, test]), 'higher');
    const falling = { ...test, values: test.values.toReversed() };
    assert.equal(directionOf('train', [train, falling]), 'lower');
  });

  it('leaves names alone that say what they are', () => {
    const all = [
      loss,
      { ...series('accuracy', [0.9, 0.8, 0.7, 0.6]), direction: 'higher' as const, open: false },
    ];
    assert.deepEqual(settledDirections(all), all);
  });
});
