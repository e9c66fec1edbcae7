import assert from 'node:assert/strict';
import { candidatesOf } from '../../../../src/roles/guess/candidate';
import { asClaimed } from '../../../../src/roles/guess/claims';
import { type SmallCell, smallTable } from '../../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;

/** Role and strength that each name is left with. */
function claims(columns: Columns): Record<string, string | null> {
  return Object.fromEntries(
    asClaimed(candidatesOf(smallTable(columns))).map(({ name, said }) => [
      name,
      said === null ? null : `${said.role} ${said.strength}`,
    ]),
  );
}

const fractions = [0.2, 0.7, 0.4, 0.9];
const logits = [-1.4, 0.8, -0.4, 2.2];

describe('asClaimed', () => {
  it('believes a name that its values do not deny', () => {
    assert.deepEqual(claims({ logit: logits, prob: fractions, y_true: [0, 1, 0, 1] }), {
      logit: 'logit 3',
      prob: 'probability 3',
      y_true: 'target 3',
    });
  });

  it('takes labels that are called a decision for what was decided', () => {
    assert.deepEqual(claims({ svm_decision_function: [1, -1, 1, -1], margin: [0, 1, 1, 0] }), {
      svm_decision_function: 'prediction 3',
      margin: 'prediction 3',
    });
  });

  it('takes a raw score that never leaves 0 to 1 for a score of some kind', () => {
    assert.deepEqual(claims({ raw_score: fractions }), { raw_score: 'score 2' });
    assert.deepEqual(claims({ raw_score: logits }), { raw_score: 'logit 2' });
  });

  it('takes a logit between 0 and 1 for a logit where its name says so outright', () => {
    assert.deepEqual(claims({ logit: fractions }), { logit: 'logit 3' });
  });

  it('lets P be phosphorus where it is no chance', () => {
    assert.deepEqual(claims({ P: [12, 40, 7, 31] }), { P: null });
    assert.deepEqual(claims({ P: fractions }), { P: 'probability 1' });
  });

  it('takes no part in what is called a probability and goes beyond 1', () => {
    assert.deepEqual(claims({ probability: [12, 40, 70, 99] }), { probability: 'derived 3' });
  });

  it('takes what is called a probability and lies on both sides of 0 for a score', () => {
    assert.deepEqual(claims({ probability: [-3, 4, -7, 9] }), { probability: 'score 2' });
  });

  it('reads true beside false in two names as a setting or a class, not as the truth', () => {
    assert.deepEqual(claims({ 'aug=true': logits, 'aug=false': logits }), {
      'aug=true': null,
      'aug=false': null,
    });
    assert.deepEqual(
      claims({ churn_True_PREDICTION: fractions, churn_False_PREDICTION: fractions }),
      {
        churn_True_PREDICTION: 'prediction 3',
        churn_False_PREDICTION: 'prediction 3',
      },
    );
  });
});
