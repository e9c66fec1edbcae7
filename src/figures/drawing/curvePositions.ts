/** Positions from min to max with the special ones among them, ascending; at most `count` + the special ones. */
export function curvePositions(
  min: number,
  max: number,
  count: number,
  special: readonly number[],
): Float64Array {
  const positions = new Set(special.filter(x => x >= min && x <= max));
  for (let i = 0; i < count; i++) positions.add(min + ((max - min) * i) / (count - 1));
  return Float64Array.from(positions).sort();
}
