const indexed = /^(.+)\[\d+\]$/;

/** The name of the array that `probs[0]` is a column of; undefined for other names. */
export function matrixOf(name: string): string | undefined {
  return indexed.exec(name)?.[1];
}

/** What belongs to the columns of each array of rows, by the array's name. */
export function matrices<T extends { readonly name: string }>(
  columns: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const column of columns) {
    const name = matrixOf(column.name);
    if (name === undefined) continue;
    const own = found.get(name) ?? [];
    own.push(column);
    found.set(name, own);
  }
  return found;
}
