/** Takes pieces of the columns k, k + 1, k + 2 and k + 3. */
export type VisitFour = (
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  k: number,
) => void;

/**
 * Visits the pieces of `count` columns four at a time, since a loop over four costs half of four loops over
 * one; `filler` stands for the columns that the last four lack.
 */
export function inFours(
  count: number,
  piece: (k: number) => Float64Array,
  filler: Float64Array,
  visit: VisitFour,
): void {
  const pieceOf = (k: number) => (k < count ? piece(k) : filler);
  for (let k = 0; k < count; k += 4) {
    visit(pieceOf(k), pieceOf(k + 1), pieceOf(k + 2), pieceOf(k + 3), k);
  }
}
