import type { NumberLoss } from '../measures/sampleLoss';

/** An error that overflows is divided before it is made. */
export function percentageOf(prediction: number, target: number): number {
  const share = Math.abs((prediction - target) / target);
  return share === Number.POSITIVE_INFINITY ? Math.abs(prediction / target - 1) : share;
}

/** |e| / |target|; NaN where the target is zero. */
export const absolutePercentage: NumberLoss = (prediction, target) =>
  target === 0 ? Number.NaN : percentageOf(prediction, target);

/** 2 |e| / (|target| + |prediction|), 0 / 0 = 0. */
export function symmetricPercentage(prediction: number, target: number): number {
  const error = Math.abs(prediction - target);
  if (error === 0) return 0;
  const size = Math.abs(target) + Math.abs(prediction);
  if (2 * error < Number.POSITIVE_INFINITY && size < Number.POSITIVE_INFINITY) {
    return (2 * error) / size;
  }
  return (
    Math.abs(prediction / 8 - target / 8) / (Math.abs(target) / 16 + Math.abs(prediction) / 16)
  );
}
