import assert from 'node:assert/strict';
import { findings } from '../../../../src/core/findings/findings';
import type { PredictionData } from '../../../../src/core/predictionData';
import { evaluate } from '../../../../src/core/report/evaluate';
import { binaryData, multiclassData, regressionData } from '../../figures/fixtures';

/** Ids of the findings, the report's values and baselines at hand as in an inspection. */
function idsOf(data: PredictionData): readonly string[] {
  const { models, parameters, lineOf } = data;
  return findings(data, evaluate(models, { parameters, worst: 0, lineOf })).map(({ id }) => id);
}

function assertLimit(id: string, below: PredictionData, beyond: PredictionData): void {
  assert.ok(!idsOf(below).includes(id), `${id} too early`);
  assert.ok(idsOf(beyond).includes(id), `${id} too late`);
}

describe('the limits of findings', () => {
  /** Of 100 probabilities so many are beyond 1. */
  const beyondOne = (count: number, value: number) => {
    const p = Array.from({ length: 100 }, (_, i) => (i < count ? value : 0.2 + (i % 50) / 100));
    return binaryData(
      p.map((_, i) => i % 2),
      { m: p },
    );
  };

  it('take one value in twenty outside 0 to 1 for another scale, fewer for slips', () => {
    assertLimit('percent-as-probabilities', beyondOne(4, 60), beyondOne(5, 60));
    assertLimit('logits-as-probabilities', beyondOne(4, -1.5), beyondOne(5, -1.5));
  });

  it('take values up to 1.5 for rounding, larger ones for percent', () => {
    assertLimit('percent-as-probabilities', beyondOne(50, 1.5), beyondOne(50, 1.6));
  });

  it('call a model worse than a constant when its loss is more than 2 % above', () => {
    // Targets of mean 0 and variance 1; a prediction of c has the mean squared error 1 + c^2.
    const target = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const constantly = (square: number) =>
      regressionData(target, {
        m: target.map((_, i) => Math.sqrt(square) * (i % 4 < 2 ? 1 : -1)),
      });
    assertLimit('worse-than-baseline', constantly(0.015), constantly(0.025));
  });

  it('see labels from 1 where the shift gains three rows in ten', () => {
    // 100 rows of 0 to 9; labels count one lower, but for the first `right` rows of each hundred.
    const classes = Array.from({ length: 12 }, (_, k) => String(k));
    const target = Array.from({ length: 100 }, (_, i) => 1 + (i % 10));
    const shifted = (right: number) =>
      multiclassData(classes, target, {
        m: { label: target.map((c, i) => (i < right && c > 1 && c < 10 ? c : c - 1)) },
      });
    assertLimit('labels-from-1', shifted(45), shifted(20));
  });

  it('name a unit within 2 % of its factor, and none further away', () => {
    const prediction = Array.from({ length: 30 }, (_, i) => 1 + i);
    const textOf = (factor: number) => {
      const data = regressionData(
        prediction.map(x => factor * x),
        { m: prediction },
      );
      return findings(data, []).find(({ id }) => id === 'scale-factor')!.text;
    };
    assert.match(textOf(1.019 * 60), /minutes against seconds/);
    assert.doesNotMatch(textOf(1.021 * 60), /This looks like/);
    assert.match(textOf(1 / (1.019 * 60)), /minutes against seconds/);
  });

  it('ask five rows before they see a factor', () => {
    const rows = (n: number) => {
      const prediction = Array.from({ length: n }, (_, i) => 1 + i);
      return regressionData(
        prediction.map(x => 60 * x),
        { m: prediction },
      );
    };
    assertLimit('scale-factor', rows(4), rows(5));
  });

  it('prove copies by numbers of more than five digits alone', () => {
    const copied = (digits: number) => {
      const long = (i: number) => Number((1 + Math.sqrt(2 + (i % 20))).toPrecision(digits));
      const target = Array.from({ length: 40 }, (_, i) => long(i));
      return regressionData(target, {
        m: target.map((y, i) => Number((y + 0.1 * Math.sin(i % 20)).toPrecision(digits))),
      });
    };
    assertLimit('duplicated-rows', copied(5), copied(8));
  });
});
