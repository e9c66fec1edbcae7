/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `width`, which is positive. */
export function niceStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 2.5, 5].find(factor => factor * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}
