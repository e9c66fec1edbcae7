import assert from 'node:assert/strict';
import { ReadError } from '../../../../../src/readers/readError';
import { guessRoles } from '../../../../../src/roles/guess/guessRoles';
import type { Roles } from '../../../../../src/roles/roles';
import { type SmallCell, smallTable } from '../../../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;

const roles = (columns: Columns): Roles => guessRoles(smallTable(columns), {});
const names = ({ models }: Roles) => models.map(({ name }) => name);

const measured = [12, 15, 11, 30, 22, 18, 27, 9, 14, 25];
const near = [13, 14.5, 11.5, 28, 23, 17.5, 26, 10, 15, 24];
const nearer = [12.1, 15.2, 10.9, 29.8, 22.1, 18.3, 26.7, 9.2, 13.8, 25.1];
const unrelated = [20.5, 9.5, 14, 12, 25.5, 11, 16.5, 22, 8, 19];
const flags = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0];
const sameFlags = [0, 1, 1, 0, 1, 0, 1, 1, 0, 1];
const otherFlags = [1, 1, 0, 0, 1, 1, 0, 1, 1, 0];

describe('bareParts', () => {
  it('takes a column of any name for a prediction when it says what the target says', () => {
    const found = roles({ y_true: measured, alpha: nearer, temperature: unrelated });
    assert.deepEqual(names(found), ['alpha']);
    assert.deepEqual(found.ignored, ['temperature']);
  });

  it('takes labels of any name for predictions when they agree with the target beside features', () => {
    const found = roles({ y_true: flags, first: sameFlags, smoker: otherFlags, age: measured });
    assert.deepEqual(names(found), ['first']);
  });

  it('takes several columns of any name that go with the target', () => {
    assert.deepEqual(names(roles({ y_true: measured, one: near, two: nearer })), ['one', 'two']);
  });

  it('takes chances of 0 and 1 for chances although they are wrong in every row', () => {
    const wrong = flags.map(flag => 1 - flag);
    const found = roles({ label: flags, p_one: wrong, p_two: sameFlags });
    assert.deepEqual(names(found), ['p_one', 'p_two']);
  });

  it("believes values that are the target's before a word in the name that speaks of errors", () => {
    assert.deepEqual(names(roles({ y_true: measured, '<img onerror=x>': near })), [
      '<img onerror=x>',
    ]);
  });

  it('takes no bound and no lag of the target for a prediction, however close it is', () => {
    assert.throws(() => roles({ y_true: measured, lag_1: nearer }), ReadError);
    assert.throws(() => roles({ y_true: measured, lower: near }), ReadError);
  });

  it('takes no numbered features for predictions because one of them goes with the target', () => {
    assert.throws(() => roles({ y_true: measured, x1: near, x2: unrelated }), ReadError);
  });

  it('takes no features for predictions that have nothing to do with the target', () => {
    assert.throws(() => roles({ y_true: measured, height: unrelated, age: [...flags] }), ReadError);
  });

  it('asks when only some of the columns say what the target says', () => {
    const scaled = measured.map(value => value / 3 + 1);
    const found = roles({ y_true: measured, height: near, shoe: scaled });
    assert.match(found.doubt?.question ?? '', /^Which columns are predictions of "y_true"\?/);
    assert.deepEqual(
      found.doubt?.options.map(({ choices }) => choices.predictions),
      [['height', 'shoe'], ['height']],
    );
  });
});
