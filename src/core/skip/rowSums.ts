import type { MulticlassModel, NumberColumn } from '../samples';
import { linesText, plural } from '../text';
import type { SkipLog } from './skipLog';

const tolerance = 1e-3;
const mostLines = 100;
/** Rows whose sums are computed together. */
const pieceLength = 1024;

/** A note when rows of class probabilities do not sum to 1; they are used as they are. */
export function rowSumNote(
  model: MulticlassModel,
  log: SkipLog,
  lineOf: (row: number) => number | null,
): string | null {
  const columns = model.probabilities ?? [];
  const rows = columns[0]?.values.length ?? 0;
  let count = 0;
  const lines: number[] = [];
  const sums = new Float64Array(Math.min(rows, pieceLength));
  for (let row = 0; row < rows; row++) {
    if (row % pieceLength === 0) addUp(columns, row, sums);
    if (Math.abs(sums[row % pieceLength]! - 1) <= tolerance || log.has(row)) continue;
    count++;
    const line = lines.length < mostLines ? lineOf(row) : null;
    if (line !== null) lines.push(line);
  }
  if (count === 0) return null;
  const where = lines.length === 0 ? '' : ` (${linesText(lines)})`;
  return `${model.name}: the probabilities of ${plural(count, 'row')} do not sum to 1 within 0.001${where}; they are used as they are, without rescaling.`;
}

/** Sums over the columns, of as many rows from `from` on as there are. */
function addUp(columns: readonly NumberColumn[], from: number, sums: Float64Array): void {
  sums.fill(0);
  for (const { values } of columns) {
    const length = Math.min(sums.length, values.length - from);
    for (let i = 0; i < length; i++) sums[i]! += values[from + i]!;
  }
}
