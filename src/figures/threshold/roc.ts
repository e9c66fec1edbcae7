import { classView } from '../../core/measures/classView';
import { rankingOf } from '../../core/measures/rankings';
import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { BinaryModelSamples } from '../../core/samples/modelSamples';
import { aucInterval } from '../../core/uncertainty/aucInterval';
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

const title = 'ROC';

/** True against false positive rate at every threshold, all models over one another. */
export const roc: PredictionFigure = {
  title,
  about: 'What is found against what is wrongly called, at every threshold.',
  applies: data => modelsWith(data, hasScore).length > 0,
  build: (data, options) => {
    const ranked = rankedModels(data, options);
    const reason = whyNoCurve(ranked);
    return reason === null ? drawn(ranked) : withoutCurve('roc', title, reason, ranked);
  },
};

function drawn(ranked: RankedModels): Figure {
  const { points, others } = ranked;
  const rates = ratesOf(points);
  return {
    id: 'roc',
    title,
    reading: reading(ranked),
    controls: ranked.controls,
    panels: [
      {
        kind: 'plot',
        square: true,
        x: { label: 'false positive rate', scale: 'linear', min: 0, max: 1 },
        y: { label: 'true positive rate', scale: 'linear', min: 0, max: 1 },
        marks: [
          chance,
          ...band(ranked),
          ...others.filter(other => whyNoCurve(other) === null).map(otherLine),
          { ...lineOf(ranked), name: modelTitle(ranked.model) },
          thresholdPoint(ranked),
        ],
      },
    ],
    table: thresholdTable('Rates by threshold', {
      threshold: points.thresholds,
      'false positive rate': rates.x,
      'true positive rate': rates.y,
      'called positive': points.truePositives.map((hits, k) => hits + points.falsePositives[k]!),
    }),
  };
}

const chance: Mark = {
  kind: 'line',
  name: 'no better than chance',
  tone: { meaning: 'neutral' },
  dash: 'dashed',
  x: Float64Array.of(0, 1),
  y: Float64Array.of(0, 1),
};

function ratesOf({ truePositives, falsePositives, positives, negatives }: OperatingPoints) {
  return {
    x: falsePositives.map(count => count / negatives),
    y: truePositives.map(count => count / positives),
  };
}

function lineOf({ index, points }: RankedModel) {
  return { kind: 'line', tone: { series: index }, ...ratesOf(points) } as const;
}

function otherLine(other: RankedModel): Mark {
  return { ...lineOf(other), name: modelTitle(other.model) };
}

function thresholdPoint({ points, at }: RankedModels): Mark {
  const { x, y } = ratesOf(points);
  return {
    kind: 'points',
    name: 'threshold',
    tone: { meaning: 'accent' },
    shape: 'diamond',
    x: x.slice(at, at + 1),
    y: y.slice(at, at + 1),
  };
}

/**
 * At each threshold both rates lie in the box of their own intervals with 95 % at least as far as one rate is
 * concerned; the band runs through the upper left and the lower right corners of the boxes.
 */
function band({ model, index, points }: RankedModels): readonly Mark[] {
  if (!mayHaveBand(points, model.weight)) return [];
  const { positives, negatives } = points;
  const up = shareBand(points.truePositives, () => positives);
  const across = shareBand(points.falsePositives, () => negatives);
  const x = Float64Array.from({ length: 201 }, (_, i) => i / 200);
  return [
    {
      kind: 'band',
      name: '95 % band',
      of: modelTitle(model),
      tone: { series: index },
      x,
      low: along(x, across.high, up.low, 0),
      high: along(x, across.low, up.high, 1),
    },
  ];
}

/** A rising chain of corners as heights at each x, straight between the corners; `beyond` the last it is flat. */
function along(x: Float64Array, cornersX: Float64Array, cornersY: Float64Array, first: 0 | 1) {
  const heights = new Float64Array(x.length);
  let k = 0;
  for (const [i, at] of x.entries()) {
    while (k + 1 < cornersX.length && cornersX[k + 1]! <= at) k++;
    const [from, to] = [cornersX[k]!, cornersX[Math.min(k + 1, cornersX.length - 1)]!];
    const [low, high] = [cornersY[k]!, cornersY[Math.min(k + 1, cornersY.length - 1)]!];
    if (at < from) heights[i] = first === 0 ? 0 : low;
    else heights[i] = to > from ? low + ((high - low) * (at - from)) / (to - from) : high;
  }
  return heights;
}

function reading(ranked: RankedModels): string {
  const { model, points, at } = ranked;
  const { x, y } = ratesOf(points);
  const yes = shortened(model.classes[1]);
  const now = `${percent(y[at]!)} of ${yes} are found, and ${percent(x[at]!)} of the others are called ${yes}`;
  return `${modelTitle(model)}: ${areaText(model)} At ${significant(ranked.choice.value, 4)}, ${now}.`;
}

function areaText(model: BinaryModelSamples): string {
  const { area, interval } = memoOf(model).get('area under roc', () => {
    const ranking = rankingOf(
      classView(model, () => null),
      1,
    );
    return {
      area: ranking.pairs / ranking.positive / ranking.negative,
      interval: model.weight === undefined ? aucInterval(ranking) : null,
    };
  });
  const range =
    interval === null
      ? ''
      : ` (95 %: ${significant(interval.low, 3)} to ${significant(interval.high, 3)})`;
  const worse = interval !== null && interval.high < 0.5;
  return `the area under the curve is ${significant(area, 4)}${range}${worse ? ', worse than chance: the scores may be the wrong way round' : ''}.`;
}
