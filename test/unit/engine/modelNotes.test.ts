import assert from 'node:assert/strict';
import { modelNotes } from '../../../src/engine/modelNotes';
import type { ModelReport } from '../../../src/shared/lossReport';

function report(name: string, notes: ModelReport['notes']): ModelReport {
  return { name, split: null, n: 2, values: {}, undefined: {}, worst: [], ...(notes && { notes }) };
}

describe('modelNotes', () => {
  it('says nothing where nothing was done', () => {
    assert.deepEqual(modelNotes([report('a', undefined)]), []);
  });

  it('puts metrics with the same note into one sentence, without the name of a single model', () => {
    const same = '0 is taken';
    assert.deepEqual(modelNotes([report('a', { precision: same, f1: same })]), [
      'Precision and F1: 0 is taken.',
    ]);
  });

  it('names the models when there are several, and tells the log loss first', () => {
    const models = [
      report('a', { brier: 'rows left out', log_loss: 'one row is infinite' }),
      report('b', { brier: 'rows left out' }),
    ];
    assert.deepEqual(modelNotes(models), [
      'a: Log loss (cross-entropy): one row is infinite.',
      'a and b: Brier score: rows left out.',
    ]);
  });

  it('counts what would be too many sentences', () => {
    const models = Array.from({ length: 9 }, (_, i) => report(`m${i}`, { mape: `${i} rows` }));
    const notes = modelNotes(models);
    assert.equal(notes.length, 6);
    assert.equal(notes[5], '4 more notes of this kind stand beside the losses.');
  });
});
