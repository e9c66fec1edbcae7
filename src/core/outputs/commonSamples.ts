import { type ModelSamples, rowOf } from '../samples/modelSamples';

/** The rows that several models have in common, and where each of them has them. */
export interface CommonSamples {
  readonly n: number;
  /** The sample of model `k` that is the common row `i`. */
  readonly at: (k: number, i: number) => number;
}

/** Linear in the samples; their rows ascend. */
export function commonSamples(models: readonly ModelSamples[]): CommonSamples {
  const [first] = models;
  if (first === undefined) return { n: 0, at: () => 0 };
  const areWhole = models.every(({ rows, n }) => rows === null && n === first.n);
  if (areWhole) return { n: first.n, at: (_, i) => i };
  const rows = models.reduce<Int32Array>((kept, model) => among(kept, model), rowsIn(first));
  const places = models.map(model => placesOf(rows, model));
  return { n: rows.length, at: (k, i) => places[k]![i]! };
}

function rowsIn(model: ModelSamples): Int32Array {
  return model.rows ?? Int32Array.from({ length: model.n }, (_, i) => i);
}

/** Those of the rows that the model has. */
function among(rows: Int32Array, model: ModelSamples): Int32Array {
  let i = 0;
  return rows.filter(row => {
    while (i < model.n && rowOf(model, i) < row) i++;
    return i < model.n && rowOf(model, i) === row;
  });
}

function placesOf(rows: Int32Array, model: ModelSamples): Int32Array {
  let i = 0;
  return rows.map(row => {
    while (rowOf(model, i) < row) i++;
    return i;
  });
}
