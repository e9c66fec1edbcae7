/**
 * How many times as much sums of the scores vary as they would if each stood for itself: the squares of the
 * deviations of clusters over those of single scores, at least 1. Rows of one id that share their luck, and
 * copies, count for as little as they say.
 * Source: Kish 1965, Survey Sampling.
 */
export function designEffect(scores: Float64Array, clusters: Int32Array): number {
  const mean = scores.reduce((sum, x) => sum + x, 0) / scores.length;
  const sums = new Map<number, number>();
  let single = 0;
  for (let i = 0; i < scores.length; i++) {
    const d = scores[i]! - mean;
    single += d * d;
    sums.set(clusters[i]!, (sums.get(clusters[i]!) ?? 0) + d);
  }
  let together = 0;
  for (const sum of sums.values()) together += sum * sum;
  return single > 0 ? Math.max(1, together / single) : 1;
}
