import type { Bins } from './bins';

/**
 * Share of the variance of some numbers (all together) that the bins of a feature explain, less what so many
 * bins would explain by chance: the adjusted eta squared. With indicators of classes it is their Gini index.
 */
export function explainedShare({ codes, count }: Bins, numbers: readonly Float64Array[]): number {
  const n = codes.length;
  let within = 0;
  let total = 0;
  let used = 0;
  for (const values of numbers) {
    const counts = new Float64Array(count);
    const sums = new Float64Array(count);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = values[i]!;
      counts[codes[i]!]! += 1;
      sums[codes[i]!]! += x;
      sum += x;
      squares += x * x;
    }
    total += squares - (sum * sum) / n;
    within += squares - sums.reduce((all, s, bin) => all + (s && (s * s) / counts[bin]!), 0);
    used = counts.reduce((bins, c) => bins + Number(c > 0), 0);
  }
  if (!(total > 0) || used >= n) return 0;
  return 1 - ((within / total) * (n - 1)) / (n - used);
}
