import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import { sliceCondition } from '../../core/slices/sliceCondition';
import type { Mark, Plot } from '../../shared/figure';
import type { DrawnGroup } from './drawnGroup';

/** Bars of one model's mean loss by group with their intervals, and points of the other models. */
export function groupPlot(
  data: PredictionData,
  { model, index }: { readonly model: ModelSamples; readonly index: number },
  lossName: string,
  by: string,
  groups: readonly DrawnGroup[],
): Plot {
  const others = data.models.flatMap((other, m): Mark[] =>
    m === index || other.split !== model.split ? [] : [points(other, m, groups)],
  );
  return {
    kind: 'plot',
    x: { label: by, scale: 'linear', categories: groups.map(({ name }) => name) },
    y: { label: `mean ${lossName}`, scale: 'linear', min: 0 },
    marks: [
      bars(model, index, groups),
      whiskers(model, groups),
      ...others,
      ...naive(model, groups),
    ],
  };
}

function bars(model: ModelSamples, index: number, groups: readonly DrawnGroup[]): Mark {
  return {
    kind: 'bars',
    name: modelTitle(model),
    tone: { series: index },
    edges: Float64Array.from({ length: groups.length + 1 }, (_, i) => i - 0.5),
    heights: Float64Array.from(groups, ({ group }) => finite(group.loss)),
    groups: {
      model: model.name,
      split: model.split,
      where: groups.map(({ group }) => group.condition && [sliceCondition(group.condition)]),
      texts: groups.map(({ name }) => name),
    },
  };
}

/** The interval of each bar, where it has one. */
function whiskers(model: ModelSamples, groups: readonly DrawnGroup[]): Mark {
  const known = groups.flatMap(({ group }, i) =>
    group.interval === null ? [] : [{ i, loss: group.loss, interval: group.interval }],
  );
  return {
    kind: 'points',
    name: `${modelTitle(model)}, 95 %`,
    of: modelTitle(model),
    tone: { meaning: 'neutral' },
    x: Float64Array.from(known, ({ i }) => i),
    y: Float64Array.from(known, ({ loss }) => loss),
    low: Float64Array.from(known, ({ interval }) => interval[0]),
    high: Float64Array.from(known, ({ interval }) => interval[1]),
  };
}

function points(other: ModelSamples, index: number, groups: readonly DrawnGroup[]): Mark {
  const known = groups.flatMap(({ others }, i) => {
    const group = others[index];
    return group === undefined || !Number.isFinite(group.loss) ? [] : [{ i, loss: group.loss }];
  });
  return {
    kind: 'points',
    name: modelTitle(other),
    tone: { series: index },
    shape: 'diamond',
    x: Float64Array.from(known, ({ i }) => i),
    y: Float64Array.from(known, ({ loss }) => loss),
  };
}

/** Of a forecast, what the naive one loses in each group, over the rows where the file shows it. */
function naive(model: ModelSamples, groups: readonly DrawnGroup[]): readonly Mark[] {
  if (model.task !== 'regression' || model.forecast === undefined) return [];
  const { target, forecast } = model;
  const lossOf = ({ group }: DrawnGroup): number => {
    const errors = [...group.samples].map(i => (forecast.naive[i]! - target[i]!) ** 2);
    const known = errors.filter(Number.isFinite);
    return known.reduce((sum, x) => sum + x, 0) / known.length;
  };
  const y = Float64Array.from(groups, lossOf);
  if (y.every(Number.isNaN)) return [];
  return [
    {
      kind: 'line',
      name: 'naive forecast',
      tone: { meaning: 'warning' },
      dash: 'dashed',
      x: Float64Array.from(groups.keys()),
      y,
    },
  ];
}

/** An infinite mean has no bar; the table tells it. */
function finite(x: number): number {
  return Number.isFinite(x) ? x : 0;
}
