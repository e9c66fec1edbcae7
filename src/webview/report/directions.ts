import type { MetricInfo } from '../../shared/protocol/inspection';

/** How to read a metric, as a sign and in words. */
export const directions: Readonly<
  Record<MetricInfo['direction'], { readonly sign: string; readonly text: string }>
> = {
  lower: { sign: '\u2193', text: 'lower is better' },
  higher: { sign: '\u2191', text: 'higher is better' },
  zero: { sign: '\u21920', text: 'nearest to 0 is best' },
};
