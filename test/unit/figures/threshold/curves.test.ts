import assert from 'node:assert/strict';
import type { PredictionData } from '../../../../src/core/predictionData';
import { figures } from '../../../../src/figures/figures';
import type { FigureOptions, LineMark, Plot } from '../../../../src/shared/figure';
import type { PredictionFigureId } from '../../../../src/shared/figureId';
import { binaryData, dataOf, labels, numbers, twoModels, uniforms } from '../fixtures';

function lineOf(id: PredictionFigureId, data: PredictionData, name = 'm'): LineMark {
  const [panel] = figures[id].build(data, {}).panels;
  const line = (panel as Plot).marks.find(mark => mark.kind === 'line' && mark.name === name);
  return line as LineMark;
}

function reading(
  id: PredictionFigureId,
  data: PredictionData,
  options: FigureOptions = {},
): string {
  return figures[id].build(data, options).reading;
}

/** y_true and y_score of scikit-learn's examples of roc_curve and precision_recall_curve. */
const documented = () => binaryData([0, 0, 1, 1], { m: [0.1, 0.4, 0.35, 0.8] });

describe('roc', () => {
  it('goes through the points of the documented example of scikit-learn', () => {
    const { x, y } = lineOf('roc', documented());
    const points = [...x.keys()].map(k => `${x[k]} ${y[k]}`);
    for (const point of ['0 0', '0 0.5', '0.5 0.5', '0.5 1', '1 1'])
      assert.ok(points.includes(point), point);
    assert.match(reading('roc', documented()), /the area under the curve is 0\.75\./);
  });

  it('counts weights as the report does', () => {
    const samples = {
      task: 'binary',
      rows: 4,
      lineOf: () => null,
      classes: ['0', '1'],
      target: labels('label', ['0', '1'], [0, 0, 1, 1]),
      weight: numbers('w', [1, 3, 1, 1]),
      models: [{ name: 'm', probability: numbers('m', [0.1, 0.4, 0.35, 0.8]) }],
    } as const;
    const { x, y } = lineOf('roc', dataOf(samples));
    const at = [...y.keys()].filter(k => y[k] === 0.5).map(k => x[k]);
    assert.deepEqual([Math.min(...(at as number[])), Math.max(...(at as number[]))], [0, 0.75]);
    // Pairs in order: 0.8 above both (4), 0.35 above the first (1), of 8.
    assert.match(reading('roc', dataOf(samples)), /is 0\.625\./);
  });

  it('has a band where there are ten rows of both classes, and holds the curve in it', () => {
    const kinds = (data: PredictionData) =>
      (figures.roc.build(data, {}).panels[0] as Plot).marks.map(({ kind }) => kind);
    assert.ok(!kinds(documented()).includes('band'));
    const p = uniforms(400);
    const truth = uniforms(400, 5).map((u, i) => Number(u < p[i]!));
    const data = binaryData(truth, { m: p });
    assert.ok(kinds(data).includes('band'));
    const band = (figures.roc.build(data, {}).panels[0] as Plot).marks.find(
      mark => mark.kind === 'band',
    );
    assert.ok(band?.kind === 'band');
    const { x, y } = lineOf('roc', data);
    for (const [k, at] of band.x.entries()) {
      const next = x.findIndex(value => value >= at);
      assert.ok(band.low[k]! <= y[next]! + 1e-12, `low at ${at}`);
      const before = x.findLastIndex(value => value <= at);
      assert.ok(band.high[k]! >= y[before]! - 1e-12, `high at ${at}`);
    }
  });

  it('draws nothing of one class or of equal scores, and says why', () => {
    for (const id of ['roc', 'precision-recall', 'gain'] as const) {
      const one = figures[id].build(binaryData([1, 1], { m: [0.2, 0.9] }), {});
      assert.deepEqual(one.panels, []);
      assert.match(one.reading, /every row is of class 1; the curve needs rows of both classes\.$/);
      const equal = figures[id].build(binaryData([1, 0], { m: [0.3, 0.3] }), {});
      assert.deepEqual(equal.panels, []);
      assert.match(equal.reading, /gives every row the same score, 0\.3/);
    }
  });

  it('draws the other models of the same rows beside the chosen one', () => {
    const [panel] = figures.roc.build(twoModels(), { model: '1' }).panels;
    const lines = (panel as Plot).marks.filter(mark => mark.kind === 'line');
    assert.deepEqual(
      lines.map(({ name }) => name),
      ['no better than chance', 'model_a', 'model_b'],
    );
  });
});

describe('precision-recall', () => {
  it('goes through the points of the documented example of scikit-learn', () => {
    const { x, y } = lineOf('precision-recall', documented());
    const points = [...x.keys()].map(k => `${x[k]} ${y[k]!.toFixed(4)}`);
    for (const point of ['1 0.5000', '1 0.6667', '0.5 0.5000', '0.5 1.0000'])
      assert.ok(points.includes(point), point);
    assert.match(reading('precision-recall', documented()), /average precision is 0\.8333/);
  });

  it('says when nothing is called positive', () => {
    const text = reading('precision-recall', documented(), { threshold: 0.9 });
    assert.match(text, /At 0\.9 nothing is called 1\.$/);
  });
});

describe('gain', () => {
  it('says what the rows at and above the threshold hold', () => {
    // One of four rows reaches 0.5, and it is one of the two of class 1.
    assert.match(
      reading('gain', documented()),
      /the 25\.0 % of the rows that reach 0\.5 hold 50\.0 % of 1, 2 times as many/,
    );
    const { x, y } = lineOf('gain', documented());
    assert.deepEqual([x[0], y[0], x.at(-1), y.at(-1)], [0, 0, 1, 1]);
  });
});

describe('the shared threshold', () => {
  it('cuts the confusion where the sweep cuts', () => {
    const at = { threshold: 0.35 };
    assert.match(reading('threshold-sweep', documented(), at), /at 0\.35: accuracy 75\.0 %/);
    assert.match(reading('confusion', documented(), at), /^m at 0\.35: 1 of 4 rows is wrong/);
  });

  it('leaves the labels of the file alone until it is asked for', () => {
    const data = dataOf({
      task: 'binary',
      rows: 2,
      lineOf: () => null,
      classes: ['0', '1'],
      target: labels('label', ['0', '1'], [0, 1]),
      models: [
        {
          name: 'm',
          label: labels('p', ['0', '1'], [1, 1]),
          probability: numbers('m', [0.2, 0.9]),
        },
      ],
    });
    assert.match(reading('confusion', data, { threshold: 0.5 }), /^m: 1 of 2 rows is wrong/);
    assert.match(
      reading('confusion', data, { cut: 'threshold' }),
      /^m at 0\.5: all 2 rows are right/,
    );
  });
});

describe('costs of mistakes', () => {
  const p = uniforms(2000, 3);
  const truth = uniforms(2000, 8).map((u, i) => Number(u < p[i]!));
  const data = binaryData(truth, { m: p });

  it('find the threshold that calibrated probabilities should have, within the stretch that is as good', () => {
    const figure = figures['threshold-sweep'].build(data, { falseAlarm: 1, miss: 4 });
    assert.match(figure.reading, /Of calibrated probabilities it would be 0\.2\./);
    const region = (figure.panels[1] as Plot).marks.find(mark => mark.kind === 'region');
    assert.ok(region?.kind === 'region' && region.from <= 0.2 && region.to >= 0.2);
  });

  it('refuse costs of zero or below in a sentence, and draw none', () => {
    for (const miss of [0, -5]) {
      const { reading: text, panels } = figures['threshold-sweep'].build(data, { miss });
      assert.match(text, new RegExp(`A cost is a number above 0; ${miss} is not\\.$`));
      assert.equal(panels.length, 1);
    }
  });

  it('are multiplied by a column of amounts, and rows without one are counted', () => {
    const values = Float64Array.of(10, 1, Number.NaN, 5);
    const feature = { kind: 'number', column: 'amount', part: null, values } as const;
    const withAmounts: PredictionData = {
      ...documented(),
      features: {
        all: () => [feature],
        names: () => ['amount'],
        numeric: () => ['amount'],
        used: () => [],
        horizon: null,
        of: () => [feature],
        keys: () => undefined,
      },
    };
    const text = reading('threshold-sweep', withAmounts, { amount: 'amount', miss: 2 });
    // At 0.5 the third row is missed, and has no amount; nothing else is wrong.
    assert.match(text, /The mistakes cost 0 \(0 a row\) at 0\.5/);
    assert.match(text, /1 row without an amount of 0 or more in "amount" counts for nothing\.$/);
    const low = reading('threshold-sweep', withAmounts, { amount: 'amount', threshold: 0.2 });
    // The second row is called positive, at once its amount.
    assert.match(low, /The mistakes cost 1 \(0\.25 a row\) at 0\.2/);
  });
});
