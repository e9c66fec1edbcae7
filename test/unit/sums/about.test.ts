import assert from 'node:assert/strict';
import { type About, readAbout, writeAbout } from '../../../src/sums/about';

const about: About = {
  part: 'sums',
  task: 'binary',
  target: `it's "y" = 1; DROP -- x`,
  models: ['p', 'a b'],
  by: ['région', '*/'],
  weight: 'w',
  positive: 'yes',
  classes: [],
};

describe('what a result of sums says of itself', () => {
  it('is read as it was written, whatever the columns are called', () => {
    assert.deepEqual(readAbout(writeAbout(about)), about);
  });

  it('holds no mark that a dialect could take for the end of a text or for an escape', () => {
    assert.match(writeAbout(about), /^[A-Za-z0-9 /=%._~-]+$/);
  });

  it('is nothing where another text stands', () => {
    assert.equal(readAbout('west'), null);
  });

  it('names both versions where it was written by another one', () => {
    const found = readAbout('loss_lens/2 part=sums task=binary model=p');
    assert.match(
      (found as { problem: string }).problem,
      /version 2, and this Loss Lens reads version 1/,
    );
  });

  it('says so when it was changed', () => {
    for (const text of ['loss_lens/1 part=sums', 'loss_lens/1 part=sums task=binary model=%zz']) {
      assert.match((readAbout(text) as { problem: string }).problem, /has been changed/);
    }
  });
});
