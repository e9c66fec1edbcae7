const cells = 16384;

/**
 * Finds how many of ascending numbers are <= x. The cell of x says between which two places the answer lies,
 * mostly next to one another, so that no search is left.
 */
export function placeAmong(ascending: Float64Array): (x: number) => number {
  const low = ascending[0] ?? 0;
  const scale = cells / ((ascending.at(-1) ?? 0) - low);
  const cellOf = (x: number) => Math.max(0, Math.min(cells - 1, (x - low) * scale)) | 0;
  const starts = new Int32Array(cells + 1);
  for (const x of ascending) starts[cellOf(x) + 1]! += 1;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  return x => {
    const cell = cellOf(x);
    let from = starts[cell]!;
    let to = starts[cell + 1]!;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ascending[middle]! <= x) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}
