import { modelsWith } from '../../core/modelsWith';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { Figure, Mark, Plot } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
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

const title = 'Gain and lift';

/** How much is found when only the rows with the highest scores are looked at. */
export const gain: PredictionFigure = {
  title,
  about: 'What looking at the highest scores alone would find.',
  applies: data => modelsWith(data, hasScore).length > 0,
  build: (data, options) => {
    const ranked = rankedModels(data, options);
    const reason = whyNoCurve(ranked);
    return reason === null ? drawn(ranked) : withoutCurve('gain', title, reason, ranked);
  },
};

/** Share of the rows taken, share of the positives among them, and how many times as many that are as by chance. */
function sharesOf({ truePositives, falsePositives, positives, negatives }: OperatingPoints) {
  const taken = truePositives.map(
    (hits, k) => (hits + falsePositives[k]!) / (positives + negatives),
  );
  const found = truePositives.map(hits => hits / positives);
  return { taken, found, lift: found.map((share, k) => share / taken[k]!) };
}

function drawn(ranked: RankedModels): Figure {
  const { points } = ranked;
  const { taken, found, lift } = sharesOf(points);
  return {
    id: 'gain',
    title,
    reading: reading(ranked),
    controls: ranked.controls,
    panels: [gainPanel(ranked), liftPanel(ranked)],
    table: thresholdTable('Rows taken from the highest score down', {
      threshold: points.thresholds,
      'share of rows': taken,
      'share found': found,
      lift,
    }),
  };
}

const rowsAxis = {
  label: 'share of rows, highest scores first',
  scale: 'linear',
  min: 0,
  max: 1,
} as const;

function gainPanel(ranked: RankedModels): Plot {
  const { positives, negatives } = ranked.points;
  const neutral = { tone: { meaning: 'neutral' }, kind: 'line' } as const;
  return {
    kind: 'plot',
    share: 2,
    x: rowsAxis,
    y: {
      label: `share of ${shortened(ranked.model.classes[1])} found`,
      scale: 'linear',
      min: 0,
      max: 1,
    },
    marks: [
      {
        ...neutral,
        name: 'rows taken blindly',
        dash: 'dashed',
        x: Float64Array.of(0, 1),
        y: Float64Array.of(0, 1),
      },
      {
        ...neutral,
        name: 'as good as can be',
        dash: 'dotted',
        x: Float64Array.of(0, positives / (positives + negatives), 1),
        y: Float64Array.of(0, 1, 1),
      },
      ...curves(ranked, 'found'),
    ],
  };
}

function liftPanel(ranked: RankedModels): Plot {
  return {
    kind: 'plot',
    x: rowsAxis,
    y: { label: 'lift', scale: 'linear', min: 0 },
    marks: [
      {
        kind: 'rule',
        name: 'rows taken blindly',
        tone: { meaning: 'neutral' },
        along: 'y',
        value: 1,
      },
      ...curves(ranked, 'lift'),
    ],
  };
}

function curves(ranked: RankedModels, of: 'found' | 'lift'): readonly Mark[] {
  const line = (one: RankedModel): Mark => {
    const shares = sharesOf(one.points);
    const tone = { series: one.index };
    return {
      kind: 'line',
      name: modelTitle(one.model),
      tone,
      x: shares.taken,
      y: shares[of],
    };
  };
  const { at } = ranked;
  const own = sharesOf(ranked.points);
  const point: Mark = {
    kind: 'points',
    name: 'threshold',
    tone: { meaning: 'accent' },
    shape: 'diamond',
    x: own.taken.slice(at, at + 1),
    y: own[of].slice(at, at + 1),
  };
  const isAny = own.taken[at]! > 0;
  return [
    ...ranked.others.filter(other => whyNoCurve(other) === null).map(line),
    line(ranked),
    ...(isAny ? [point] : []),
  ];
}

function reading({ model, points, at, choice }: RankedModels): string {
  const { taken, found, lift } = sharesOf(points);
  const yes = shortened(model.classes[1]);
  const threshold = significant(choice.value, 4);
  if (taken[at] === 0) return `${modelTitle(model)}: no score reaches ${threshold}.`;
  return `${modelTitle(model)}: the ${percent(taken[at]!)} of the rows that reach ${threshold} hold ${percent(found[at]!)} of ${yes}, ${significant(lift[at]!, 3)} times as many as rows taken blindly would.`;
}
