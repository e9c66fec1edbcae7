import assert from 'node:assert/strict';
import type { PredictionData } from '../../../src/core/predictionData';
import { figures } from '../../../src/figures/figures';
import type { Plot, PointsMark } from '../../../src/shared/figure';
import type { PredictionFigureId } from '../../../src/shared/figureId';
import {
  binaryData,
  dataOf,
  errorsData,
  gaussians,
  labels,
  multiclassData,
  numbers,
  regressionData,
  twoModels,
} from './fixtures';

function built(id: PredictionFigureId, data: PredictionData, options = {}) {
  return figures[id].build(data, options);
}

function plotOf(id: PredictionFigureId, data: PredictionData, options = {}): Plot {
  const [panel] = built(id, data, options).panels;
  assert.equal(panel?.kind, 'plot');
  return panel;
}

function pointsOf(plot: Plot): readonly PointsMark[] {
  return plot.marks.filter(mark => mark.kind === 'points');
}

describe('loss-versus-error', () => {
  it('says what the largest error costs under each loss', () => {
    const { reading } = built('loss-versus-error', errorsData(20, 2));
    assert.match(reading, /20, costs 99\.0 % of the squared error, 90\.9 % of the absolute error/);
  });

  it('gives the loss itself when there is one row', () => {
    const { reading } = built('loss-versus-error', regressionData([220000], { m: [200000] }));
    assert.match(reading, /-20000, costs 400000000 as squared error/);
  });

  it('puts the samples on the curves, each with its row and line', () => {
    const [squared, absolute] = pointsOf(plotOf('loss-versus-error', errorsData(3, -3)));
    assert.deepEqual([...squared!.y], [9, 9]);
    assert.deepEqual([...absolute!.y], [3, 3]);
    assert.deepEqual([...squared!.rows!], [0, 1]);
    assert.deepEqual([...squared!.lines!], [2, 3]);
  });

  it('draws the losses that are chosen, under the parameters that are set', () => {
    const options = { losses: ['huber', 'pinball'], huberDelta: 2, quantile: 0.9 };
    const [huber, pinball] = pointsOf(plotOf('loss-versus-error', errorsData(10, -10), options));
    assert.deepEqual([...huber!.y], [18, 18]);
    assert.deepEqual(
      [...pinball!.y].map(y => Number(y.toFixed(9))),
      [1, 9],
    );
  });

  it('shows the pull on training as the derivative', () => {
    const data = errorsData(10, -3);
    const [squared] = pointsOf(plotOf('loss-versus-error', data, { derivative: true }));
    assert.deepEqual([...squared!.y], [20, -6]);
  });

  it('shares its axis with the histogram of errors', () => {
    const data = regressionData(gaussians(300), { m: gaussians(300, 4) });
    const [above, below] = [plotOf('loss-versus-error', data), plotOf('error-histogram', data)];
    assert.deepEqual([above.x.min, above.x.max], [below.x.min, below.x.max]);
  });

  it('says how many errors lie outside the axis', () => {
    const { reading } = built('loss-versus-error', errorsData(...gaussians(500), 1e6));
    assert.match(reading, /1 error lies outside this axis\.$/);
  });
});

describe('error-histogram', () => {
  it('marks zero and the mean error', () => {
    const rules = plotOf('error-histogram', errorsData(1, 2, 6)).marks.filter(
      mark => mark.kind === 'rule',
    );
    assert.deepEqual(
      rules.map(({ value }) => value),
      [0, 3],
    );
  });
});

describe('loss-versus-probability', () => {
  const animals = multiclassData(['dog', 'cat', 'fish'], [0, 1], {
    m: {
      rows: [
        [0.7, 0.2, 0.1],
        [0.7, 0.2, 0.1],
      ],
    },
  });

  it('tells confident and right from confident and wrong', () => {
    const { reading, table } = built('loss-versus-probability', animals);
    assert.match(reading, /1 confident and right, 0 unsure, 1 confident and wrong/);
    const [first, second] = table.rows;
    assert.equal((first!.cells[3] as number).toFixed(6), '1.609438');
    assert.equal(first!.cells[4], 'confident and wrong');
    assert.equal((second!.cells[3] as number).toFixed(6), '0.356675');
    assert.equal(second!.cells[4], 'confident and right');
  });

  it('shows probability 0 at the upper edge and says so', () => {
    const data = binaryData([1, 1], { m: [0, 0.5] });
    const { reading } = built('loss-versus-probability', data);
    assert.match(reading, /1 row \(line 2\) gives the true class probability 0/);
    const plot = plotOf('loss-versus-probability', data);
    const edge = pointsOf(plot).find(({ shape }) => shape === 'triangle');
    assert.equal(edge?.y[0], plot.y.max);
  });

  it('lays the focal loss over it', () => {
    const options = { losses: ['log_loss', 'focal'], focalGamma: 1 };
    const [log, focal] = pointsOf(plotOf('loss-versus-probability', animals, options));
    assert.equal(focal!.y[1]!.toFixed(9), (0.8 * log!.y[1]!).toFixed(9));
  });
});

describe('loss-budget', () => {
  it('says how few rows carry the loss', () => {
    const { reading } = built('loss-budget', errorsData(20, -20, 2, -2));
    assert.match(reading, /2 of 4 rows carry 99\.0 % of the squared error/);
  });

  it('sets the costliest rows aside and shows before and after', () => {
    const { reading } = built('loss-budget', errorsData(20, -20, 2, -2), { aside: 2 });
    assert.match(reading, /Without the 2 costliest rows .* would be 4 instead of 202/);
  });

  it('splits the loss by class and by group', () => {
    const data = dataOf({
      task: 'regression',
      rows: 4,
      lineOf: row => row + 2,
      target: numbers('y', [0, 0, 0, 0]),
      groups: [labels('region', ['north', 'south'], [0, 0, 1, 1])],
      models: [{ name: 'm', prediction: numbers('m', [3, 4, 0, 5]) }],
    });
    const { table, reading } = built('loss-budget', data, { by: 'region' });
    assert.equal(
      reading,
      'm: the rows where region is north, 50.0 % of all, carry 50.0 % of the squared error.',
    );
    assert.deepEqual(
      table.rows.map(row => row.cells.slice(0, 4)),
      [
        ['north', 2, 12.5, '50.0 %'],
        ['south', 2, 12.5, '50.0 %'],
      ],
    );
    assert.equal(table.rows[1]!.line, 5);
    const classes = built('loss-budget', twoModels(), { by: 'true class' });
    assert.equal(classes.table.rows.length, 2);
  });

  it('leaves infinite losses out of the shares and says so', () => {
    const data = binaryData([1, 1, 1], { m: [0, 0.5, 0.9] });
    assert.match(built('loss-budget', data).reading, /1 row with an infinite loss is left out/);
  });

  it('leaves out a loss that is infinite only with its weight', () => {
    const weight = numbers('weight', [2, 1]);
    const data = dataOf({ ...errorsData(1e154, 3).samples, weight });
    const { reading } = built('loss-budget', data);
    assert.match(
      reading,
      /1 of 2 rows carries 100\.0 % of the squared error\. 1 row with an infinite/,
    );
  });

  it('gives no shares of a sum that no number can hold', () => {
    const { reading } = built('loss-budget', errorsData(1.2e154, 1.3e154, 1.3e154, 1.3e154));
    assert.match(reading, /adds up to more than a number can hold, so no row has a share of it/);
  });
});

describe('winner-by-loss and murphy', () => {
  const target = gaussians(200);
  const small = target.map((y, i) => y + 0.3 * gaussians(200, 2)[i]!);
  const large = target.map((y, i) => y + 2 * gaussians(200, 3)[i]!);
  const spiky = small.map((p, i) => (i % 50 === 0 ? p + 12 : p));

  it('say when one model wins everywhere', () => {
    const data = regressionData(target, { small, large });
    assert.match(built('winner-by-loss', data).reading, /^small wins everywhere/);
    assert.match(built('murphy', data).reading, /^The curve of small is lowest at all/);
  });

  it('say where the winner flips', () => {
    const data = regressionData(target, { spiky, large: target.map(y => y + 1) });
    assert.match(built('winner-by-loss', data).reading, /^The winner depends on the loss: /);
    const swept = built('winner-by-loss', data, { along: 'huber' }).reading;
    assert.match(
      swept,
      /^The winner changes with the Huber delta: spiky at first, large from about/,
    );
    assert.match(built('murphy', data).reading, /depends on the loss/);
  });

  it('need a second model', () => {
    const data = regressionData([1, 2], { m: [1, 3] });
    assert.equal(figures['winner-by-loss'].applies(data), false);
    assert.equal(figures.murphy.applies(data), false);
  });
});

describe('residuals', () => {
  const data = regressionData([10, 20, 30], { m: [12, 19, 34] });

  it('are target - prediction, and the axis says so', () => {
    const plot = plotOf('residuals', data);
    assert.equal(plot.y.label, 'residual = target - prediction');
    assert.deepEqual([...pointsOf(plot)[0]!.y], [-2, 1, -4]);
    assert.deepEqual([...pointsOf(plot)[0]!.x], [12, 19, 34]);
  });

  it('can be drawn over the row or against the normal distribution', () => {
    assert.deepEqual([...pointsOf(plotOf('residuals', data, { over: 'row' }))[0]!.x], [0, 1, 2]);
    const [normal] = pointsOf(plotOf('residuals', data, { over: 'normal' }));
    assert.deepEqual([...normal!.y], [-4, -2, 1]);
    assert.deepEqual([...normal!.rows!], [2, 0, 1]);
  });

  it('tell over-prediction from under-prediction in the table', () => {
    const { table, reading } = built('residuals', data);
    assert.deepEqual(table.rows[0]!.cells, ['too high', 2, '66.7 %', 3, 4, '95.2 %']);
    assert.equal(table.rows[0]!.line, 4);
    assert.match(reading, /too high carry 95\.2 %/);
  });
});

describe('predicted-versus-target, threshold-sweep, calibration and confusion', () => {
  it('draw the identity and the fitted line', () => {
    const data = regressionData([1, 2, 3], { m: [1, 1.5, 2] });
    const lines = plotOf('predicted-versus-target', data).marks.filter(
      ({ kind }) => kind === 'line',
    );
    assert.deepEqual(
      lines.map(({ name }) => name),
      ['prediction = target', 'fitted line'],
    );
    assert.match(
      built('predicted-versus-target', data).reading,
      /0\.5 for each unit .* varies less/,
    );
  });

  it('move the threshold', () => {
    const data = binaryData([1, 0, 1, 1, 0], { m: [0.9, 0.2, 0.6, 0.35, 0.55] });
    assert.match(built('threshold-sweep', data).reading, /at 0\.5: accuracy 60\.0 %/);
    const moved = built('threshold-sweep', data, { threshold: 0.35 }).reading;
    assert.match(moved, /at 0\.35: accuracy 80\.0 %, precision 75\.0 %, recall 100\.0 %/);
    assert.match(moved, /The best F1, 0\.857, is at 0\.35/);
  });

  it('split the Brier score in the reading', () => {
    const { reading, panels } = built('calibration', twoModels(), { calibrationBins: 5 });
    assert.match(reading, /miscalibration - .* discrimination \+ 0\.25 uncertainty/);
    assert.equal(panels.length, 2);
  });

  it('name the most frequent mistake', () => {
    const data = multiclassData(['cat', 'dog'], [0, 0, 1], { m: { label: [1, 1, 1] } });
    const { reading, table } = built('confusion', data);
    assert.match(reading, /2 of 3 rows are wrong\. .* cat predicted as dog, 2 rows\.$/);
    assert.deepEqual(table.rows[0]!.cells, ['cat', 'dog', 2, '100.0 %']);
  });
});
