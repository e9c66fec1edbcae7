import assert from 'node:assert/strict';
import type { Axis, History } from '../../../../src/core/training/history';
import { libraryOf } from '../../../../src/core/training/libraryOf';
import { historyOf } from './simulated';

const few = [3, 2, 1];

function log(
  names: readonly string[],
  x: Partial<Axis> = {},
  others: readonly string[] = [],
): History {
  const history = historyOf(Object.fromEntries(names.map(name => [name, few])));
  const axis = (name: string): Axis => ({ name, kind: 'step', values: Float64Array.from(few) });
  return { ...history, x: { ...history.x, ...x }, otherX: others.map(axis) };
}

describe('libraryOf', () => {
  it('knows a log of Keras by its pairs of bare and val_ names', () => {
    assert.equal(libraryOf(log(['loss', 'accuracy', 'val_loss', 'val_accuracy'])), 'keras');
    assert.equal(libraryOf(log(['rmse', 'val_rmse', 'learning_rate'])), 'keras');
  });

  it('knows a log of Lightning by values per step and per epoch, by its learning rates and its two axes', () => {
    assert.equal(libraryOf(log(['train_loss_step', 'train_loss_epoch', 'val_loss'])), 'lightning');
    assert.equal(libraryOf(log(['train/loss', 'val/loss', 'lr-AdamW'])), 'lightning');
    assert.equal(libraryOf(log(['train_loss', 'val_loss'], {}, ['step'])), 'lightning');
    assert.equal(libraryOf(log(['loss', 'val_loss'], {}, ['trainer/global_step'])), 'lightning');
  });

  it('knows a log of the Hugging Face Trainer by its evaluation, by the gradient norm, by its table', () => {
    assert.equal(libraryOf(log(['loss', 'eval_loss'])), 'huggingface');
    assert.equal(libraryOf(log(['loss', 'grad_norm', 'learning_rate'])), 'huggingface');
    assert.equal(libraryOf(log(['Training Loss', 'Validation Loss'])), 'huggingface');
    const fractions = {
      name: 'epoch',
      kind: 'epoch' as const,
      values: Float64Array.of(0.5, 1, 1.5),
    };
    assert.equal(libraryOf(log(['loss', 'entropy'], fractions)), 'huggingface');
  });

  it('does not take every name that begins with eval for the Trainer', () => {
    assert.equal(libraryOf(log(['train_loss', 'eval_loss', 'eval_top1', 'lr'])), 'keras');
  });

  it('starts as Keras where nothing speaks for a library', () => {
    assert.equal(libraryOf(log(['test-logloss', 'train-logloss'])), 'keras');
  });
});
