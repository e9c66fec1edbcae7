import assert from 'node:assert/strict';
import type { Beside } from '../../../../src/core/explain/beside';
import { whichNumber } from '../../../../src/core/explain/whichNumber';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { BinarySamples, Samples } from '../../../../src/core/samples/samples';
import { defaultParameters } from '../../../../src/shared/metricId';
import { binary, multiclass, regression } from '../../../support/samplesOf';

function told(samples: Samples, text: string, beside?: Beside): readonly string[] {
  const { models } = modelSamplesOf(samples);
  return whichNumber(models, text, defaultParameters, beside).map(found => found.text);
}

const says = (lines: readonly string[], pattern: RegExp) =>
  assert.ok(
    lines.some(line => pattern.test(line)),
    `${pattern} in ${JSON.stringify(lines)}`,
  );

const column = (name: string, values: readonly number[], level?: number) => ({
  name,
  values: Float64Array.from(values),
  ...(level === undefined ? {} : { level }),
});

/** Rows of classes 0 to 2, the class with the largest score predicted. */
const oneHot = (labels: readonly number[], classes: number) =>
  labels.map(label =>
    Array.from({ length: classes }, (_, k) => (k === label ? 0.8 : 0.2 / (classes - 1))),
  );

const labelled = (
  target: readonly number[],
  predicted: readonly number[],
  probability?: readonly number[],
): BinarySamples => {
  const samples = binary(target, { m: probability ?? target }) as BinarySamples;
  const label = { name: 'label', codes: Int32Array.from(predicted), labels: ['0', '1'] };
  return {
    ...samples,
    models: [
      {
        name: 'm',
        label,
        ...(probability && { probability: { name: 'p', values: Float64Array.from(probability) } }),
      },
    ],
  };
};

describe('numbers that were printed by other conventions', () => {
  it('a macro average in which classes that do not occur count as 0 (torchmetrics #1664)', () => {
    // Labels 2, 1, 0, 0 and 2, 1, 0, 1: F1 of 1, 2/3 and 2/3.
    const three = multiclass([2, 1, 0, 0], oneHot([2, 1, 0, 1], 3));
    says(told(three, '0.777778'), /F1/);
    says(
      told(three, '0.583333'),
      /^F1 with average="macro" over 4 classes, 1 of which do not occur/,
    );
    says(told(three, '0.466667'), /^F1 with average="macro" over 5 classes, 2 of which/);
    const four = multiclass([2, 1, 0, 0], oneHot([2, 1, 0, 1], 4));
    says(told(four, '0.5833333'), /over 4 classes, 1 of which do not occur/);
  });

  it('averages weighted by the rows of the classes (scikit-learn, evaluate)', () => {
    // evaluate's card of precision: 0.3333 micro, 0.2222 macro and weighted.
    const samples = multiclass([0, 1, 2, 0, 1, 2], oneHot([0, 2, 1, 0, 0, 1], 3));
    says(told(samples, '0.222222'), /precision/i);
    says(told(samples, '0.333333'), /accuracy/i);
  });

  it('one class alone, and the other class taken for the positive one', () => {
    // Positive 1: precision 1 of 2; positive 0: 2 of 3, recall 2 of 3.
    const samples = labelled([0, 0, 1, 1, 0], [0, 1, 1, 0, 0]);
    says(told(samples, '0.666667'), /"0" (alone|for the positive class)/);
    const three = multiclass([0, 0, 0, 1, 2, 2], oneHot([0, 0, 1, 1, 2, 2], 3));
    says(told(three, '0.666667'), /(recall|F1) of class "class0" alone|of class/);
  });

  it('the area under the curve of labels instead of scores (xgboost #1968)', () => {
    // Labels 1 of 2 and 2 of 2 right: (1/2 + 1) / 2.
    const samples = binary([0, 0, 1, 1], { m: [0.2, 0.6, 0.7, 0.8] });
    says(told(samples, '0.75'), /ROC AUC of hard labels|accuracy/i);
  });

  it('binary accuracy and cross-entropy of one-hot columns (keras #9219)', () => {
    // 0.6 is above a half and the others below: 3 of 3; 0.4 is not: 2 of 3. The largest is right in both rows.
    const samples = multiclass(
      [0, 0],
      [
        [0.6, 0.3, 0.1],
        [0.4, 0.35, 0.25],
      ],
    );
    says(told(samples, '0.8333333'), /Binary accuracy of every class column/);
    const log = -(Math.log(0.6 * 0.7 * 0.9) + Math.log(0.4 * 0.65 * 0.75)) / 6;
    says(told(samples, log.toFixed(7)), /Binary cross-entropy of every class column/);
  });

  it('class columns taken in another order, and which for which', () => {
    const scores = [
      [0.7, 0.2, 0.1],
      [0.3, 0.6, 0.1],
      [0.25, 0.25, 0.5],
      [0.15, 0.05, 0.8],
    ];
    const samples = multiclass([0, 1, 2, 2], scores);
    // Columns of class1, class0 and class2 for class0, class1 and class2.
    const log = -(Math.log(0.2) + Math.log(0.3) + Math.log(0.5) + Math.log(0.8)) / 4;
    says(
      told(samples, log.toFixed(6)),
      /order.*\(those of class1, class0 and class2 taken for class0, class1 and class2\)/,
    );
  });

  it('labels cut at 0.5 beside those of the file, and a strict cut', () => {
    const samples = labelled([0, 1, 1, 1], [0, 1, 1, 1], [0.1, 0.4, 0.3, 0.9]);
    says(told(samples, '0.5'), /p >= 0\.5 instead of the labels of the file/);
    const tied = binary([0, 1, 1, 1, 0, 1, 1], { m: [0.1, 0.5, 0.9, 0.5, 0.5, 0.8, 0.7] });
    // 0.5 is not above 0.5: 5 of 7 right.
    says(told(tied, '0.714286'), /p > 0\.5/);
  });

  it('the score of the predicted label taken for P(1), and the other way round (pycaret)', () => {
    const samples = labelled([0, 0, 1, 1], [0, 0, 1, 1]);
    const beside = { rows: 4, columns: [column('prediction_score', [0.9, 0.8, 0.7, 0.6])] };
    const asPositive = -Math.log(0.1 * 0.2 * 0.7 * 0.6) / 4;
    const asConfidence = -Math.log(0.9 * 0.8 * 0.7 * 0.6) / 4;
    says(
      told(samples, asPositive.toFixed(7), beside),
      /"prediction_score" for the probability of the positive class/,
    );
    says(
      told(samples, asConfidence.toFixed(7), beside),
      /"prediction_score" for the probability of the predicted label/,
    );
  });

  it('pinball losses of all quantiles, twice that, and weighted (GluonTS)', () => {
    const samples = regression([10, 20], [9, 21]);
    const beside = {
      rows: 2,
      columns: [column('q10', [8, 15], 0.1), column('q90', [12, 30], 0.9), column('note', [1, 2])],
    };
    // 0.1 of 2 and 5, then 0.1 of 2 and 10: 0.35 and 0.6.
    says(told(samples, '0.350', beside), /Pinball loss of "q10" as the 0\.1 quantile/);
    says(told(samples, '0.475', beside), /^Mean pinball loss over the quantiles 0\.1 and 0\.9$/);
    says(told(samples, '0.950', beside), /^Mean quantile loss .* twice the pinball loss/);
    says(told(samples, '0.063333', beside), /^Mean weighted quantile loss/);
  });

  it('another column for the prediction', () => {
    const beside = { rows: 3, columns: [column('baseline', [1.5, 2.5, 3.5])] };
    says(
      told(regression([1, 2, 3], [1, 2, 4]), '0.25', beside),
      /Mean squared error .*"baseline" for the prediction/,
    );
  });

  it('sums divided by the rows with a weight, or by all rows of the file', () => {
    const weights = regression([0, 0, 0, 0], [1, 2, 3, 9], [0.5, 0.5, 2, 0]);
    // (0.5 + 2 + 18) / 3, / 4 and / (0.5 + 0.5 + 2).
    says(told(weights, '5.125'), /Keras weights/);
    says(
      told(regression([0, 0, 0, 0], [1, 2, 4, 9], [0.5, 1, 2, 0]), '12.166667'),
      /weight is not zero \(Keras 2\)/,
    );
    const skipping = regression([0, Number.NaN, 0, 0, 0], [1, 5, 2, 4, 1]);
    says(told(skipping, '4.400', { rows: 5, columns: [] }), /divided by the number of all rows/);
  });

  it('means over batches whose last one is shorter', () => {
    // Eight squares of 1 and four of 4: 2 over all rows, 2.5 over the batches.
    const samples = regression(Array(12).fill(0), [...Array(8).fill(1), ...Array(4).fill(2)]);
    says(told(samples, '2.5000'), /Mean squared error, mean over batches of 8 rows/);
  });

  it('clips and summands that somebody chose', () => {
    const samples = binary([1, 1, 0, 0], { m: [0, 1, 0, 0] });
    says(told(samples, '2.878239'), /clipped at 0\.00001/);
    says(
      told(
        binary([1, 1, 1, 0], { m: [0, 0.5, 0.5, 0] }),
        (-(Math.log(0.001) + 2 * Math.log(0.501) + Math.log(1.001)) / 4).toFixed(6),
      ),
      /^Log loss with 0\.001 added to p/,
    );
  });

  it('means over several models, by models and by rows', () => {
    const two = {
      ...regression([1, 2, 3, 4], [1, 2, 3, 5]),
      models: [
        { name: 'a', prediction: { name: 'a', values: Float64Array.of(2, 3, 4, 5) } },
        { name: 'b', prediction: { name: 'b', values: Float64Array.of(1, 2, 3, 5) } },
      ],
    } as Samples;
    // Mean squared errors of 1 and 0.25.
    says(told(two, '0.6250'), /Mean squared error.*mean over all of a and b/);
  });

  it('a loss with all classes weighing the same', () => {
    const samples = binary([1, 0, 0, 0], { m: [0.25, 0.2, 0.2, 0.2] });
    const balanced = -(Math.log(0.25) + Math.log(0.8)) / 2;
    says(told(samples, balanced.toFixed(7)), /class_weight="balanced"/);
  });

  it('does not tell the same number by every clip that changes nothing', () => {
    const samples = binary([1, 0, 1, 0], { m: [0.9, 0.2, 0.6, 0.3] });
    const exact = -Math.log(0.9 * 0.8 * 0.6 * 0.7) / 4;
    const lines = told(samples, exact.toFixed(7));
    assert.equal(lines.filter(line => /clipped|added/.test(line)).length, 0, JSON.stringify(lines));
  });
});
