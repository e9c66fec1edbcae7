import assert from 'node:assert/strict';
import type { PredictionData } from '../../../src/core/predictionData';
import { drawFigure, figuresFor } from '../../../src/figures/figures';
import type { Control, Figure, FigureOptions, Mark, Panel } from '../../../src/shared/figure';
import type { FigureId } from '../../../src/shared/figureId';
import {
  binaryData,
  errorsData,
  gaussians,
  multiclassData,
  regressionData,
  twoModels,
  uniforms,
} from './fixtures';

const longName = 'x'.repeat(500);

function wide(n: number, count: number): PredictionData {
  const target = gaussians(n);
  const models = Array.from({ length: count }, (_, m) => {
    const noise = gaussians(n, m + 2);
    return [`model ${m}`, target.map((y, i) => y + noise[i]!)] as const;
  });
  return regressionData(target, Object.fromEntries(models));
}

function manyClasses(count: number): PredictionData {
  const classes = Array.from({ length: count }, (_, k) => `class ${k}`);
  const label = classes.map((_, k) => (k * 7) % count);
  return multiclassData(classes, [...classes.keys()], { m: { label } });
}

const hard: Readonly<Record<string, () => PredictionData>> = {
  'one error': () => errorsData(3),
  'one row': () => regressionData([220000], { m: [200000] }),
  'one binary row': () => binaryData([1], { m: [0.3] }),
  'a constant target': () => regressionData([1, 1, 1], { m: [1, 1, 1] }),
  'huge values': () => regressionData([1e300, -1e300], { m: [-1e300, 1e300] }),
  'probabilities 0 and 1': () => binaryData([1, 0, 1], { m: [0, 1, 1], n: [1, 0, 1] }),
  'a single class': () => binaryData([1, 1], { m: [0.2, 0.9] }),
  'a long name': () => regressionData([1, 2], { [longName]: [2, 1] }),
  'thirty models': () => wide(50, 30),
  'many rows': () => wide(12_000, 2),
  'ten thousand classes': () => manyClasses(10_000),
  'many binary rows': () => {
    const p = uniforms(20_000);
    return binaryData(
      uniforms(20_000, 9).map((u, i) => (u < p[i]! ? 1 : 0)),
      { m: p, n: p.map(q => q ** 2) },
    );
  },
};

function marksOf(panel: Panel): readonly Mark[] {
  return panel.kind === 'plot' ? panel.marks : [];
}

/** Vertices of lines, and points, each counted apart. */
function drawn(figure: Figure): { readonly points: number; readonly vertices: number } {
  let points = 0;
  let vertices = 0;
  for (const mark of figure.panels.flatMap(marksOf)) {
    if (mark.kind === 'points') points += mark.x.length;
    if (mark.kind === 'line') vertices += mark.x.length;
  }
  return { points, vertices };
}

function check(figure: Figure): void {
  const { points, vertices } = drawn(figure);
  assert.ok(points <= 5500, `${figure.id}: ${points} points`);
  assert.ok(vertices <= 2100, `${figure.id}: ${vertices} vertices`);
  assert.ok(figure.table.rows.length <= 1000);
  assert.match(figure.reading, /\.$/);
  assert.doesNotMatch(figure.reading, /NaN|undefined|—|!/);
  assert.ok(figure.reading.length < 900, figure.reading);
  for (const row of figure.table.rows)
    assert.equal(row.cells.length, figure.table.columns.length, figure.id);
  for (const mark of figure.panels.flatMap(marksOf)) {
    if (mark.kind !== 'points' && mark.kind !== 'line') continue;
    assert.equal(mark.x.length, mark.y.length);
    if (mark.rows) assert.equal(mark.rows.length, mark.x.length);
    if (mark.lines && mark.rows) assert.equal(mark.lines.length, mark.x.length);
  }
}

/** Values a person can give a control. */
function valuesOf(control: Control): readonly FigureOptions[string][] {
  switch (control.kind) {
    case 'choice':
      return control.options.slice(0, 8).map(({ value }) => value);
    case 'choices':
      return [control.options.map(({ value }) => value)];
    case 'slider':
      return [control.min, control.max];
    case 'number':
      return [-3, 0, 7, 1e300];
    case 'toggle':
      return [true];
    case 'copy':
      return [];
  }
}

function idsFor(data: PredictionData): readonly FigureId[] {
  return figuresFor({ kind: 'predictions', data }).map(({ id }) => id);
}

describe('figures', () => {
  for (const [what, make] of Object.entries(hard)) {
    it(`stay small and readable with ${what}`, () => {
      const data = make();
      const ids = idsFor(data);
      assert.ok(ids.length > 0);
      for (const id of ids) {
        const build = (options: FigureOptions) =>
          drawFigure({ kind: 'predictions', data }, id, options);
        const figure = build({});
        assert.equal(figure.id, id);
        check(figure);
        for (const control of figure.controls)
          for (const value of valuesOf(control)) check(build({ [control.id]: value }));
      }
    });
  }

  it('put the most telling first for the task', () => {
    assert.deepEqual(idsFor(errorsData(1, 2)).slice(0, 2), [
      'loss-versus-error',
      'error-histogram',
    ]);
    assert.deepEqual(idsFor(twoModels()).slice(0, 2), [
      'loss-versus-probability',
      'accuracy-versus-loss',
    ]);
    const labelsOnly = multiclassData(['a', 'b', 'c'], [0, 1, 2], { m: { label: [0, 1, 1] } });
    assert.equal(idsFor(labelsOnly)[0], 'confusion');
  });

  it('ignore controls they do not know and values out of range', () => {
    const options = { model: 'nobody', huberDelta: -1, losses: ['r2'], aside: 1e9, nonsense: 3 };
    for (const id of idsFor(twoModels()))
      check(drawFigure({ kind: 'predictions', data: twoModels() }, id, options));
  });
});
