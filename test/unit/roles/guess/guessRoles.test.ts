import assert from 'node:assert/strict';
import { ReadError } from '../../../../src/readers/readError';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import { NoTargetError } from '../../../../src/roles/guess/noTargetError';
import type { Roles } from '../../../../src/roles/roles';
import type { RoleChoices } from '../../../../src/shared/roleChoices';
import { type SmallCell, smallTable } from '../../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;

function roles(columns: Columns, choices: RoleChoices = {}): Roles {
  return guessRoles(smallTable(columns), choices);
}

function names({ models }: Roles): string[] {
  return models.map(({ name }) => name);
}

const measured = [3.1, 4.5, 2.2, 6.8, 5.5, 1.9];
const close = [3.0, 4.9, 2.5, 6.1, 5.2, 2.4];
const closer = [3.2, 4.4, 2.1, 6.9, 5.6, 1.8];
const labels = [0, 1, 1, 0, 1, 0];
const guesses = [0, 1, 0, 0, 1, 1];
const chances = [0.1, 0.9, 0.4, 0.2, 0.7, 0.6];
const animals = ['cat', 'dog', 'cat', 'fish', 'dog', 'fish'];
const seen = ['cat', 'dog', 'dog', 'fish', 'dog', 'cat'];

describe('guessRoles: regression', () => {
  it('takes target and prediction by name, whichever comes first', () => {
    const found = roles({ Predicted: close, Actual: measured });
    assert.equal(found.task, 'regression');
    assert.equal(found.target, 'Actual');
    assert.deepEqual(names(found), ['Predicted']);
    assert.equal(
      found.reason,
      '"Actual" is the target because of its name; "Predicted" is its prediction because of its name.',
    );
  });

  it('takes bare model names for predictions', () => {
    const found = roles({ y_true: measured, ridge: close, forest: closer });
    assert.deepEqual(names(found), ['ridge', 'forest']);
    assert.equal(
      found.reason,
      '"y_true" is the target because of its name; ' +
        '"ridge" and "forest" are predictions because they are numbers of the same scale.',
    );
  });

  it('finds an oddly named target by what the predictions look like', () => {
    const found = roles({ city_rco_T: measured, rf_pred: close, xgb_pred: closer });
    assert.equal(found.target, 'city_rco_T');
    assert.deepEqual(names(found), ['rf_pred', 'xgb_pred']);
  });

  it('takes the column that the predictions are named after', () => {
    const found = roles({
      area: [90, 120, 60, 200, 150, 55],
      price: measured,
      predicted_price: close,
    });
    assert.equal(found.target, 'price');
    assert.deepEqual(found.ignored, ['area']);
  });

  it('ignores derived columns', () => {
    const error = [-0.1, 0.4, 0.3, -0.7, -0.3, 0.5];
    const found = roles({ actual: measured, ml_pred: close, ml_error: error, ml_abs_error: error });
    assert.deepEqual(names(found), ['ml_pred']);
    assert.deepEqual(found.ignored, ['ml_error', 'ml_abs_error']);
  });

  it('takes lower and upper for bounds of the prediction they belong to', () => {
    const found = roles({
      y: measured,
      yhat: close,
      yhat_lower: measured.map(value => value - 2),
      yhat_upper: measured.map(value => value + 2),
    });
    assert.deepEqual(found.models, [
      { name: 'yhat', prediction: 'yhat', lower: 'yhat_lower', upper: 'yhat_upper' },
    ]);
  });

  it('takes the median of quantiles for the prediction and the outer pair for its bounds', () => {
    const found = roles({ y_true: measured, q10: closer, q50: close, q90: measured });
    assert.deepEqual(found.models, [
      {
        name: 'q50',
        prediction: 'q50',
        lower: 'q10',
        upper: 'q90',
        level: 0.8,
        quantiles: [
          { level: 0.1, column: 'q10' },
          { level: 0.5, column: 'q50' },
          { level: 0.9, column: 'q90' },
        ],
      },
    ]);
  });

  it('takes a standard deviation beside the prediction for its spread', () => {
    const found = roles({ y_true: measured, y_pred: close, y_pred_std: chances });
    assert.equal(found.models[0]?.variance, 'y_pred_std');
    assert.equal(found.models[0]?.varianceIsSigma, true);
  });

  it('takes the pair on the original scale and names the other', () => {
    const found = roles({
      actual_log: measured,
      predicted_log: close,
      actual_original: measured.map(Math.exp),
      predicted_original: close.map(Math.exp),
    });
    assert.equal(found.target, 'actual_original');
    assert.deepEqual(names(found), ['predicted_original']);
    assert.match(found.notes.join(' '), /"actual_log" with "predicted_log"/);
  });

  it('takes the first of two unnamed columns and asks', () => {
    const found = roles({ 'column 1': measured, 'column 2': close });
    assert.equal(found.target, 'column 1');
    assert.equal(found.doubt?.question, 'Which of the two columns is the target?');
    assert.deepEqual(found.doubt?.options[1]?.choices, {
      target: 'column 2',
      predictions: ['column 1'],
    });
  });

  it('asks whether few different integers are numbers or classes', () => {
    const found = roles({ actual: [3, 4, 5, 2, 3, 1], predicted: [3, 5, 5, 3, 3, 1] });
    assert.equal(found.task, 'regression');
    assert.deepEqual(
      found.doubt?.options.map(({ choices }) => choices.task),
      ['regression', 'multiclass'],
    );
  });
});

describe('guessRoles: binary', () => {
  it('joins hard labels and the probability of the same model', () => {
    const found = roles({ y_true: labels, y_pred: guesses, y_prob: chances });
    assert.equal(found.task, 'binary');
    assert.deepEqual(found.models, [
      { name: 'y_pred', prediction: 'y_pred', probability: ['y_prob'] },
    ]);
    assert.deepEqual([found.classes, found.positive], [['0', '1'], '1']);
  });

  it('keeps several models with labels and probabilities apart', () => {
    const found = roles({
      true_class: labels,
      logistic_prediction: guesses,
      logistic_probability_GBM: chances,
      forest_prediction: labels,
      forest_probability_GBM: [0.2, 0.8, 0.7, 0.1, 0.9, 0.3],
    });
    assert.deepEqual(
      found.models.map(({ name, probability }) => [name, probability?.[0]]),
      [
        ['logistic_prediction', 'logistic_probability_GBM'],
        ['forest_prediction', 'forest_probability_GBM'],
      ],
    );
  });

  it('takes one probability column per model for several models', () => {
    const found = roles({
      label: labels,
      model_a: chances,
      model_b: [0.2, 0.8, 0.7, 0.1, 0.9, 0.3],
    });
    assert.equal(found.task, 'binary');
    assert.deepEqual(
      found.models.map(({ name, probability }) => [name, probability]),
      [
        ['model_a', ['model_a']],
        ['model_b', ['model_b']],
      ],
    );
  });

  it('takes the column of the positive class of two class columns', () => {
    const found = roles({
      real_label: labels,
      probability_class_0: chances.map(p => 1 - p),
      probability_class_1: chances,
    });
    assert.deepEqual(found.models, [
      { name: 'probability_class', probability: ['probability_class_1'] },
    ]);
  });

  it('treats two class columns that do not add up to 1 as several classes', () => {
    const found = roles({ y_true: [0, 1], p0: [0.5, 0.3], p1: [0.4, 0.9] });
    assert.equal(found.task, 'multiclass');
    assert.deepEqual(found.models, [{ name: 'p', probability: ['p0', 'p1'] }]);
  });

  it('takes a label beside a ground truth for the prediction', () => {
    const found = roles({
      customerID: [11, 15, 12, 19, 18, 14],
      label: guesses,
      probability: chances,
      groundtruth: labels,
    });
    assert.equal(found.target, 'groundtruth');
    assert.deepEqual(found.models, [
      { name: 'label', prediction: 'label', probability: ['probability'] },
    ]);
  });

  it('takes a score of 0 and 1 for hard labels', () => {
    const found = roles({ score: guesses, label_value: labels });
    assert.deepEqual(found.models, [{ name: 'score', prediction: 'score' }]);
  });

  it('takes logits for logits', () => {
    const found = roles({ label: [1, 0, 1, 1], logit: [2, -1, 0.5, -3] });
    assert.deepEqual(found.models, [{ name: 'logit', margin: 'logit', marginIsLogit: true }]);
  });

  it('leaves out the confidence in the predicted class and says so', () => {
    const found = roles({
      y_true: labels,
      y_pred: guesses,
      confidence: [0.9, 0.8, 0.7, 0.95, 0.6, 0.99],
    });
    assert.deepEqual(found.models, [{ name: 'y_pred', prediction: 'y_pred' }]);
    assert.match(found.notes.join(' '), /"confidence" is left out/);
  });

  it('reads True, true and 1 as one class', () => {
    const found = roles({ y_true: [true, false, true], y_pred: [1, 0, 0] });
    assert.deepEqual([found.classes, found.positive], [['False', 'True'], 'True']);
  });

  it('reads yes and YES as one class and says so', () => {
    const found = roles({ truth: ['yes', 'no', 'YES', 'no'], guess: ['Yes', 'no', 'yes', 'yes'] });
    assert.equal(found.task, 'binary');
    assert.equal(found.positive, 'yes');
    assert.match(found.notes.join(' '), /"yes", "YES" and "Yes" are read as one class/);
  });

  it('takes the class whose probability a column holds for the positive one', () => {
    const found = roles({
      Actual: [2, 1, 1, 2, 1, 2],
      Predicted: [1, 2, 2, 1, 1, 2],
      Probability: [0.1, 0.9, 0.8, 0.2, 0.3, 0.7],
    });
    assert.equal(found.positive, '2');
    assert.match(found.notes.join(' '), /"2" is the positive class/);
  });

  it('takes one pair of two complementary ones', () => {
    const found = roles({
      prob1: chances,
      prob1_outcome: labels,
      prob2: chances.map(p => 1 - p),
      prob2_outcome: labels.map(label => 1 - label),
    });
    assert.equal(found.target, 'prob1_outcome');
    assert.deepEqual(names(found), ['prob1']);
  });
});

describe('guessRoles: multiclass', () => {
  it('takes ten thousand names for classes', () => {
    const y_true = Array.from({ length: 20_000 }, (_, row) => `class ${row % 10_000}`);
    const y_pred = y_true.map((name, row) => (row % 3 === 0 ? 'class 7' : name));
    const found = roles({ y_true, y_pred });
    assert.equal(found.task, 'multiclass');
    assert.equal(found.classes?.length, 10_000);
  });

  it('gives class columns to the hard labels they belong to, in the order of the classes', () => {
    const found = roles({
      species: animals,
      predicted: seen,
      'P(fish)': [0.1, 0.2, 0.3, 0.8, 0.1, 0.3],
      'P(cat)': [0.8, 0.2, 0.3, 0.1, 0.1, 0.4],
      'P(dog)': [0.1, 0.6, 0.4, 0.1, 0.8, 0.3],
      tree: animals,
    });
    assert.deepEqual(found.classes, ['cat', 'dog', 'fish']);
    assert.deepEqual(found.models, [
      { name: 'predicted', prediction: 'predicted', probability: ['P(cat)', 'P(dog)', 'P(fish)'] },
      { name: 'tree', prediction: 'tree' },
    ]);
  });

  it('matches columns without class names in sorted order and says so', () => {
    const found = roles({
      label: animals,
      prob_0: [0.8, 0.2, 0.3, 0.1, 0.1, 0.4],
      prob_1: [0.1, 0.6, 0.4, 0.1, 0.8, 0.3],
      prob_2: [0.1, 0.2, 0.3, 0.8, 0.1, 0.3],
    });
    assert.deepEqual(found.models[0]?.probability, ['prob_0', 'prob_1', 'prob_2']);
    assert.match(found.notes.join(' '), /in sorted order/);
  });

  it('takes a single probability beside hard labels for the confidence in those labels', () => {
    const found = roles({ true_label: animals, pred_label: seen, pred_prob: chances });
    assert.deepEqual(found.models, [
      { name: 'pred_label', prediction: 'pred_label', confidence: 'pred_prob' },
    ]);
  });

  it('takes columns called like the classes for their probabilities', () => {
    const found = roles({
      y_true: animals,
      cat: [0.8, 0.2, 0.3, 0.1, 0.1, 0.4],
      dog: [0.1, 0.6, 0.4, 0.1, 0.8, 0.3],
      fish: [0.1, 0.2, 0.3, 0.8, 0.1, 0.3],
    });
    assert.deepEqual(found.models[0]?.probability, ['cat', 'dog', 'fish']);
  });
});

describe('guessRoles: errors, splits, ids, weights', () => {
  it('inspects a column of errors that stands alone', () => {
    const found = roles({ errors: [20, -20, 2, -2] });
    assert.equal(found.task, 'errors');
    assert.deepEqual(found.models, [{ name: 'errors', prediction: 'errors' }]);
  });

  it('takes split, id, weight and groups', () => {
    const found = roles({
      id: ['a', 'b', 'c', 'd', 'e', 'f'],
      set: ['train', 'train', 'test', 'test', 'train', 'test'],
      sample_weight: [1, 2, 1, 1, 1, 3],
      sex: ['f', 'm', 'f', 'm', 'm', 'f'],
      y_true: measured,
      y_pred: close,
    });
    assert.deepEqual(
      [found.id, found.split, found.weight, found.groups],
      ['id', 'set', 'sample_weight', ['sex']],
    );
  });
});

describe('guessRoles: choices', () => {
  it('follows the choices against every name', () => {
    const found = roles(
      { y_true: measured, y_pred: close },
      { target: 'y_pred', predictions: ['y_true'] },
    );
    assert.equal(found.target, 'y_pred');
    assert.deepEqual(names(found), ['y_true']);
  });

  it('takes chosen class columns under the chosen model name', () => {
    const found = roles(
      { t: animals, a: chances, b: chances, c: chances },
      { target: 't', classProbabilities: { net: ['a', 'b', 'c'] } },
    );
    assert.deepEqual(found.models, [{ name: 'net', probability: ['a', 'b', 'c'] }]);
  });

  it('takes the chosen positive label and the chosen task', () => {
    assert.equal(roles({ y_true: labels, y_pred: guesses }, { positive: '0' }).positive, '0');
    const ratings = { actual: [3, 4, 5, 2, 3, 1], predicted: [3, 5, 5, 3, 3, 1] };
    assert.equal(roles(ratings, { task: 'multiclass' }).task, 'multiclass');
  });

  it('says what to do when no name tells the target', () => {
    assert.throws(() => roles({ a: measured, b: close, c: closer }), {
      message: /A column called y_true would be taken; a file with the true values can be joined/,
    });
  });

  it('names the classes when the chosen positive label is none of them', () => {
    assert.throws(() => roles({ y_true: labels, y_pred: guesses }, { positive: 'spam' }), {
      message: 'small.csv: there is no class "spam"; there are "0" and "1"',
    });
  });

  it('leaves out ignored columns', () => {
    const found = roles({ y_true: measured, ridge: close, lasso: closer }, { ignored: ['lasso'] });
    assert.deepEqual(names(found), ['ridge']);
  });

  it('names a chosen column that does not exist and those that do', () => {
    assert.throws(() => roles({ y_true: measured, y_pred: close }, { target: 'truth' }), {
      message: 'small.csv: there is no column "truth"; there are "y_true" and "y_pred"',
    });
  });

  it('prefers the choices of a person to what a join knows', () => {
    const table = smallTable(
      { a: measured, b: close, c: closer },
      { known: { target: 'a', predictions: ['b'] } },
    );
    assert.deepEqual(names(guessRoles(table, {})), ['b']);
    assert.deepEqual(names(guessRoles(table, { predictions: ['c'] })), ['c']);
  });
});

describe('guessRoles: columns that stand side by side', () => {
  const table = smallTable({ ea: [8.9, 5.4, 7.1], values: [8.1, 8.2, 6.9] });

  it('says that a target stands beside its predictions', () => {
    const known = { target: 'ea', predictions: ['values'] };
    assert.equal(
      guessRoles({ ...table, known }, {}).reason,
      '"ea" is the target because it stands beside its predictions; "values" is its prediction because it stands beside the target.',
    );
  });

  it('says that files were joined only of joined files', () => {
    const joined = { ...table, known: { target: 'ea' }, modelNames: { values: 'values' } };
    assert.match(guessRoles(joined, {}).reason, /because the files were joined for it/);
  });

  it('calls a choice only what a person has chosen', () => {
    const choices = { target: 'ea', predictions: ['values'] };
    assert.match(
      guessRoles({ ...table, known: { predictions: ['values'] } }, choices).reason,
      /^"ea" is the target because you chose it; "values" is its prediction because you chose it/,
    );
  });
});

describe('guessRoles: wide tables', () => {
  it('answers soon for thousands of targets and predictions', () => {
    const pairs = Array.from({ length: 2000 }, (_, i) => [
      [`true_a${i}x`, measured],
      [`pred_a${i}x`, close],
    ]);
    const found = roles(Object.fromEntries(pairs.flat()));
    assert.deepEqual([found.target, names(found)], ['true_a0x', ['pred_a0x']]);
  });

  it('reports the rows of each model of a long table apart', () => {
    const model = ['a', 'b', 'a', 'b', 'a', 'b'];
    const found = roles({ model, y_true: measured, y_pred: close });
    assert.equal(found.byModel, 'model');
    assert.equal(found.split, null);
  });
});

describe('guessRoles: a chance and the label made of it', () => {
  it('are both of the column left, not each of the other', () => {
    const found = roles({
      is_fraud: [false, true, true, false, true, false],
      score: chances,
      prediction: [false, true, false, false, true, true],
    });
    assert.equal(found.target, 'is_fraud');
    assert.equal(found.task, 'binary');
    assert.deepEqual(names(found), ['prediction']);
    assert.deepEqual(found.models[0]!.probability, ['score']);
  });
});

describe('guessRoles: nothing to inspect', () => {
  it('says that a submission has no target and could be joined', () => {
    assert.throws(
      () => roles({ id: ['a', 'b'], prediction: [1.5, 2.5] }),
      (error: unknown) =>
        error instanceof NoTargetError && /no target was found/.test(error.message),
    );
  });

  it('does not make a target of a feature', () => {
    const columns = {
      limit: [70, 230, 50, 40],
      age: [26, 27, 33, 29],
      pay: [2, -1, 0, 2],
      paid: [1, 0, 1, 1],
    };
    assert.throws(() => roles(columns), NoTargetError);
  });

  it('knows a table of scores', () => {
    const columns = { Model: ['a', 'b', 'c'], RMSE: [1.2, 1.3, 1.1], R2: [0.5, 0.4, 0.6] };
    assert.throws(() => roles(columns), /table of scores/);
  });

  it('knows a table with the target alone', () => {
    const columns = { id: ['a', 'b', 'c'], y_true: [1.5, 2.5, 4.5] };
    assert.throws(
      () => roles(columns),
      (error: unknown) => {
        return (
          error instanceof ReadError && /no column looks like its prediction/.test(error.message)
        );
      },
    );
  });

  it('says of one column that it is one column', () => {
    assert.throws(() => roles({ x: measured }), /one column alone, "x" with 6 rows/);
  });

  it('refuses to take thousands of different numbers for classes', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => i + 0.5);
    assert.throws(
      () => roles({ y_true: many, y_pred: many }, { task: 'multiclass' }),
      /column "y_true": more than 10000 different values are no classes/,
    );
  });

  it('knows a confusion matrix, unless somebody says what its columns are', () => {
    const columns = {
      '': ['cat', 'dog', 'fish'],
      cat: [50, 4, 1],
      dog: [3, 60, 2],
      fish: [2, 1, 40],
    };
    assert.throws(() => roles(columns), /this is a confusion matrix/);
    assert.equal(roles(columns, { target: 'cat', predictions: ['dog'] }).target, 'cat');
  });
});
