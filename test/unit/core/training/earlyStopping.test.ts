import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Replay,
  replayStopping,
  type StoppingLibrary,
  type StoppingRule,
} from '../../../../src/core/training/earlyStopping';
import { stoppingCode } from '../../../../src/core/training/stoppingCode';

function replay(
  library: StoppingLibrary,
  values: readonly number[],
  settings: Partial<StoppingRule> = {},
): Replay {
  const rule: StoppingRule = {
    library,
    patience: 2,
    minDelta: 0,
    startFrom: 0,
    direction: 'lower',
    ...settings,
  };
  return replayStopping(Float64Array.from(values), rule).replay;
}

const curve = [5, 4, 3, 3.5, 3.2, 2, 2.5, 2.6];

describe('early stopping as in Keras', () => {
  it('stops after as many epochs without a better value as its patience', () => {
    const { stoppedAt, keptAt, saved, lost } = replay('keras', curve);
    assert.deepEqual([stoppedAt, keptAt, saved, lost], [4, 2, 3, 1]);
  });

  it('does not stop when the better value comes in time', () => {
    const { stoppedAt, keptAt } = replay('keras', curve, { patience: 3 });
    assert.deepEqual([stoppedAt, keptAt], [null, 5]);
  });

  it('treats patience 0 as 1 and never stops at epoch 0', () => {
    assert.equal(replay('keras', [3, 4, 2], { patience: 0 }).stoppedAt, 1);
    assert.equal(replay('keras', [Number.NaN, 4, 5], { patience: 0 }).stoppedAt, 2);
  });

  it('asks for a change of more than min_delta, whatever its sign', () => {
    assert.equal(replay('keras', [5, 4.5, 4, 3.5], { minDelta: 0.5, patience: 1 }).stoppedAt, 1);
    assert.equal(replay('keras', [5, 4.4, 3.8], { minDelta: -0.5, patience: 1 }).stoppedAt, null);
  });

  it('looks away until start_from_epoch, then keeps the first epoch it sees', () => {
    const { stoppedAt, keptAt } = replay('keras', [1, 9, 8, 9, 9], { startFrom: 1 });
    assert.deepEqual([stoppedAt, keptAt], [4, 2]);
    assert.equal(replay('keras', [1, 2, 3], { startFrom: 9 }).keptAt, 2);
  });

  it('judges the very epoch that start_from_epoch names', () => {
    const { stoppedAt, keptAt } = replay('keras', [9, 1, 5, 5, 5], { startFrom: 1 });
    assert.deepEqual([stoppedAt, keptAt], [3, 1]);
  });

  it('keeps the last weights where training ends before start_from_epoch', () => {
    const { stoppedAt, keptAt } = replay('keras', [1, 2, 3, 4], { startFrom: 4 });
    assert.deepEqual([stoppedAt, keptAt], [null, 3]);
  });

  it('keeps the first epoch it sees when none is better than infinite', () => {
    const { keptAt } = replay('keras', [1, Infinity, Infinity, Infinity], { startFrom: 1 });
    assert.equal(keptAt, 1);
  });

  it('waits through NaN', () => {
    assert.equal(replay('keras', [3, Number.NaN, Number.NaN, 1]).stoppedAt, 2);
  });

  it('maximises scores', () => {
    const { stoppedAt, keptAt } = replay('keras', [0.5, 0.7, 0.6, 0.65], { direction: 'higher' });
    assert.deepEqual([stoppedAt, keptAt], [3, 1]);
  });
});

describe('early stopping as in Lightning', () => {
  it('counts checks without improvement', () => {
    const { stoppedAt, keptAt } = replay('lightning', curve);
    assert.deepEqual([stoppedAt, keptAt], [4, 2]);
  });

  it('stops at once at a value that is not finite, whatever the patience', () => {
    assert.equal(replay('lightning', [3, Number.NaN, 1], { patience: 100 }).stoppedAt, 1);
  });

  it('stops at once at a value that is infinite, on either side', () => {
    assert.equal(replay('lightning', [3, Infinity, 1], { patience: 100 }).stoppedAt, 1);
    const { stoppedAt, keptAt } = replay('lightning', [3, -Infinity, 1], { patience: 100 });
    assert.deepEqual([stoppedAt, keptAt], [1, 1]);
  });

  it('counts a change equal to min_delta as none', () => {
    assert.equal(replay('lightning', [5, 4.5, 4], { minDelta: 0.5, patience: 1 }).stoppedAt, 1);
    assert.equal(
      replay('lightning', [5, 4.25, 3.5], { minDelta: 0.5, patience: 1 }).stoppedAt,
      null,
    );
  });

  it('takes a negative min_delta at its word: a value slightly worse counts as better', () => {
    const values = [5, 5.25, 5.5, 5.75];
    assert.equal(replay('lightning', values, { minDelta: -0.5, patience: 1 }).stoppedAt, null);
    assert.equal(replay('keras', values, { minDelta: -0.5, patience: 1 }).stoppedAt, 1);
  });

  it('keeps the best checkpoint even when it was better by less than min_delta', () => {
    const { stoppedAt, keptAt } = replay('lightning', [3, 2.9, 2.8, 2.7], { minDelta: 0.5 });
    assert.deepEqual([stoppedAt, keptAt], [2, 2]);
  });
});

describe('early stopping as in Hugging Face', () => {
  it('never counts the first evaluation', () => {
    assert.equal(replay('huggingface', [3, 4, 2], { patience: 1 }).stoppedAt, 1);
    assert.equal(replay('huggingface', [3, 4, 2], { patience: 0 }).stoppedAt, 0);
  });

  it('counts a change equal to the threshold as none', () => {
    assert.equal(replay('huggingface', [4, 3.5, 3], { minDelta: 0.5, patience: 1 }).stoppedAt, 1);
    assert.equal(
      replay('huggingface', [4, 3.25, 2.5], { minDelta: 0.5, patience: 1 }).stoppedAt,
      null,
    );
  });

  it('lets any value follow a first one that is not a number', () => {
    const { stoppedAt, keptAt } = replay('huggingface', [Number.NaN, 4, 3, 3, 3], { patience: 2 });
    assert.deepEqual([stoppedAt, keptAt], [4, 2]);
  });

  it('measures the threshold from the last best metric, so slow progress stops it', () => {
    const slow = [3, 2.9, 2.8, 2.7];
    assert.equal(replay('huggingface', slow, { minDelta: 0.15, patience: 2 }).stoppedAt, 2);
    assert.equal(replay('keras', slow, { minDelta: 0.15, patience: 2 }).stoppedAt, null);
    assert.equal(replay('huggingface', slow, { minDelta: 0.15, patience: 2 }).keptAt, 2);
  });
});

describe('the trade-off over all patiences', () => {
  it('equals a replay with each of them', () => {
    const libraries: readonly StoppingLibrary[] = ['keras', 'lightning', 'huggingface'];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...libraries),
        fc.integer({ min: 0, max: 3 }),
        (values, library, minDelta) => {
          const rule: StoppingRule = {
            library,
            patience: 0,
            minDelta,
            startFrom: 0,
            direction: 'lower',
          };
          const data = Float64Array.from(values);
          for (const { patience, ...outcome } of replayStopping(data, rule).tradeOff) {
            assert.deepEqual(outcome, replayStopping(data, { ...rule, patience }).replay);
          }
        },
      ),
    );
  });

  it('ends with the first patience that never stops and stays short for long logs', () => {
    const rule: StoppingRule = {
      library: 'keras',
      patience: 5,
      minDelta: 0,
      startFrom: 0,
      direction: 'lower',
    };
    const rising = new Float64Array(300_000).map((_, i) => i);
    const { tradeOff } = replayStopping(rising, rule);
    assert.ok(tradeOff.length <= 2002);
    assert.equal(tradeOff.at(-1)?.stoppedAt, null);
  });

  it('refuses an empty curve', () => {
    assert.throws(() => replay('keras', []), /no value to replay/);
  });
});

describe('the callback as code', () => {
  const rule: StoppingRule = {
    library: 'keras',
    patience: 4,
    minDelta: 0.01,
    startFrom: 2,
    direction: 'higher',
  };

  it('carries every setting in the words of its library', () => {
    const keras = stoppingCode(rule, 'val_accuracy');
    assert.match(keras, /monitor="val_accuracy"/);
    assert.match(keras, /mode="max",\n\s+patience=4,\n\s+min_delta=0.01,\n\s+start_from_epoch=2/);
    const lightning = stoppingCode({ ...rule, library: 'lightning' }, 'val_acc');
    assert.match(lightning, /mode="max", patience=4, min_delta=0.01/);
    const face = stoppingCode({ ...rule, library: 'huggingface', direction: 'lower' }, 'eval_loss');
    assert.match(face, /greater_is_better=False/);
    assert.match(face, /early_stopping_patience=4,\n\s+early_stopping_threshold=0.01/);
  });
});
