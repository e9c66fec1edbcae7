import { significant } from '../../shared/text';
import { sumOf } from '../statistics/sum';
import type { ModelDetector } from './detector';

/** |sum e| / sum |e|: at most a twentieth of the errors is left in the sum. */
const smallShare = 0.05;
/** Predictions of a fitted model have errors that nearly cancel: there, only a table summed by eye misleads. */
const byEye = 20;

/** Opposite errors cancel in the plain sum, which therefore says nothing about their size. */
export const errorsCancel: ModelDetector = ({ model, errors, title }) => {
  if (errors === null || (model.task === 'regression' && model.n > byEye)) return null;
  const n = errors.length;
  const sum = sumOf(n, i => errors[i]!);
  const absolute = sumOf(n, i => Math.abs(errors[i]!));
  const squared = sumOf(n, i => errors[i]! ** 2);
  if (absolute === 0 || !Number.isFinite(squared) || Math.abs(sum) > smallShare * absolute)
    return null;
  return {
    id: 'errors-cancel',
    text: `Opposite errors cancel in the plain sum of ${title}: it is ${significant(sum)}, while the sum of squared errors is ${significant(squared)} and the mean absolute error ${significant(absolute / n)}. A sum near zero does not mean small errors.`,
    evidence: {
      model: title,
      sum,
      sumOfAbsolute: absolute,
      sumOfSquares: squared,
      mse: squared / n,
      mae: absolute / n,
    },
    weight: model.task === 'errors' ? 0.7 : 0.4,
  };
};
