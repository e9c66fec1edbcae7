// AssemblyScript: compiled to WebAssembly by the build, checked by its own compiler.
import {
  behindBlanks,
  behindBreak,
  isLineBreak,
  separator,
  setSeparator,
  space,
  writeEnds,
} from './bytes';
import { isNumber, readCell } from './cells';
import { powersOfFive } from './decimal';

/** What is done with each column, as `readCell` understands it. */
let actions: usize = 0;
let columns: i32 = 0;
/** The header's bytes, which are no data when they come again. */
let header: usize = 0;
let headerLength: usize = 0;
let comment: i32 = -1;
/** The places of separators and line breaks that have not been passed. */
let ends: usize = 0;
/** Where results go: starts of the rows, and the columns of numbers one behind the other. */
let starts: usize = 0;
let values: usize = 0;
/** Rows that fit into a column of numbers. */
let capacity: i32 = 0;

/** Rows that the last scan has read. */
export let rows: i32 = 0;
/** Bounds of the numbers of the column that was surveyed last. */
export let smallest: f64 = 0;
export let largest: f64 = 0;

/** Memory from here on belongs to whoever loads this. */
export function freeMemory(): usize {
  return __heap_base;
}

/** Where the powers of five must be put before anything is scanned. */
export function fivesTable(): usize {
  return powersOfFive;
}

export function setDialect(byte: u32, commentByte: i32, headerAt: usize, length: usize): void {
  setSeparator(byte);
  comment = commentByte;
  header = headerAt;
  headerLength = length;
}

export function setColumns(
  actionsAt: usize,
  count: i32,
  startsAt: usize,
  valuesAt: usize,
  rowsThatFit: i32,
): void {
  actions = actionsAt;
  columns = count;
  starts = startsAt;
  values = valuesAt;
  capacity = rowsThatFit;
}

/** Takes the bytes [at, end) for scanning; 64 readable bytes that end no cell must follow them. */
export function setBytes(at: usize, end: usize, endsAt: usize): void {
  ends = endsAt;
  writeEnds(at, end, endsAt);
}

/**
 * Reads at most `most` records from `at` on, until one starts at `stop` or behind or is odd: no data, ragged,
 * with a quote that does not simply enclose its cell. Returns where the next record starts. A line break
 * must end the bytes.
 */
export function scan(at: usize, stop: usize, most: i32): usize {
  let next = at;
  let row = 0;
  for (; next < stop && row < most && !isNoData(next); row++) {
    const before = ends;
    const end = readRecord(next, row);
    if (end === 0) {
      ends = before;
      break;
    }
    store<u32>(starts + ((<usize>row) << 2), <u32>next);
    next = behindBreak(end);
  }
  rows = row;
  return next;
}

/**
 * How many of the last scan's rows have no number in the column of numbers with this index; the others lie
 * between `smallest` and `largest`.
 */
export function survey(index: i32): i32 {
  const start = values + ((<usize>(index * capacity)) << 3);
  const end = start + ((<usize>rows) << 3);
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(-Infinity);
  let missing = i64x2.splat(0);
  const odd = (rows & 1) === 1;
  // Two rows at a time; an odd last one stands behind itself again, where there is room for an even number.
  if (odd) store<f64>(end, load<f64>(end - 8));
  for (let at = start; at < end; at += 16) {
    const pair = v128.load(at);
    low = f64x2.pmin(low, pair);
    high = f64x2.pmax(high, pair);
    missing = i64x2.sub(missing, f64x2.ne(pair, pair));
  }
  smallest = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  largest = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  const count = <i32>(i64x2.extract_lane(missing, 0) + i64x2.extract_lane(missing, 1));
  return count - i32(odd && isNaN(load<f64>(end)));
}

/** True for a blank line, a remark and a repeated header. */
function isNoData(at: usize): bool {
  const byte: u32 = load<u8>(at);
  if (isLineBreak(byte) || byte === <u32>comment) return true;
  return headerLength !== 0 && byte === <u32>load<u8>(header) && isHeader(at);
}

function isHeader(at: usize): bool {
  for (let i: usize = 1; i < headerLength; i++) {
    if (load<u8>(at + i) !== load<u8>(header + i)) return false;
  }
  return isLineBreak(load<u8>(at + headerLength));
}

/** Reads the cells of a record; returns its line break, or 0 when the record is odd. */
function readRecord(at: usize, row: i32): usize {
  let place = values + ((<usize>row) << 3);
  let cell = behindGap(at);
  for (let column = 0; column < columns; column++) {
    passEnds(cell);
    const action: u32 = load<u8>(actions + column);
    const end = readCell(action, cell, load<u32>(ends), column, row, place);
    if (end === 0) return 0;
    if (isNumber(action)) place += (<usize>capacity) << 3;
    const next = behindGap(end);
    if (isLineBreak(load<u8>(next))) return column + 1 === columns ? next : 0;
    cell = separator === space ? next : next + 1;
  }
  // A separator behind the last cell says nothing.
  return separator !== space && isLineBreak(load<u8>(cell)) ? cell : 0;
}

/** Behind the blanks at `at` where any run of them separates. */
function behindGap(at: usize): usize {
  return separator === space ? behindBlanks(at) : at;
}

/** Passes the ends before `at`. */
function passEnds(at: usize): void {
  let next = ends;
  while (load<u32>(next) < <u32>at) next += 4;
  ends = next;
}
