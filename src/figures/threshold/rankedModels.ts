import { modelsWith } from '../../core/modelsWith';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { BinaryModelSamples } from '../../core/samples/modelSamples';
import type { Control, Figure, FigureOptions } from '../../shared/figure';
import type { FigureId } from '../../shared/figureId';
import { significant } from '../../shared/text';
import { modelChoice } from '../modelChoice';
import { type OperatingPoints, operatingPoints } from './operatingPoints';
import { hasScore, scoreOf } from './scored';
import { countsOf, type ThresholdChoice, thresholdChoice } from './thresholdChoice';

/** More curves than this are told by the tables alone. */
const mostOthers = 7;
/** Vertices of the curves of all other models together. */
const otherVertices = 1400;

/** One model's curve. */
export interface RankedModel {
  readonly model: BinaryModelSamples;
  /** Place among all models of the data; colours go by it. */
  readonly index: number;
  readonly points: OperatingPoints;
}

/** The model that is asked about, and others of the same rows beside it. */
export interface RankedModels extends RankedModel {
  readonly others: readonly RankedModel[];
  readonly choice: ThresholdChoice;
  readonly controls: readonly Control[];
  /** Place of the threshold within the points of the model. */
  readonly at: number;
}

/** Every model of the split that gives scores, the chosen one with all its thresholds. */
export function rankedModels(data: PredictionData, options: FigureOptions): RankedModels {
  const { model, index, controls } = modelChoice(data, options, hasScore);
  const choice = thresholdChoice(model, options);
  const beside = modelsWith(data, hasScore)
    .filter(other => other !== model && other.split === model.split)
    .slice(0, mostOthers);
  const most = Math.floor(otherVertices / Math.max(4, beside.length)) - 3;
  const points = operatingPoints(countsOf(model, choice), Number.POSITIVE_INFINITY, choice.value);
  return {
    model,
    index,
    points,
    choice,
    controls: [...controls, choice.control],
    at: points.thresholds.indexOf(choice.value),
    others: beside.map(other => {
      const own = thresholdChoice(other, {});
      return {
        model: other,
        index: data.models.indexOf(other),
        points: operatingPoints(countsOf(other, own), most, own.usual),
      };
    }),
  };
}

/** Why there is no curve at all; null where there is one. */
export function whyNoCurve({ model, points }: RankedModel): string | null {
  const { positives, negatives } = points;
  const [no, yes] = model.classes.map(shortened);
  if (positives > 0 && negatives > 0) {
    const score = scoreOf(model);
    if (score.some(x => x !== score[0])) return null;
    return `${modelTitle(model)} gives every row the same score, ${significant(score[0]!, 4)}: no threshold tells the rows apart.`;
  }
  return `${modelTitle(model)}: every row is of class ${positives > 0 ? yes : no}; the curve needs rows of both classes.`;
}

/** The figure where there is no curve: a sentence and the controls, and nothing drawn. */
export function withoutCurve(
  id: FigureId,
  title: string,
  reason: string,
  { controls }: RankedModels,
): Figure {
  const table = { caption: title, columns: [{ label: 'threshold', numeric: true }], rows: [] };
  return { id, title, reading: reason, controls, panels: [], table };
}
