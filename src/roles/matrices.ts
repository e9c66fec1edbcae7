/** A column of an array of rows, as its name tells: `probs[0]`. */
interface MatrixColumn {
  readonly matrix: string;
  readonly index: string;
}

/** undefined for names of other columns. */
export function matrixColumn(name: string): MatrixColumn | undefined {
  const [, matrix, index] = /^(.+)\[(\d+)\]$/.exec(name) ?? [];
  return matrix === undefined || index === undefined ? undefined : { matrix, index };
}

/** What belongs to the columns of each array of rows, by the array's name. */
export function matrices<T extends { readonly name: string }>(
  columns: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const column of columns) {
    const part = matrixColumn(column.name);
    if (part === undefined) continue;
    const own = found.get(part.matrix) ?? [];
    own.push(column);
    found.set(part.matrix, own);
  }
  return found;
}
