import assert from 'node:assert/strict';
import { describeRun } from '../../../../src/core/training/describeRun';
import type { History } from '../../../../src/core/training/history';
import { trainingCurvesFigure } from '../../../../src/figures/training/trainingCurves';
import type { Control, Figure, FigureOptions, LineMark, Plot } from '../../../../src/shared/figure';
import { historyOf } from '../../core/training/simulated';

const curves = {
  loss: [2, 1, 0.5, 0.25],
  val_loss: [2.5, 1.5, 1, 1.25],
  accuracy: [0.2, 0.5, 0.7, 0.8],
  val_accuracy: [0.25, 0.45, 0.6, 0.65],
  lr: [0.1, 0.1, 0.01, 0.01],
};

function draw(options: FigureOptions = {}, ...histories: History[]): Figure {
  const all = histories.length > 0 ? histories : [historyOf(curves)];
  return trainingCurvesFigure(all, all.map(describeRun), options);
}

function panel(figure: Figure, i: number): Plot {
  const found = figure.panels[i];
  return found?.kind === 'plot' ? found : assert.fail(`no plot ${i}`);
}

function line(figure: Figure, name: string, at = 0): LineMark {
  const marks = panel(figure, at).marks;
  const found = marks.find(
    mark => mark.kind === 'line' && mark.name === name && mark.faint !== true,
  );
  return found?.kind === 'line' ? found : assert.fail(`no line ${name}`);
}

function control(figure: Figure, id: string): Control {
  return figure.controls.find(one => one.id === id) ?? assert.fail(`no control ${id}`);
}

describe('trainingCurvesFigure', () => {
  it('draws a quantity in one tone, training solid and validation dashed', () => {
    const figure = draw();
    assert.deepEqual(line(figure, 'loss').tone, line(figure, 'val_loss').tone);
    assert.equal(line(figure, 'loss').dash, 'solid');
    assert.equal(line(figure, 'val_loss').dash, 'dashed');
    assert.deepEqual([...line(figure, 'loss').y], curves.loss);
    assert.deepEqual([...(line(figure, 'loss').lines ?? [])], [2, 3, 4, 5]);
    assert.equal(panel(figure, 0).x.label, 'epoch');
  });

  it('names the file of every point when runs come from several', () => {
    const second = { ...historyOf(curves), name: 'b.csv', source: 1 };
    const figure = draw({}, historyOf(curves), second);
    const points = panel(figure, 0).marks.flatMap(mark =>
      'lines' in mark && mark.lines !== undefined ? [mark] : [],
    );
    const sourcesOf = (named: string): unknown =>
      points
        .filter(({ name }) => name.startsWith(named) === true)
        .map(({ lines, sources }) => [...(sources ?? new Int32Array(lines?.length ?? 0))]);
    assert.ok((sourcesOf('b.csv') as number[][]).every(all => all.every(source => source === 1)));
    assert.ok((sourcesOf('b.csv') as number[][]).length > 0);
    const others = points.filter(({ name }) => !name.startsWith('b.csv'));
    assert.ok(others.length > 0 && others.every(({ sources }) => sources === undefined));
    assert.ok(figure.table.rows.some(({ source }) => source === 1));
  });

  it('puts scores on a second axis and the learning rate below', () => {
    const figure = draw();
    assert.equal(line(figure, 'val_accuracy').axis, 'y2');
    assert.deepEqual([panel(figure, 0).y2?.min, panel(figure, 0).y2?.max], [0, 1]);
    assert.deepEqual([...line(figure, 'lr', 1).y], curves.lr);
  });

  it('draws percentages on the scale of fractions', () => {
    const figure = draw({}, historyOf({ loss: [2, 1, 1], val_accuracy: [20, 50, 70] }));
    assert.deepEqual([...line(figure, 'val_accuracy').y], [0.2, 0.5, 0.7]);
  });

  it('marks the best epoch with a rule and a point that leads to its line', () => {
    const { marks } = panel(draw(), 0);
    const rule = marks.find(mark => mark.kind === 'rule');
    assert.ok(rule?.kind === 'rule' && rule.value === 2);
    const point = marks.find(mark => mark.kind === 'points');
    assert.ok(point?.kind === 'points');
    assert.deepEqual([point.x[0], point.y[0], point.lines?.[0]], [2, 1, 4]);
  });

  it('calls the best place by what the curves are drawn over', () => {
    const history = historyOf(curves);
    const nameOver = (kind: History['x']['kind']) =>
      panel(draw({}, { ...history, x: { ...history.x, kind, name: kind } }), 0).marks.find(
        mark => mark.kind === 'rule',
      )?.name;
    assert.deepEqual((['epoch', 'step', 'row'] as const).map(nameOver), [
      'best epoch',
      'best step',
      'best row',
    ]);
  });

  it('draws validation over training, however the log orders them', () => {
    const { val_loss, loss } = curves;
    const { marks } = panel(draw({}, historyOf({ val_loss, loss })), 0);
    const lines = marks.filter(mark => mark.kind === 'line').map(({ name }) => name);
    assert.ok(lines.lastIndexOf('val_loss') > lines.lastIndexOf('loss'), lines.join(', '));
  });

  it('shows what is not finite as crosses on the edge', () => {
    const figure = draw({}, historyOf({ loss: [2, Number.NaN, 1, Infinity] }));
    const crosses = panel(figure, 0).marks.find(mark => mark.name === 'loss, not finite');
    assert.ok(crosses?.kind === 'points' && crosses.shape === 'cross');
    assert.deepEqual([...crosses.x], [1, 3]);
    assert.deepEqual([...crosses.y], [2, 2]);
    assert.ok(Number.isNaN(line(figure, 'loss').y[1]!));
  });

  it('smooths long curves by default and leaves the raw line in shadow', () => {
    const long = historyOf({ loss: Array.from({ length: 200 }, (_, i) => 1 / (i + 1) + (i % 2)) });
    const figure = draw({}, long);
    const slider = control(figure, 'smoothing');
    assert.ok(slider.kind === 'slider' && slider.value === 0.6);
    const faint = panel(figure, 0).marks.filter(
      mark => mark.kind === 'line' && mark.faint === true,
    );
    assert.equal(faint.length, 1);
    assert.notEqual(line(figure, 'loss').y[5], long.series[0]?.values[5]);
    const calm = control(draw(), 'smoothing');
    assert.ok(calm.kind === 'slider' && calm.value === 0);
  });

  it('draws over any column of the log, or over the row', () => {
    const history: History = {
      ...historyOf(curves),
      otherX: [{ name: 'time', kind: 'relative-time', values: Float64Array.of(5, 9, 14, 20) }],
    };
    const choice = control(draw({}, history), 'x');
    assert.ok(choice.kind === 'choice');
    assert.deepEqual(
      choice.options.map(({ value }) => value),
      ['epoch', 'time', 'row'],
    );
    assert.deepEqual([...line(draw({ x: 'time' }, history), 'loss').x], [5, 9, 14, 20]);
    assert.deepEqual([...line(draw({ x: 'row' }, history), 'loss').x], [0, 1, 2, 3]);
  });

  it('draws training values half an epoch earlier when asked', () => {
    const figure = draw({ halfEpoch: true });
    assert.deepEqual([...line(figure, 'loss').x], [-0.5, 0.5, 1.5, 2.5]);
    assert.deepEqual([...line(figure, 'val_loss').x], [0, 1, 2, 3]);
  });

  it('takes a log scale by itself when losses span decades, and hides what it cannot show', () => {
    assert.equal(panel(draw(), 0).y.scale, 'linear');
    const wide = historyOf({ loss: [5000, 30, 1, 0.5] });
    assert.equal(panel(draw({}, wide), 0).y.scale, 'log');
    const negative = draw({ logY: true }, historyOf({ loss: [2, -1, 1] }));
    assert.ok(Number.isNaN(line(negative, 'loss').y[1]!));
  });

  it('keeps outliers from setting the range when asked', () => {
    const values = Array.from({ length: 60 }, (_, i) => (i === 30 ? 1000 : 1 + (i % 7) / 10));
    const { y } = panel(
      draw({ ignoreOutliers: true, logY: false }, historyOf({ loss: values })),
      0,
    );
    assert.ok((y.max ?? 0) < 3);
  });

  it('shows the quantities that are chosen', () => {
    const many = historyOf({ ...curves, val_f1: [0.1, 0.2, 0.3, 0.4], grad_rmse: [1, 2, 3, 4] });
    const names = (figure: Figure): readonly string[] =>
      panel(figure, 0).marks.flatMap(mark => (mark.kind === 'line' ? [mark.name] : []));
    assert.ok(!names(draw({}, many)).includes('val_f1'));
    assert.deepEqual(names(draw({ quantities: ['f1'] }, many)), ['val_f1']);
  });

  it('lays several runs over one another, each in its tone', () => {
    const runs = ['a', 'b'].map(name => ({ ...historyOf({ loss: [2, 1, 1.5] }), name }));
    const figure = draw({}, ...runs);
    assert.deepEqual(line(figure, 'a: loss').tone, { series: 0 });
    assert.deepEqual(line(figure, 'b: loss').tone, { series: 1 });
    assert.match(figure.reading, /^2 runs\. a: /);
    assert.equal(figure.table.columns[0]?.label, 'run');
  });

  it('draws the mean of several runs with a band of one standard deviation', () => {
    const one = { ...historyOf({ loss: [2, 1, 1] }), name: 'a' };
    const two = { ...historyOf({ loss: [4, 3] }), name: 'b' };
    const figure = draw({ together: 'mean' }, one, two);
    assert.deepEqual([...line(figure, 'mean of 2 runs: loss').y], [3, 2]);
    const band = panel(figure, 0).marks.find(mark => mark.kind === 'band');
    assert.ok(band?.kind === 'band');
    assert.ok(Math.abs(band.high[0]! - (3 + Math.SQRT2)) < 1e-12);
  });

  it('has a table with mean and slope whose rows lead to the best value', () => {
    const { table } = draw();
    const loss = table.rows.find(row => row.cells[0] === 'val_loss');
    assert.equal(loss?.line, 4);
    assert.deepEqual(loss?.cells.slice(2, 7), [4, 2.5, 1.25, 1, 2]);
    assert.equal(loss?.cells[7], 1.5625);
    assert.ok(Math.abs(Number(loss?.cells[8]) - -0.425) < 1e-12);
  });

  it('thins five million steps and shows more of them when zoomed', () => {
    const n = 5_000_000;
    const steps = new Float64Array(n).map((_, i) => i);
    const values = steps.map(i => 1 / (1 + i));
    values[1_234_567] = 50;
    const big: History = {
      ...historyOf({ loss: [1] }),
      x: { name: 'step', kind: 'step', values: steps },
      series: [
        {
          name: 'loss',
          split: 'train',
          quantity: 'loss',
          direction: 'lower',
          rows: new Int32Array(n).map((_, i) => i),
          values,
        },
      ],
    };
    const whole = line(draw({ smoothing: 0 }, big), 'loss');
    assert.ok(whole.x.length <= 5 * 800);
    assert.ok(whole.y.includes(50));
    const zoomed = line(draw({ smoothing: 0, xMin: 1_000_000, xMax: 1_001_000 }, big), 'loss');
    assert.equal(zoomed.x.length, 1003);
  });
});
