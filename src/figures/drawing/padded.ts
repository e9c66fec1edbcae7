/** Parts of what is narrower than this have too few digits to tell apart. */
export const narrowest = 1e-300;

/** A range with a little air on both sides; a single value gets a unit of its own size. */
export function padded(min: number, max: number, air = 0.04): readonly [number, number] {
  if (!(max >= min)) return [0, 1];
  const width = max - min >= narrowest ? max - min : Math.max(Math.abs(max), 1);
  return [min - width * air, max + width * air];
}
