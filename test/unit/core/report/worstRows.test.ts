import assert from 'node:assert/strict';
import fc from 'fast-check';
import { perSampleLoss, rankingMetric } from '../../../../src/core/report/perSample';
import { worstRows } from '../../../../src/core/report/worstRows';
import { topOf } from '../../../../src/core/statistics/topOf';
import { defaultParameters } from '../../../../src/shared/metricId';
import { binary, errors, firstUsable, multiclass, regression } from '../../../support/samplesOf';

const lineOf = (row: number) => row + 2;

describe('worstRows', () => {
  it('ranks by squared error with the error signed, ties by row', () => {
    const model = firstUsable(regression([10, 20, 30, Number.NaN, 40], [13, 17, 30, 1, 45]));
    assert.deepEqual(worstRows(model, 'mse', 3, defaultParameters, lineOf), [
      { line: 6, row: 4, target: 40, prediction: 45, error: 5, loss: 25 },
      { line: 2, row: 0, target: 10, prediction: 13, error: 3, loss: 9 },
      { line: 3, row: 1, target: 20, prediction: 17, error: -3, loss: 9 },
    ]);
  });

  it('gives classifiers the probability of the true class and its region', () => {
    const model = firstUsable(binary([1, 0, 1], { m: [0.1, 0.4, 0.9] }));
    const [worst, next, last] = worstRows(model, 'log_loss', 3, defaultParameters, lineOf);
    assert.equal(worst?.probability, 0.1);
    assert.equal(worst?.region, 'confident-wrong');
    assert.equal(worst?.target, '1');
    assert.equal(worst?.prediction, '0');
    assert.equal(next?.region, 'unsure');
    assert.equal(last?.region, 'confident-right');
  });

  it('counts a row as confident from a probability of 2/3 of the predicted class on', () => {
    const regionsOf = (p: number[]) => {
      const model = firstUsable(binary([1, 1, 1, 1], { m: p }));
      const rows = worstRows(model, 'log_loss', 4, defaultParameters, lineOf);
      return [...rows].sort((a, b) => a.row - b.row).map(({ region }) => region);
    };
    assert.deepEqual(regionsOf([2 / 3, 0.66, 1 / 3, 0.34]), [
      'confident-right',
      'unsure',
      'confident-wrong',
      'unsure',
    ]);
  });

  it('goes by the predicted class and its probability, not by that of the true class', () => {
    // Row 0: right with 0.3 of four; row 1: another class with 0.8; row 2: another class with 0.5.
    const probabilities = [
      [0.3, 0.25, 0.23, 0.22],
      [0.1, 0.8, 0.05, 0.05],
      [0.2, 0.5, 0.2, 0.1],
    ];
    const model = firstUsable(multiclass([0, 0, 0], probabilities, 'probabilities'));
    const rows = worstRows(model, 'log_loss', 3, defaultParameters, lineOf);
    assert.deepEqual(
      rows.map(({ row, region }) => [row, region]),
      [
        [1, 'confident-wrong'],
        [2, 'unsure'],
        [0, 'unsure'],
      ],
    );
  });

  it('ranks by the loss that the columns permit', () => {
    assert.equal(rankingMetric(firstUsable(errors([1]))), 'mse');
    assert.equal(rankingMetric(firstUsable(binary([1], { m: [0.5] }))), 'log_loss');
    const many = firstUsable(multiclass([0], [[1, 2]], 'logits'));
    assert.equal(rankingMetric(many), 'log_loss');
    assert.ok(many.task === 'multiclass');
    const { logits: _, ...labelsOnly } = many;
    assert.equal(rankingMetric(labelsOnly), 'zero_one');
  });

  it('leaves out rows on which the loss does not exist', () => {
    const model = firstUsable(regression([0, 2], [1, 3]));
    const rows = worstRows(model, 'mape', 5, defaultParameters, lineOf);
    assert.deepEqual(
      rows.map(({ row, loss }) => [row, loss]),
      [[1, 0.5]],
    );
  });

  it('has nothing per sample for a metric of all samples', () => {
    const model = firstUsable(regression([0, 2], [1, 3]));
    assert.equal(perSampleLoss(model, 'r2', defaultParameters), null);
    assert.deepEqual(worstRows(model, 'rmse', 5, defaultParameters, lineOf), []);
  });

  it('finds the same rows as a full sort', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 30 }), (list, count) => {
        const expected = [...list.keys()].sort((a, b) => list[b]! - list[a]! || a - b);
        assert.deepEqual(
          topOf(list.length, count, i => list[i]!),
          expected.slice(0, count),
        );
      }),
    );
  });
});
