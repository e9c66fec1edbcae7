import type { Axis } from '../../core/training/history';

/** A curve as far as restarts are concerned: where it has a cell. */
export type HasCell = (row: number) => boolean;

/**
 * Cuts rows into runs where the log starts again: where a curve's x goes back and the same x occurs twice,
 * or where an epoch is repeated. Rows that are merely out of order stay together, to be sorted.
 */
export function cutAtRestarts(
  rows: Int32Array,
  x: Axis,
  curves: readonly HasCell[],
): readonly Int32Array[] {
  const cuts = restartsOf(rows, x, curves);
  if (cuts.length === 0 || !someXTwice(rows, x, curves)) return [rows];
  const ends = [...cuts, rows.length];
  return ends.map((end, i) => rows.subarray(i === 0 ? 0 : ends[i - 1], end));
}

/** Without an x a log starts again where its header stands again. */
export function cutAtHeaders(
  rows: Int32Array,
  headers: ReadonlySet<number>,
): readonly Int32Array[] {
  const starts = [...headers].map(header => rows.findIndex(row => row > header));
  const cuts = [...new Set([0, ...starts.filter(start => start > 0), rows.length])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => rows.subarray(cuts[i], end));
}

function restartsOf(rows: Int32Array, x: Axis, curves: readonly HasCell[]): readonly number[] {
  const cuts: number[] = [];
  const last = new Float64Array(curves.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const value = x.values[row]!;
    if (Number.isNaN(value)) continue;
    if (curves.some((has, c) => goesBack(value, last[c]!, x.kind) && has(row))) {
      cuts.push(i);
      last.fill(Number.NEGATIVE_INFINITY);
    }
    for (let c = 0; c < curves.length; c++) if (curves[c]!(row)) last[c] = value;
  }
  return cuts;
}

function goesBack(value: number, last: number, kind: Axis['kind']): boolean {
  return kind === 'epoch' ? value <= last : value < last;
}

function someXTwice(rows: Int32Array, x: Axis, curves: readonly HasCell[]): boolean {
  return curves.some(has => {
    const seen = new Set<number>();
    for (const row of rows) {
      const value = x.values[row]!;
      if (Number.isNaN(value) || !has(row)) continue;
      if (seen.has(value)) return true;
      seen.add(value);
    }
    return false;
  });
}
