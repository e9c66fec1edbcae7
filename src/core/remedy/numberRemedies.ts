import { significant } from '../../shared/text';
import { errorsOf, type WithErrors } from '../measures/errorsOf';
import type { Remedy } from './remedy';

const loss = 'squared error';

/** A constant taken from every prediction: the mean error. */
export function shift(model: WithErrors): Remedy {
  const errors = errorsOf(model);
  return {
    id: 'shift',
    name: 'a constant shift',
    loss,
    before: errors.map(e => e * e),
    fit: isUsed => {
      const [total, sum] = sumsOf(model, isUsed, i => [errors[i]!]);
      const mean = total! > 0 ? sum! / total! : 0;
      const text = `${significant(Math.abs(mean), 4)} ${mean >= 0 ? 'off' : 'on'} every prediction`;
      return {
        lossAt: i => (errors[i]! - mean) ** 2,
        text,
        code: `y_pred = y_pred ${mean < 0 ? '+' : '-'} ${Math.abs(mean)}`,
      };
    },
  };
}

/** The straight line through the predictions that comes nearest to the targets. */
export function rescale(model: WithErrors): Remedy | null {
  if (model.task === 'errors') return null;
  const { prediction, target } = model;
  return {
    id: 'rescale',
    name: 'a rescaling',
    loss,
    before: errorsOf(model).map(e => e * e),
    fit: isUsed => {
      const [total, sumP, sumY] = sumsOf(model, isUsed, i => [prediction[i]!, target[i]!]);
      const [meanP, meanY] = total! > 0 ? [sumP! / total!, sumY! / total!] : [0, 0];
      const about = (i: number) => prediction[i]! - meanP;
      const [, squares, products] = sumsOf(model, isUsed, i => [
        about(i) ** 2,
        about(i) * (target[i]! - meanY),
      ]);
      const slope = squares! > 0 ? products! / squares! : 1;
      const start = meanY - slope * meanP;
      return {
        lossAt: i => (start + slope * prediction[i]! - target[i]!) ** 2,
        text: `${significant(start, 4)} + ${significant(slope, 4)} times the prediction`,
        code: `y_pred = ${start} + ${slope} * y_pred`,
      };
    },
  };
}

/** The weight of the used samples, and the weighted sums of what `terms` gives for each. */
function sumsOf(
  { n, weight }: WithErrors,
  isUsed: (i: number) => boolean,
  terms: (i: number) => readonly number[],
): readonly number[] {
  const sums: number[] = [0];
  for (let i = 0; i < n; i++) {
    if (!isUsed(i)) continue;
    const w = weight?.[i] ?? 1;
    sums[0]! += w;
    for (const [k, term] of terms(i).entries()) sums[k + 1] = (sums[k + 1] ?? 0) + w * term;
  }
  return sums;
}
