import type { Axis } from '../../core/training/history';
import { carried } from './rowOrder';

/** A curve as far as restarts are concerned: where it has a cell. */
export type HasCell = (row: number) => boolean;

/** The rows of one run, and what was left out where its log goes back and on again. */
export interface RunRows {
  readonly rows: Int32Array;
  /** x from which on a later part of the log replaces what an earlier part said. */
  readonly resumedAt: readonly number[];
  /** Rows that tell an earlier x again, as a closing line about the best epoch does. */
  readonly toldAgain: number;
}

/**
 * Cuts rows into runs where the log starts again: where a curve's x goes back to where it began and the same
 * x occurs twice. A log that goes back to a later x was resumed there and goes on; its later part counts.
 * Rows that are merely out of order stay together, to be sorted.
 */
export function cutAtRestarts(
  rows: Int32Array,
  x: Axis,
  curves: readonly HasCell[],
): readonly RunRows[] {
  const cuts = isRising(rows, x.values) ? [] : goingBack(rows, x, curves);
  if (cuts.length === 0 || !someXTwice(rows, x, curves)) return [whole(rows)];
  const keys = carried(rows, x.values);
  const runs: OpenRun[] = [];
  const starts = [0, ...cuts];
  for (const [i, start] of starts.entries()) {
    const part = Array.from(
      { length: (starts[i + 1] ?? rows.length) - start },
      (_, k) => start + k,
    );
    const run = runs.at(-1);
    if (run === undefined || keys[start]! <= keys[run.at[0]!]!) runs.push(open(part));
    else goOn(run, part, keys);
  }
  return runs.map(({ at, resumedAt, toldAgain }) => ({
    rows: Int32Array.from(at, i => rows[i]!),
    resumedAt,
    toldAgain,
  }));
}

/** Without an x a log starts again where its header stands again. */
export function cutAtHeaders(rows: Int32Array, headers: ReadonlySet<number>): readonly RunRows[] {
  const starts = [...headers].map(header => rows.findIndex(row => row > header));
  const cuts = [...new Set([0, ...starts.filter(start => start > 0), rows.length])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => whole(rows.subarray(cuts[i], end)));
}

function isRising(rows: Int32Array, x: Float64Array): boolean {
  for (let i = 1; i < rows.length; i++) if (!(x[rows[i]!]! > x[rows[i - 1]!]!)) return false;
  return true;
}

function whole(rows: Int32Array): RunRows {
  return { rows, resumedAt: [], toldAgain: 0 };
}

interface OpenRun {
  /** Places in the list of rows. */
  at: number[];
  readonly resumedAt: number[];
  toldAgain: number;
}

function open(at: number[]): OpenRun {
  return { at, resumedAt: [], toldAgain: 0 };
}

/**
 * Adds a part that begins inside the run: it replaces what it repeats, unless it only mentions some of it, as a
 * single row at the end does.
 */
function goOn(run: OpenRun, part: readonly number[], keys: Float64Array): void {
  const start = keys[part[0]!]!;
  const end = keys[run.at.at(-1)!]!;
  const again = part.findIndex(i => keys[i]! > end);
  const repeated = again < 0 ? part.length : again;
  const older = tailFrom(run.at, keys, start, 2 * repeated + 1);
  const isClosing = again < 0 && part.length === 1;
  if (older <= 2 * repeated && !isClosing) {
    run.at.length -= older;
    run.resumedAt.push(start);
    for (const i of part) run.at.push(i);
  } else {
    run.toldAgain += repeated;
    for (const i of part.slice(repeated)) run.at.push(i);
  }
}

/** How many of the last places have an x from `start` on; no more than `most` are counted. */
function tailFrom(at: readonly number[], keys: Float64Array, start: number, most: number): number {
  let count = 0;
  while (count < most && count < at.length && keys[at[at.length - 1 - count]!]! >= start)
    count += 1;
  return count;
}

function goingBack(rows: Int32Array, x: Axis, curves: readonly HasCell[]): readonly number[] {
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
  return kind === 'epoch' && Number.isInteger(value) ? value <= last : value < last;
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
