import type { Cell } from '../result/cell';
import { calibrationGap } from './calibration';
import { exact, type Found, missing, rising } from './found';
import { labelLosses } from './labels';
import type { Judged, Losses } from './numbers';
import { total, totalOf } from './totals';

const labelsOf = ({ of }: Cell) => ({ truth: of['truth']!, guess: of['guess']! });

const cost = ({ of }: Cell) => (of['z']! > 0 ? Number.POSITIVE_INFINITY : of['ln']!);

function infinite(cells: readonly Cell[]): string | undefined {
  const isThere = cells.some(({ of }) => of['z']! > 0);
  return isThere ? 'some rows give their true class the probability 0' : undefined;
}

function logLoss({ cells, parameters, classes }: Judged): Found {
  const { labelSmoothing, classWeights } = parameters;
  if (labelSmoothing !== 0) {
    return missing(
      'label smoothing needs the probabilities of all classes, which the sums do not keep',
    );
  }
  const weightOf = ({ of }: Cell) => classWeights?.[classes[of['truth']!]!] ?? 1;
  const w = totalOf(cells, cell => weightOf(cell) * cell.of['w']!);
  if (w === 0) return missing('the weights of all true classes are zero');
  const sum = totalOf(cells, cell => (weightOf(cell) === 0 ? 0 : weightOf(cell) * cost(cell)));
  return exact(sum / w, infinite(cells));
}

function topK({ cells, parameters: { topK: k }, classes }: Judged): Found {
  if (k >= classes.length) return exact(1);
  if (k === 2) return exact(total(cells, 'two') / total(cells, 'w'));
  return missing(`the sums count the two most probable classes, not ${k}`);
}

function focal(judged: Judged): Found {
  const {
    cells,
    parameters: { focalGamma: gamma },
  } = judged;
  const note = infinite(cells);
  if (note !== undefined) return exact(Number.POSITIVE_INFINITY, note);
  if (gamma === 0) return exact(totalOf(cells, cost) / total(cells, 'w'));
  if (gamma === 2) return exact(total(cells, 'foc') / total(cells, 'w'));
  return missing(`the sums hold gamma 0 and 2, not ${gamma}`);
}

const ofAllClasses = () =>
  missing('it needs the probabilities of all classes, of which the sums keep the largest alone');

/** Losses of class columns. */
export const classLosses: Losses = {
  log_loss: logLoss,
  brier: ({ cells }) => exact(total(cells, 'sq') / total(cells, 'w')),
  spherical: ({ cells }) =>
    total(cells, 'empty') > 0
      ? missing('a row has only probabilities of 0')
      : exact(total(cells, 'sph') / total(cells, 'w')),
  focal,
  perplexity: ({ cells }) =>
    rising(exact(totalOf(cells, cost) / total(cells, 'w'), infinite(cells)), Math.exp),
  ...labelLosses(labelsOf),
  roc_auc: ofAllClasses,
  average_precision: ofAllClasses,
  ece: ({ cells, parameters }) =>
    calibrationGap(cells, parameters.calibrationBins, ({ of }) => of['truth'] === of['guess']),
  top_k_accuracy: topK,
};
