import assert from 'node:assert/strict';
import { classView } from '../../../../src/core/measures/classView';
import { clippedVariants } from '../../../../src/core/measures/clippedVariants';
import { evaluate } from '../../../../src/core/report/evaluate';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../../../src/core/samples/samples';
import type { ModelReport } from '../../../../src/shared/lossReport';
import { defaultParameters } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';
import { binary, errors, firstUsable, multiclass, regression } from '../../../support/samplesOf';

function report(samples: Samples): ModelReport {
  const { models } = modelSamplesOf(samples);
  const { lineOf } = samples;
  return evaluate(models, { parameters: defaultParameters, worst: 10, lineOf })[0]!;
}

describe('values that do not exist', () => {
  it('has no R2 for a constant target or a single row, but a MSE', () => {
    const constant = report(regression([2, 2, 2], [1, 2, 3]));
    assert.equal(constant.undefined.r2, 'the target is constant');
    assert.equal(constant.undefined.explained_variance, 'the target is constant');
    assert.equal(constant.undefined.d2_absolute, 'the target is constant');
    assert.ok(!('r2' in constant.values));
    assertClose(constant.values.mse, 2 / 3);
    assert.equal(report(regression([2], [1])).undefined.r2, 'needs at least two rows');
  });

  it('has no logarithmic error of negative numbers, and says which lines', () => {
    const { undefined: missing } = report(regression([1, -1, -2, -3, 4], [1, 1, 1, 1, -1]));
    const reason = '3 negative targets, first on line 3; 1 negative prediction, first on line 6';
    assert.equal(missing.msle, reason);
    assert.equal(missing.rmsle, reason);
    assert.match(missing.gamma_deviance!, /^3 targets that are not positive, first on line 3/);
    assert.match(missing.poisson_deviance!, /^3 negative targets, first on line 3/);
  });

  it('computes MAPE over the targets that are not zero and counts the others', () => {
    const { values, notes, undefined: missing } = report(regression([0, 2, 4], [1, 3, 4]));
    assert.equal(values.mape, 0.25);
    assert.equal(notes?.mape, 'left out: 1 row whose target is zero, first on line 2');
    assert.equal(missing.mape, undefined);
    const zeros = report(regression([0, 0], [1, 0]));
    assert.equal(zeros.undefined.mape, 'every target is zero');
    assert.equal(zeros.undefined.wape, 'every target is zero');
    assert.equal(zeros.values.smape, 1);
  });

  it('has no AUC with one class, no correlation with constant labels, and zeros with a note', () => {
    const one = report(binary([1, 1, 1], { m: [0.9, 0.4, 0.8] }));
    assert.equal(one.undefined.roc_auc, 'every row is of class "1"');
    assert.equal(one.undefined.mcc, 'the targets are all of one class');
    assert.equal(one.values.average_precision, 1);
    const none = report(binary([0, 0, 0], { m: [0.9, 0.4, 0.8] }));
    assert.equal(none.undefined.roc_auc, 'no row is of class "1"');
    assert.equal(none.undefined.average_precision, 'no row is of class "1"');
    assert.equal(none.values.recall, 0);
    assert.match(none.notes!.recall!, /^no row exists for 1 class: "1"; 0 is taken$/);
    const same = report(binary([1, 1], { m: [0.9, 0.8] }));
    assert.equal(same.undefined.kappa, 'targets and predictions are one and the same class');
  });

  it('has no mean when all weights are zero, or no row is left', () => {
    const weightless = report(regression([1, 2], [1, 3], [0, 0]));
    assert.equal(weightless.undefined.mse, 'all weights are zero');
    assert.equal(weightless.undefined.r2, 'all weights are zero');
    const empty = report(errors([Number.NaN]));
    assert.equal(empty.n, 0);
    assert.equal(empty.undefined.mse, 'no usable rows');
    assert.deepEqual(empty.values, {});
  });

  it('leaves out metrics whose columns are missing', () => {
    const { values, undefined: missing } = report(binary([1, 0], { m: [0.9, 0.2] }));
    for (const id of ['hinge', 'squared_hinge', 'kl_divergence', 'top_k_accuracy'] as const) {
      assert.ok(!(id in values) && !(id in missing), id);
    }
  });

  it('shows an infinite log loss as infinite, with what clipping libraries print', () => {
    const samples = binary([1, 0, 1], { m: [0, 0.5, 0.5] });
    const { values, notes } = report(samples);
    assert.equal(values.log_loss, Number.POSITIVE_INFINITY);
    assert.match(
      notes!.log_loss!,
      /^1 row gives its true class the probability 0, first on line 2/,
    );
    const classifier = firstUsable(samples);
    assert.ok(classifier.task === 'binary');
    const printed = Object.fromEntries(
      clippedVariants(classView(classifier, () => null)).map(({ library, value }) => [
        library,
        value,
      ]),
    );
    const rest = 2 * Math.LN2;
    assertClose(printed['scikit-learn'], (36.04365338911715 + rest) / 3);
    assertClose(printed.Keras, (16.11809565095832 + rest) / 3);
    assertClose(printed.PyTorch, (100 + rest) / 3);
    assertClose(printed.XGBoost, (36.841361487904734 + rest) / 3);
  });

  it('compares with the constant prediction and gives the skill', () => {
    const found = report(regression([1, 2, 6], [1, 2, 5]));
    assertClose(found.baseline?.mse, 14 / 3);
    assertClose(found.skill?.mse, 1 - 1 / 14);
    assertClose(found.baseline?.mae, 5 / 3);
    const classes = report(binary([1, 1, 0, 1], { m: [0.9, 0.8, 0.3, 0.6] }));
    assert.equal(classes.baseline?.accuracy, 0.75);
    assert.equal(classes.skill?.accuracy, 1);
    assertClose(classes.baseline?.log_loss, -(3 * Math.log(0.75) + Math.log(0.25)) / 4);
    assertClose(classes.baseline?.brier, 0.1875);
  });

  it('has no infinite baseline for a class that never occurs', () => {
    const { baseline } = report(
      multiclass(
        [0, 1],
        [
          [0.5, 0.3, 0.2],
          [0.2, 0.7, 0.1],
        ],
      ),
    );
    assertClose(baseline?.log_loss, Math.LN2);
  });

  it('leaves no value that is not a number, also for numbers near the largest', () => {
    const large = regression([1e308, -1e308, 0], [-1e308, 1e308, 0]);
    const { values } = report(large);
    assert.ok(Object.values(values).every(value => !Number.isNaN(value)));
    assert.equal(values.mse, Number.POSITIVE_INFINITY);
  });
});
