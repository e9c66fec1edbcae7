import type { Quantile, RegressionModelSamples } from '../samples/modelSamples';
import { Sum } from '../statistics/sum';
import { shareInterval } from '../uncertainty/shareInterval';
import type { Interval } from '../uncertainty/wilson';
import { pinballOf } from './pinballOf';

/** What one predicted quantile keeps of its promise. */
export interface QuantileLevel {
  /** The share of targets that should lie at or below it. */
  readonly level: number;
  /** Samples that have it. */
  readonly n: number;
  /** The weighted share of their targets that does. */
  readonly share: number;
  /** 95 %, Wilson's; null of too few rows. */
  readonly interval: Interval | null;
  readonly pinball: number;
}

/** Every predicted quantile that some sample has, by rising level. */
export function quantileLevels(model: RegressionModelSamples): readonly QuantileLevel[] {
  return (model.quantiles ?? []).flatMap(quantile => {
    const pinball = pinballOf(model, quantile.level, quantile.values);
    return pinball === null
      ? []
      : [{ level: quantile.level, pinball, ...shareOf(model, quantile) }];
  });
}

function shareOf(
  { n, target, weight }: RegressionModelSamples,
  { values }: Quantile,
): Pick<QuantileLevel, 'n' | 'share' | 'interval'> {
  const known = Int32Array.from({ length: n }, (_, i) => i).filter(i => !Number.isNaN(values[i]!));
  const all = new Sum();
  const below = new Sum();
  for (const i of known) {
    const w = weight?.[i] ?? 1;
    all.add(w);
    if (target[i]! <= values[i]!) below.add(w);
  }
  const share = below.value / all.value;
  const weights = weight && Float64Array.from(known, i => weight[i]!);
  return { n: known.length, share, interval: shareInterval(share, known.length, weights) };
}
