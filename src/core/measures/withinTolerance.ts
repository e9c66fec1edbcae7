/** Whether a prediction is as good as right: |error| <= tolerance |target|. */
export function isWithin(prediction: number, target: number, tolerance: number): boolean {
  return Math.abs(prediction - target) <= tolerance * Math.abs(target);
}

/** 1 where a prediction is within the tolerance, else 0, from sample `from` on. */
export function areWithin(
  { prediction, target }: { readonly prediction: Float64Array; readonly target: Float64Array },
  tolerance: number,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++)
    out[i] = Number(isWithin(prediction[from + i]!, target[from + i]!, tolerance));
}
