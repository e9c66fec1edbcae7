import assert from 'node:assert/strict';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import type { Roles } from '../../../../src/roles/roles';
import { type SmallCell, smallTable } from '../../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;
const roles = (columns: Columns): Roles => guessRoles(smallTable(columns), {});

const rows = Array.from({ length: 24 }, (_, i) => i);
const high = rows.map(i => Math.round((((i * 7) % 24) / 24 + 0.02) * 1000) / 1000);
const low = high.map(p => Math.round((1 - p) * 1000) / 1000);
const named = (yes: string, no: string): readonly string[] =>
  high.map((p, i) => (p > 0.5 === (i % 5 !== 0) ? yes : no));

describe('the class in the middle of a name', () => {
  it('takes the column that names the positive class, whatever stands around it', () => {
    const { models, positive } = roles({
      readmitted: named('True', 'False'),
      readmitted_False_PREDICTION: low,
      readmitted_True_PREDICTION: high,
      readmitted_PREDICTION: high.map(p => (p > 0.5 ? 'True' : 'False')),
    });
    assert.equal(positive, 'True');
    assert.deepEqual(models, [
      {
        name: 'readmitted_PREDICTION',
        prediction: 'readmitted_PREDICTION',
        probability: ['readmitted_True_PREDICTION'],
      },
    ]);
  });

  it('finds the class in brackets behind the name of its model', () => {
    const { models, positive } = roles({
      iris: named('setosa', 'virginica'),
      'Logistic Regression': high.map(p => (p > 0.5 ? 'setosa' : 'virginica')),
      'Logistic Regression (setosa)': high,
      'Logistic Regression (virginica)': low,
      Tree: high.map(p => (p > 0.3 ? 'setosa' : 'virginica')),
      'Tree (setosa)': high,
      'Tree (virginica)': low,
    });
    assert.equal(positive, 'virginica');
    assert.deepEqual(
      models.map(({ name, probability }) => [name, probability]),
      [
        ['Logistic Regression', ['Logistic Regression (virginica)']],
        ['Tree', ['Tree (virginica)']],
      ],
    );
  });

  it('gives the labels of a model of two words its own class columns', () => {
    const labels = high.map(p => (p > 0.5 ? 1 : 0));
    const { models } = roles({
      y_true: labels.map((label, i) => (i % 5 === 0 ? 1 - label : label)),
      random_forest_pred: labels,
      random_forest_prob_0: low,
      random_forest_prob_1: high,
      log_reg_pred: labels,
      log_reg_prob_0: low,
      log_reg_prob_1: high,
    });
    assert.deepEqual(
      models.map(({ name, probability }) => [name, probability]),
      [
        ['random_forest_pred', ['random_forest_prob_1']],
        ['log_reg_pred', ['log_reg_prob_1']],
      ],
    );
  });

  it('does not tell that the chance of the other class is left out', () => {
    const { notes } = roles({
      y_true: named('yes', 'no'),
      y_pred: high.map(p => (p > 0.5 ? 'yes' : 'no')),
      'confidence(yes)': high,
      'confidence(no)': low,
    });
    assert.doesNotMatch(notes.join(' '), /left out/);
  });
});

describe('a score that runs against its labels', () => {
  const decided = high.map(distance => (distance < 0.4 ? 'Yes' : 'No'));
  const columns = {
    file: rows.map(i => `a${i}.jpg`),
    label: decided.map((label, i) => (i % 6 === 0 ? (label === 'Yes' ? 'No' : 'Yes') : label)),
    decision: decided,
    distance: high,
  };

  it('is no probability of the positive class, and the notes say so', () => {
    const { models, notes } = roles(columns);
    assert.deepEqual(models, [{ name: 'decision', prediction: 'decision' }]);
    assert.match(notes.join(' '), /"distance" is left out: "decision" is No where it is high/);
  });

  it('is taken where a person chose it', () => {
    const { models } = guessRoles(smallTable(columns), {
      target: 'label',
      predictions: ['decision'],
      probabilities: ['distance'],
    });
    assert.deepEqual(models[0]?.probability, ['distance']);
  });
});

describe('what stands beside the models', () => {
  it('takes the only column with the classes that are predicted for the target', () => {
    const { target } = roles({
      age: rows.map(i => 30 + ((i * 5) % 17)),
      workclass: rows.map(i => (i % 3 === 0 ? 'Private' : 'State')),
      hours: rows.map(i => 35 + ((i * 7) % 11)),
      income: named('>50K', '<=50K'),
      'Scored Labels': high.map(p => (p > 0.5 ? '>50K' : '<=50K')),
      'Scored Probabilities': high,
    });
    assert.equal(target, 'income');
  });

  it('takes a column for the target that a prediction names with all its words', () => {
    const totals = rows.map(i => 8 + ((i * 11) % 19) + 0.25);
    const { target, models } = roles({
      predicted_trip_total: totals.map((value, i) => value + Math.sin(i)),
      trip_total: totals,
      trip_miles: rows.map(i => 1 + ((i * 5) % 7) + 0.5),
    });
    assert.equal(target, 'trip_total');
    assert.deepEqual(
      models.map(({ name }) => name),
      ['predicted_trip_total'],
    );
  });

  it('names averages and what moves with the predictions, in one sentence', () => {
    const target = rows.map(i => 80 + ((i * 11) % 17) + 0.5);
    const { notes } = roles({
      target,
      rank_avg: rows.map(i => ((i * 5) % 24) + 0.5),
      mean: target.map((value, i) => value + Math.cos(i)),
      q10: target.map(value => value - 4),
      q50: target.map((value, i) => value + Math.sin(i)),
      q90: target.map(value => value + 4),
    });
    assert.match(
      notes.join(' '),
      /"rank_avg" and "mean" are left out: their names do not say that they are predictions/,
    );
  });

  it('says of quantiles without a median what is missing, not that nothing was observed', () => {
    const demand = rows.map(i => 80 + ((i * 11) % 17) + 0.5);
    assert.throws(
      () =>
        roles({
          demand,
          'q0.1': demand.map(value => value - 4),
          'q0.25': demand.map(value => value - 2),
          'q0.9': demand.map(value => value + 4),
        }),
      /without a median, and no column is called a prediction; choose one of "q0.1"/,
    );
  });

  it('takes thousands of classes in words without blanks for classes', () => {
    const labels = Array.from({ length: 30_000 }, (_, i) => `n${(i * 7919) % 16_000}`);
    const { task, target, models } = roles({
      label: labels,
      pred: labels.map((label, i) => (i % 5 === 0 ? labels[(i + 1) % 30_000]! : label)),
    });
    assert.deepEqual([task, target, models.length], ['multiclass', 'label', 1]);
  });

  it('knows a square of counts for a confusion matrix', () => {
    const columns = { 'Matrix[0]': [139, 17], 'Matrix[1]': [11, 49] };
    assert.throws(() => roles(columns), /confusion matrix/);
    assert.throws(
      () => roles({ acc: [0.9], f1: [0.8], recall: [0.7] }),
      /scores of one evaluation/,
    );
  });
});
