import type { Interval } from '../../shared/lossReport';
import type { MeanAndError } from '../statistics/meanAndError';
import { z } from './wilson';

/** 95 %: mean -+ z standard errors. */
export function normalInterval({ mean, error }: MeanAndError): Interval {
  return { low: mean - z * error, high: mean + z * error, method: 'normal' };
}
