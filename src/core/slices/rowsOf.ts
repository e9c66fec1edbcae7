import type { ModelSamples } from '../samples/modelSamples';

/** The data row of every sample. */
export function rowsOf({ n, rows }: ModelSamples): Int32Array {
  if (rows !== null) return rows;
  const own = new Int32Array(n);
  for (let i = 0; i < n; i++) own[i] = i;
  return own;
}
