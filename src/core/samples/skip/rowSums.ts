import { linesText, plural } from '../../../shared/text';
import { fillLength, forEachFilled } from '../../statistics/fill';
import { inFours } from '../../statistics/inFours';
import type { MulticlassModel, NumberColumn } from '../samples';
import type { SkipLog } from './skipLog';

const tolerance = 1e-3;
const maxLines = 100;
const zeros = new Float64Array(fillLength);

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
  const check = (sums: Float64Array, from: number) => {
    for (let i = 0; i < sums.length; i++) {
      if (Math.abs(sums[i]! - 1) <= tolerance || log.has(from + i)) continue;
      count++;
      const line = lines.length < maxLines ? lineOf(from + i) : null;
      if (line !== null) lines.push(line);
    }
  };
  forEachFilled(rows, (from, out) => addUp(columns, from, out), check);
  if (count === 0) return null;
  const where = lines.length === 0 ? '' : ` (${linesText(lines)})`;
  return `${model.name}: the probabilities of ${plural(count, 'row')} do not sum to 1 within 0.001${where}; they are used as they are, without rescaling.`;
}

/** Sums over the columns, of as many rows from `from` on as `sums` has. */
function addUp(columns: readonly NumberColumn[], from: number, sums: Float64Array): void {
  const piece = (k: number) => columns[k]!.values.subarray(from, from + sums.length);
  sums.fill(0);
  inFours(columns.length, piece, zeros, (a, b, c, d) => addFour(a, b, c, d, sums));
}

function addFour(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  sums: Float64Array,
): void {
  for (let i = 0; i < sums.length; i++) sums[i]! += a[i]! + b[i]! + (c[i]! + d[i]!);
}
