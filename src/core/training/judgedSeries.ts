import type { History, Series } from './history';

/** The series a verdict goes by. */
export interface JudgedSeries {
  readonly train: Series | null;
  readonly validation: Series | null;
  /** True when the test loss stands in for a validation loss that is not there. */
  readonly testAsValidation: boolean;
  /** True when training and validation are the same quantity. */
  readonly comparable: boolean;
  /** A score on the validation data, else on the test or training data. */
  readonly score: Series | null;
}

/**
 * Picks the training loss and the validation loss that belong together (scores where the log holds no loss),
 * and the most telling score.
 */
export function judgedSeries({ series }: History): JudgedSeries {
  const measures = measuresOf(series);
  const ownValidation = ofSplit(measures, 'validation');
  const held = ownValidation.length > 0 ? ownValidation : ofSplit(measures, 'test');
  const train = trainingOf(measures, held.length > 0);
  const validation = preferred(held, train);
  const trained = preferred(train, validation === null ? [] : [validation]);
  return {
    train: trained,
    validation,
    testAsValidation: ownValidation.length === 0 && validation !== null,
    comparable: trained !== null && trained.quantity === validation?.quantity,
    score: scoreOf(series),
  };
}

/** The losses; the scores where no loss is in the log. */
function measuresOf(series: readonly Series[]): readonly Series[] {
  const finite = series.filter(hasFinite);
  const losses = finite.filter(({ direction }) => direction === 'lower');
  return losses.length > 0 ? losses : finite.filter(({ direction }) => direction === 'higher');
}

/** The training curves; where no curve says on which data it was measured, the losses among them. */
function trainingOf(measures: readonly Series[], isHeld: boolean): readonly Series[] {
  const told = ofSplit(measures, 'train');
  if (told.length > 0 || isHeld) return told;
  return ofSplit(measures, null).filter(({ direction }) => direction === 'lower');
}

function ofSplit(series: readonly Series[], split: Series['split']): readonly Series[] {
  return series.filter(one => one.split === split);
}

function hasFinite({ values }: Series): boolean {
  return values.some(value => Number.isFinite(value));
}

/** Best match first: a quantity `partners` has too, called loss, logged per epoch rather than per step. */
function preferred(candidates: readonly Series[], partners: readonly Series[]): Series | null {
  const rank = (one: Series): number =>
    (partners.some(({ quantity }) => quantity === one.quantity) ? 4 : 0) +
    (one.quantity === 'loss' ? 2 : 0) +
    (/step|batch/i.test(one.name) ? 0 : 1);
  return firstOfHighest(candidates, rank);
}

const tellingScores: readonly RegExp[] = [
  /^accuracy$/,
  /^acc1|^top1$/,
  /map50_95/,
  /map/,
  /f1/,
  /dice|iou/,
  /auc/,
  /r2/,
];

function scoreOf(series: readonly Series[]): Series | null {
  const scores = series.filter(one => one.direction === 'higher' && hasFinite(one));
  const splits = ['validation', 'test', 'train', null] as const;
  const split = splits.find(wanted => scores.some(one => one.split === wanted));
  return firstOfHighest(
    scores.filter(one => one.split === split),
    ({ quantity }) => {
      const at = tellingScores.findIndex(pattern => pattern.test(quantity));
      return at < 0 ? 0 : tellingScores.length - at;
    },
  );
}

function firstOfHighest(
  candidates: readonly Series[],
  rank: (one: Series) => number,
): Series | null {
  let best: Series | null = null;
  for (const one of candidates) if (best === null || rank(one) > rank(best)) best = one;
  return best;
}
