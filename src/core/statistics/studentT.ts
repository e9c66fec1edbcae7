/** 97.5 % point of the normal distribution: 95 % lie within z standard deviations. */
export const z = 1.959963984540054;

/**
 * 97.5 % point of Student's t with `freedom` degrees, 9 or more: the expansion about the normal one, within
 * 0.0003. Source: Abramowitz and Stegun 26.7.5.
 */
export function studentT(freedom: number): number {
  const squared = z * z;
  const first = ((squared + 1) * z) / 4;
  const second = (((5 * squared + 16) * squared + 3) * z) / 96;
  const third = ((((3 * squared + 19) * squared + 17) * squared - 15) * z) / 384;
  return z + (first + (second + third / freedom) / freedom) / freedom;
}
