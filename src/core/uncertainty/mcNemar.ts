/**
 * Two-sided p of McNemar's test: how surprising it is that of the rows that exactly one of two models gets
 * right, `onlyA` go to one and `onlyB` to the other. It is below 0.05 exactly when the score's interval of
 * the difference (`pairedShares`) leaves out zero. Source: McNemar 1947, Psychometrika 12.
 */
export function mcNemar(onlyA: number, onlyB: number): number {
  const n = onlyA + onlyB;
  return n === 0 ? 1 : complementaryError(Math.abs(onlyA - onlyB) / Math.sqrt(2 * n));
}

/** erfc(x) for x >= 0: a series of positive terms near zero, the continued fraction of Laplace far out. */
function complementaryError(x: number): number {
  const density = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x > 2.5) {
    let fraction = x;
    for (let k = 80; k >= 1; k--) fraction = x + k / 2 / fraction;
    return density / fraction;
  }
  let term = x;
  let sum = x;
  for (let k = 1; k <= 60; k++) {
    term *= (2 * x * x) / (2 * k + 1);
    sum += term;
  }
  return 1 - 2 * density * sum;
}
