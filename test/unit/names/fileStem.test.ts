import assert from 'node:assert/strict';
import { fileStem } from '../../../src/names/fileStem';

describe('fileStem', () => {
  it('takes folders and the ending off', () => {
    assert.equal(fileStem('runs/imdb_val_loss.csv'), 'imdb_val_loss');
    assert.equal(fileStem('runs\\history.jsonl'), 'history');
  });

  it('keeps a number behind a point, which is no ending, and a name that is all ending', () => {
    assert.equal(fileStem('lr_0.1'), 'lr_0.1');
    assert.equal(fileStem('.csv'), '.csv');
  });
});
