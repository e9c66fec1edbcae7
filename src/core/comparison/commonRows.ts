import { type ModelSamples, rowOf } from '../samples/modelSamples';
import { type Fill, fillLength } from '../statistics/fill';

/** The rows that several models share: entry m holds model m's sample indices, all in the same order of rows. */
export interface CommonRows {
  readonly n: number;
  /** null when every sample of the model is common. */
  readonly samples: readonly (Int32Array | null)[];
}

/** Rows that every model can be judged on. */
export function commonRows(models: readonly ModelSamples[]): CommonRows {
  const first = models[0];
  if (first === undefined) return { n: 0, samples: [] };
  if (models.every(model => sameRows(model, first)))
    return { n: first.n, samples: models.map(() => null) };
  const rows = models.map(model => (model.n === 0 ? 0 : rowOf(model, model.n - 1) + 1));
  const users = new Uint16Array(Math.max(...rows));
  for (const model of models) for (let i = 0; i < model.n; i++) users[rowOf(model, i)]! += 1;
  const samples = models.map(model => {
    const shared = new Int32Array(model.n);
    let count = 0;
    for (let i = 0; i < model.n; i++) {
      if (users[rowOf(model, i)] === models.length) shared[count++] = i;
    }
    return shared.slice(0, count);
  });
  return { n: samples[0]!.length, samples };
}

function sameRows(a: ModelSamples, b: ModelSamples): boolean {
  if (a.n !== b.n) return false;
  if (a.rows === b.rows) return true;
  for (let i = 0; i < a.n; i++) if (rowOf(a, i) !== rowOf(b, i)) return false;
  return true;
}

/** At most `most` of the common rows, evenly spaced. */
export function thinned(common: CommonRows, most: number): CommonRows {
  if (common.n <= most) return common;
  const step = Math.ceil(common.n / most);
  const n = Math.ceil(common.n / step);
  const samples = common.samples.map(own =>
    Int32Array.from({ length: n }, (_, i) => (own === null ? i * step : own[i * step]!)),
  );
  return { n, samples };
}

/** The values of the common samples. */
export function picked(values: Float64Array, samples: Int32Array | null): Float64Array {
  if (samples === null) return values;
  const found = new Float64Array(samples.length);
  for (let j = 0; j < found.length; j++) found[j] = values[samples[j]!]!;
  return found;
}

/** Where fewer than one in so many samples are picked, they are computed one by one. */
const sparse = 8;

/** The values of the common samples of a model with n samples; `samples` ascend. */
export function pickedFill(n: number, fill: Fill, samples: Int32Array | null): Fill {
  if (samples === null) return fill;
  const piece = new Float64Array(samples.length * sparse < n ? 1 : Math.min(n, fillLength));
  return (from, out) => {
    let start = -piece.length;
    for (let k = 0; k < out.length; k++) {
      const i = samples[from + k]!;
      if (i >= start + piece.length) {
        start = i;
        fill(start, piece.subarray(0, n - start));
      }
      out[k] = piece[i - start]!;
    }
  };
}

/** Says that two or more models are compared on fewer rows than one of them has. */
export function commonRowsText(models: readonly ModelSamples[], { n }: CommonRows): string {
  return models.some(model => model.n > n) ? ` Compared on the ${n} rows they share.` : '';
}
