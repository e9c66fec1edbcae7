import { Sum } from '../statistics/sum';

/** Mean pinball loss of one level over the samples that have it; null without any. */
export function pinballOf(
  {
    n,
    target,
    weight,
  }: {
    readonly n: number;
    readonly target: Float64Array;
    readonly weight?: Float64Array | undefined;
  },
  level: number,
  values: Float64Array,
): number | null {
  const total = new Sum();
  const weights = new Sum();
  for (let i = 0; i < n; i++) {
    const below = target[i]! - values[i]!;
    if (!Number.isFinite(below)) continue;
    const w = weight?.[i] ?? 1;
    weights.add(w);
    total.add(w * (below >= 0 ? level * below : (level - 1) * below));
  }
  return weights.value > 0 ? total.value / weights.value : null;
}
