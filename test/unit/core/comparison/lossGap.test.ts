import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judged } from '../../../../src/core/comparison/judged';
import { lossGap } from '../../../../src/core/comparison/lossGap';
import { figures } from '../../../../src/figures/figures';
import { defaultParameters } from '../../../../src/shared/metricId';
import { binaryData, regressionData, twoModels } from '../../figures/fixtures';

function gapOf(data: ReturnType<typeof twoModels>) {
  const [a, b] = data.models.map(model => judged(model, 'log_loss', defaultParameters, null)!);
  return lossGap(a!, b!);
}

const close = (a: number, b: number) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));

describe('lossGap', () => {
  it('splits the gap of two models that are right on the same rows', () => {
    const gap = gapOf(twoModels());
    assert.deepEqual(gap.accuracy, [0.9, 0.9]);
    assert.equal(gap.meanLoss[0].toFixed(6), '0.137793');
    assert.equal(gap.meanLoss[1].toFixed(6), '1.228829');
    const [wrong, right] = gap.parts;
    assert.equal(wrong?.right, 'neither');
    assert.equal(wrong?.count, 10);
    close(wrong!.share, (10 * Math.log(0.4 / 0.001)) / (100 * gap.gap));
    assert.equal(right?.right, 'both');
    close(wrong!.share + right!.share, 1);
    assert.deepEqual(
      gap.cells.map(({ regions }) => regions),
      [
        ['unsure', 'confident-wrong'],
        ['confident-right', 'unsure'],
      ],
    );
  });

  it('adds up exactly to the difference of the losses, by outcome and by confidence', () => {
    const p = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const row = fc.tuple(fc.constantFrom(0, 1), p, p);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), rows => {
        const data = binaryData(
          rows.map(([y]) => y),
          { a: rows.map(([, q]) => q), b: rows.map(([, , q]) => q) },
        );
        const gap = gapOf(data);
        const sum = (parts: readonly { readonly gap: number }[]) =>
          parts.reduce((total, part) => total + part.gap, 0);
        close(sum(gap.parts), gap.meanLoss[1] - gap.meanLoss[0]);
        close(sum(gap.cells), gap.gap);
        assert.equal(
          gap.parts.reduce((total, { count }) => total + count, 0),
          rows.length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('accuracy-versus-loss', () => {
  const build = figures['accuracy-versus-loss'].build;

  it('says which rows set two models with equal accuracy apart', () => {
    const { reading, table } = build(twoModels(), {});
    assert.match(
      reading,
      /^model_a and model_b are right on the same 90 rows, accuracy 0\.90 for both/,
    );
    assert.match(reading, /log loss 0\.137793 for model_a and 1\.22883 for model_b/);
    assert.match(reading, /55 % of the gap comes from the 10 rows both get wrong \(lines 92-101\)/);
    assert.match(reading, /model_b is 99\.9 % sure of the wrong answer/);
    assert.equal(table.rows[0]?.line, 92);
  });

  it('takes the share within a tolerance as the accuracy of a regression', () => {
    const data = regressionData([100, 100, 100, 100], {
      a: [101, 104, 120, 140],
      b: [99, 98, 97, 96],
    });
    const points = (tolerance: number) => {
      const [panel] = build(data, { tolerance }).panels;
      assert.equal(panel?.kind, 'plot');
      return panel.marks.filter(mark => mark.kind === 'points').map(({ x }) => x[0]);
    };
    assert.deepEqual(points(0.1), [0.5, 1]);
    assert.deepEqual(points(0.02), [0.25, 0.5]);
  });

  it('places a model with an infinite loss above the others and says so', () => {
    const data = binaryData([1, 1, 0], { a: [0.9, 0.8, 0.2], b: [0.9, 0, 0.2] });
    const [panel] = build(data, {}).panels;
    assert.equal(panel?.kind, 'plot');
    const points = panel.marks.filter(mark => mark.kind === 'points');
    assert.deepEqual(
      points.map(({ name }) => name),
      ['a', 'b (infinite loss)'],
    );
    assert.ok(points[1]!.y[0]! > points[0]!.y[0]!);
  });

  it('names first what makes the gap, then what takes some of it off again', () => {
    const data = binaryData([1, 1, 1], { a: [0.9, 0.1, 0.49], b: [0.4, 0.9, 0.06] });
    assert.match(
      build(data, {}).reading,
      /\. \d+ % of the gap comes from [^.]*(?:\.\d[^.]*)*; 308 % is taken off again by the 1 row only b gets right/,
    );
  });

  it('compares models on the rows they share, and says so', () => {
    const data = binaryData([1, 1, 0, 0], {
      a: [0.9, 0.8, 0.2, 0.1],
      b: [0.6, Number.NaN, 0.4, 0.3],
    });
    assert.match(build(data, {}).reading, /Compared on the 3 rows they share\.$/);
  });
});
