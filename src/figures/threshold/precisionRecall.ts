import { classView } from '../../core/measures/classView';
import { averagePrecision } from '../../core/measures/rankings';
import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { BinaryModelSamples } from '../../core/samples/modelSamples';
import type { Figure, Mark } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { mayHaveBand, shareBand } from './countBand';
import type { OperatingPoints } from './operatingPoints';
import {
  type RankedModel,
  type RankedModels,
  rankedModels,
  whyNoCurve,
  withoutCurve,
} from './rankedModels';
import { hasScore } from './scored';
import { thresholdTable } from './thresholdTable';

const title = 'Precision and recall';

/** Precision against recall at every threshold, all models over one another. */
export const precisionRecall: PredictionFigure = {
  title,
  about: 'How much of what is called positive is, against how much is found.',
  applies: data => modelsWith(data, hasScore).length > 0,
  build: (data, options) => {
    const ranked = rankedModels(data, options);
    const reason = whyNoCurve(ranked);
    return reason === null
      ? drawn(ranked)
      : withoutCurve('precision-recall', title, reason, ranked);
  },
};

function drawn(ranked: RankedModels): Figure {
  const { points, model, index, others } = ranked;
  const share = points.positives / (points.positives + points.negatives);
  const { x, y } = sharesOf(points);
  return {
    id: 'precision-recall',
    title,
    reading: reading(ranked, share),
    controls: ranked.controls,
    panels: [
      {
        kind: 'plot',
        square: true,
        x: { label: 'recall', scale: 'linear', min: 0, max: 1 },
        y: { label: 'precision', scale: 'linear', min: 0, max: 1 },
        marks: [
          {
            kind: 'rule',
            name: `share of ${shortened(model.classes[1])}`,
            tone: { meaning: 'neutral' },
            along: 'y',
            value: share,
          },
          ...band(ranked),
          ...others.filter(other => whyNoCurve(other) === null).map(otherLine),
          { ...lineOf(points), name: modelTitle(model), tone: { series: index } },
          ...thresholdPoint(ranked),
        ],
      },
    ],
    table: thresholdTable('Precision and recall by threshold', {
      threshold: points.thresholds,
      precision: y,
      recall: x,
      'called positive': calledOf(points),
    }),
  };
}

function calledOf({ truePositives, falsePositives }: OperatingPoints): Float64Array {
  return truePositives.map((hits, k) => hits + falsePositives[k]!);
}

/** Recall and precision; where nothing is called positive there is no precision. */
function sharesOf(points: OperatingPoints) {
  const called = calledOf(points);
  return {
    x: points.truePositives.map(hits => hits / points.positives),
    y: points.truePositives.map((hits, k) => (called[k] === 0 ? Number.NaN : hits / called[k]!)),
  };
}

/** In steps, as the average precision adds them up; the first begins at a recall of 0. */
function lineOf(points: OperatingPoints) {
  const { x, y } = sharesOf(points);
  const first = y.find(precision => !Number.isNaN(precision)) ?? Number.NaN;
  const steps = y.map((precision, k) => (k === 0 ? first : precision));
  return { kind: 'line', step: true, x, y: steps } as const;
}

function otherLine({ model, index, points }: RankedModel): Mark {
  const name = modelTitle(model);
  return { ...lineOf(points), name, tone: { series: index } };
}

/** At each threshold the interval of the precision among as many rows as are called positive there. */
function band({ model, index, points }: RankedModels): readonly Mark[] {
  if (!mayHaveBand(points, model.weight)) return [];
  const called = calledOf(points);
  const some = [...called.keys()].filter(k => called[k]! > 0);
  const { low, high } = shareBand(points.truePositives, k => called[k]!);
  const picked = (values: Float64Array) => Float64Array.from(some, k => values[k]!);
  return [
    {
      kind: 'band',
      name: '95 % band',
      of: modelTitle(model),
      tone: { series: index },
      x: picked(sharesOf(points).x),
      low: picked(low),
      high: picked(high),
    },
  ];
}

function thresholdPoint({ points, at }: RankedModels): readonly Mark[] {
  const { x, y } = sharesOf(points);
  if (Number.isNaN(y[at]!)) return [];
  return [
    {
      kind: 'points',
      name: 'threshold',
      tone: { meaning: 'accent' },
      shape: 'diamond',
      x: x.slice(at, at + 1),
      y: y.slice(at, at + 1),
    },
  ];
}

function reading({ model, points, at, choice }: RankedModels, share: number): string {
  const { x, y } = sharesOf(points);
  const yes = shortened(model.classes[1]);
  const threshold = significant(choice.value, 4);
  const now = Number.isNaN(y[at]!)
    ? `At ${threshold} nothing is called ${yes}.`
    : `At ${threshold}, ${percent(y[at]!)} of what is called ${yes} is, and ${percent(x[at]!)} of ${yes} are found.`;
  return `${modelTitle(model)}: the average precision is ${averageOf(model)}, where calling everything ${yes} gives ${significant(share, 3)}. ${now}`;
}

function averageOf(model: BinaryModelSamples): string {
  const measured = memoOf(model).get('average precision', () =>
    averagePrecision(
      classView(model, () => null),
      1,
    ),
  );
  return measured !== null && 'value' in measured ? significant(measured.value, 4) : 'undefined';
}
