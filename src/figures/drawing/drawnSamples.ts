import type { PredictionData } from '../../core/predictionData';
import { type ModelSamples, rowOf } from '../../core/samples/modelSamples';

/** More points than this are not told apart, and drawing them takes longer than a blink. */
export const maxPoints = 5000;

/** Which samples are drawn one by one: all while they are few, else the `worst` so many and evenly spaced others. */
export function drawnSamples(
  n: number,
  most: number,
  worst: (count: number) => readonly number[],
): Int32Array {
  if (n <= most) return Int32Array.from({ length: n }, (_, i) => i);
  return evenlySpread(n, most, worst(Math.ceil(most * worstShare)));
}

/** Share of the drawn samples that are the worst. */
export const worstShare = 0.1;

/** The given samples and evenly spaced others, `most` together, ascending. */
function evenlySpread(n: number, most: number, worst: readonly number[]): Int32Array {
  const others = most - worst.length;
  const chosen = new Set(worst);
  for (let i = 0; i < others; i++) chosen.add(Math.floor((i * n) / others));
  return Int32Array.from(chosen).sort();
}

/** Where samples stand in the source, for the points that show them. */
export function placesOf(
  data: PredictionData,
  model: ModelSamples,
  indices: Int32Array,
): { readonly rows: Int32Array; readonly lines: Int32Array } {
  const rows = indices.map(i => rowOf(model, i));
  return { rows, lines: rows.map(row => data.lineOf(row) ?? 0) };
}

/** The line of sample `i`, as a table row wants it. */
export function lineAt(
  data: PredictionData,
  model: ModelSamples,
  i: number,
): { readonly line?: number } {
  const line = data.lineOf(rowOf(model, i));
  return line === null ? {} : { line };
}
