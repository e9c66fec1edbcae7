import assert from 'node:assert/strict';
import { evaluate } from '../../../../src/core/report/evaluate';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../../../src/core/samples/samples';
import type { ModelReport } from '../../../../src/shared/lossReport';
import {
  type BuiltInId,
  defaultParameters,
  type MetricId,
  type Parameters,
} from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';
import { binary, errors, multiclass, regression } from '../../../support/samplesOf';

function report(samples: Samples, parameters: Partial<Parameters> = {}): ModelReport {
  return reports(samples, parameters)[0]!;
}

function reports(samples: Samples, parameters: Partial<Parameters> = {}): readonly ModelReport[] {
  return evaluate(modelSamplesOf(samples).models, {
    parameters: { ...defaultParameters, ...parameters },
    worst: 10,
    lineOf: samples.lineOf,
  });
}

function assertValues(
  { values }: ModelReport,
  expected: Partial<Record<BuiltInId, number>>,
  relative?: number,
): void {
  for (const [id, value] of Object.entries(expected)) {
    assertClose(values[id as MetricId], value, id, relative);
  }
}

describe('evaluate', () => {
  it('gives the sums and means of errors alone', () => {
    assertValues(report(errors([20, -20, 2, -2])), {
      sum_error: 0,
      sum_absolute_error: 44,
      sum_squared_error: 808,
      mse: 202,
      rmse: 14.212670403551895,
      mae: 11,
      huber: 10.5,
      smooth_l1: 10.5,
      log_cosh: 10.31592778339896,
      max_error: 20,
      medae: 11,
    });
  });

  it('follows delta of Huber and beta of smooth L1', () => {
    const expected = [
      [0.5, 5.375, 10.75],
      [1.35, 13.93875, 10.325],
      [5, 44.75, 8.95],
    ] as const;
    for (const [delta, huber, smooth] of expected) {
      const found = report(errors([20, -20, 2, -2]), { huberDelta: delta, smoothL1Beta: delta });
      assertValues(found, { huber, smooth_l1: smooth });
    }
  });

  it('gives what scikit-learn gives on its own example of a regression', () => {
    const found = report(regression([3, -0.5, 2, 7], [2.5, 0, 2, 8]), { quantile: 0.9 });
    assertValues(found, {
      mse: 0.375,
      mae: 0.5,
      medae: 0.5,
      max_error: 1,
      huber: 0.1875,
      pinball: 0.15,
    });
    assertValues(
      found,
      { rmse: 0.6123724357, mape: 0.3273809524, r2: 0.948608137, explained_variance: 0.9571734475 },
      1e-9,
    );
  });

  it('gives what scikit-learn gives on a binary example', () => {
    const found = report(binary([1, 0, 1, 1, 0], { model: [0.9, 0.2, 0.6, 0.35, 0.55] }));
    assertValues(found, { brier: 0.187 });
    assertValues(
      found,
      { log_loss: 0.5375319023, roc_auc: 0.8333333333, average_precision: 0.9166666667 },
      1e-9,
    );
  });

  it('tells two models of the same accuracy apart by their log loss', () => {
    const target = Array.from({ length: 100 }, () => 1);
    const mixed = (right: number, wrong: number) => target.map((_, i) => (i < 90 ? right : wrong));
    const [a, b] = reports(binary(target, { a: mixed(0.95, 0.4), b: mixed(0.55, 0.001) }));
    assertValues(a!, { accuracy: 0.9, brier: 0.03825 });
    assertValues(b!, { accuracy: 0.9, brier: 0.28205 }, 1e-6);
    assertValues(a!, { log_loss: 0.137793 }, 1e-5);
    assertValues(b!, { log_loss: 1.228829 }, 1e-6);
  });

  it('takes cross-entropy from logits, with smoothing and class weights as PyTorch has them', () => {
    const samples = multiclass(
      [0, 2],
      [
        [2, 1, 0],
        [0, 3, 1],
      ],
      'logits',
    );
    assertValues(report(samples), { log_loss: 1.288725992 }, 1e-9);
    assertValues(report(samples, { labelSmoothing: 0.1 }), { log_loss: 1.322059325 }, 1e-9);
    const classWeights = { class2: 3 };
    assertValues(report(samples, { classWeights }), { log_loss: 1.729286006 }, 1e-9);
  });

  it('holds every model against the baseline of its own rows, whether others share them or not', () => {
    const target = [3, -0.5, 2, 7];
    const all = regression(target, [2.5, 0, 2, 8]);
    const other = regression(target, [4, 0, 1, 9]);
    const gappy = regression(target, [Number.NaN, 0, 2, 8]);
    const alone = [all, other, gappy].map(samples => report(samples));
    const models = [all, other, gappy].flatMap(({ models }, m) =>
      models.map(model => ({ ...model, name: `model ${m}` })),
    );
    const together = reports({ ...all, models } as Samples);
    assert.deepEqual(
      together.map(({ baseline, skill }) => ({ baseline, skill })),
      alone.map(({ baseline, skill }) => ({ baseline, skill })),
    );
    assert.notDeepEqual(alone[2]!.baseline, alone[0]!.baseline);
  });
});
