import { linesText } from '../shared/text';
import type { PredictionData } from './predictionData';
import { type ModelSamples, rowOf } from './samples/modelSamples';

/** Of more rows than this a list of lines helps nobody. */
const maxLines = 100;

/** Lines of the given samples, the first 100, without those that have none. */
export function linesAt(
  data: PredictionData,
  model: ModelSamples,
  indices: Iterable<number>,
): number[] {
  const lines: number[] = [];
  for (const i of indices) {
    const line = data.lineOf(rowOf(model, i));
    if (line !== null) lines.push(line);
    if (lines.length === maxLines) break;
  }
  return lines;
}

/** ` (lines 3-5)` for a sentence about `count` rows; empty when they are too many or have no lines. */
export function whereText(lines: readonly number[], count: number): string {
  return lines.length > 0 && count <= maxLines ? ` (${linesText(lines)})` : '';
}
