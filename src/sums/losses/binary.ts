import type { Cell } from '../result/cell';
import { calibrationGap } from './calibration';
import { between, exact, type Found, missing, rising } from './found';
import { labelLosses } from './labels';
import type { Judged, Losses } from './numbers';
import { averagePrecision, rocAuc } from './ranking';
import { total, totalOf } from './totals';

const isPositive = ({ of }: Cell) => of['label'] === 1;

/** Labels are taken from p >= 0.5, which is the edge of a bin. */
const labelsOf = (cell: Cell) => ({
  truth: cell.of['label']!,
  guess: Number(cell.of['lo']! >= 0.5),
});

/** Sum of -ln of the probability of a class over a bin; infinite where some have none. */
function costOf({ of }: Cell, isOfPositive: boolean): number {
  if (of[isOfPositive ? 'zp' : 'zq']! > 0) return Number.POSITIVE_INFINITY;
  return of[isOfPositive ? 'lnp' : 'lnq']!;
}

const costOfTruth = (cell: Cell) => costOf(cell, isPositive(cell));

/** With label smoothing and weights of classes, of which the names of both have to be known. */
function logLoss({ cells, parameters }: Judged): Found {
  const { labelSmoothing: smoothing, classWeights } = parameters;
  if (classWeights !== undefined) {
    return missing('weights of classes need the rows, of which the sums keep no names of labels');
  }
  const spread = (cell: Cell) =>
    smoothing === 0 ? 0 : (smoothing / 2) * (costOf(cell, true) + costOf(cell, false));
  const sharp = (cell: Cell) => (smoothing === 1 ? 0 : (1 - smoothing) * costOfTruth(cell));
  return exact(
    totalOf(cells, cell => sharp(cell) + spread(cell)) / total(cells, 'w'),
    infinite(cells),
  );
}

function infinite(cells: readonly Cell[]): string | undefined {
  const isThere = cells.some(cell => costOfTruth(cell) === Number.POSITIVE_INFINITY);
  return isThere ? 'some rows give their true class the probability 0' : undefined;
}

const plain = ({ cells }: Judged): Found =>
  exact(totalOf(cells, costOfTruth) / total(cells, 'w'), infinite(cells));

/**
 * (1 - p)^gamma (-ln p) of the true class falls with p, and is convex for gamma of 1 and above: between the loss at
 * the mean and the chord. It is never above the log loss, which is finite where a chord is not.
 */
function focal({ cells, parameters: { focalGamma: gamma } }: Judged): Found {
  const w = total(cells, 'w');
  const note = infinite(cells);
  if (note !== undefined) return exact(Number.POSITIVE_INFINITY, note);
  if (gamma === 2) return exact(total(cells, 'foc') / w);
  if (gamma === 0) return exact(totalOf(cells, costOfTruth) / w);
  const loss = (p: number) => (p >= 1 ? 0 : (1 - p) ** gamma * (0 - Math.log(p)));
  const ends = (cell: Cell) => focalEnds(cell, loss, gamma >= 1);
  return between(
    totalOf(cells, cell => ends(cell)[0]) / w,
    totalOf(cells, cell => ends(cell)[1]) / w,
  );
}

function focalEnds(
  cell: Cell,
  loss: (p: number) => number,
  isConvex: boolean,
): readonly [number, number] {
  const { w, lo, hi, p } = cell.of as Readonly<Record<'w' | 'lo' | 'hi' | 'p', number>>;
  if (w === 0) return [0, 0];
  const [from, to, sum] = isPositive(cell) ? [lo, hi, p] : [1 - hi, 1 - lo, w - p];
  const middle = Math.min(to, Math.max(from, sum / w));
  const hasChord = to > from && Number.isFinite(loss(from));
  const chord = hasChord
    ? loss(from) + ((loss(to) - loss(from)) * (middle - from)) / (to - from)
    : loss(from);
  const low = w * loss(isConvex ? middle : to);
  const high = Math.min(w * (isConvex ? chord : loss(from)), costOfTruth(cell));
  return [low, Math.max(low, high)];
}

/** Losses of the probability of the positive class. */
export const binaryLosses: Losses = {
  log_loss: logLoss,
  brier: ({ cells }) => exact(total(cells, 'sq') / total(cells, 'w')),
  spherical: ({ cells }) => exact(total(cells, 'sph') / total(cells, 'w')),
  focal,
  perplexity: judged => rising(plain(judged), Math.exp),
  ...labelLosses(labelsOf),
  roc_auc: ({ cells }) => rocAuc(cells),
  average_precision: ({ cells }) => averagePrecision(cells),
  ece: ({ cells, parameters }) => calibrationGap(cells, parameters.calibrationBins, isPositive),
};
