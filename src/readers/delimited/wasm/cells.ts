// AssemblyScript: compiled to WebAssembly by the build, checked by its own compiler.
import { behindSpaces, isBlank, isEnd, isLineBreak, quote, separator, space } from './bytes';
import { numberEnd, parseNumber, plainNumber } from './decimal';

/** Takes the text [start, end) of a cell; where quotes in it are doubled, `doubled` is true. */
declare function text(column: i32, row: i32, start: usize, end: usize, doubled: bool): void;
/** The number that such a text stands for, or NaN. */
declare function word(column: i32, row: i32, start: usize, end: usize, doubled: bool): f64;

const skip: u32 = 0;
const decimalCommas: u32 = 2;
const texts: u32 = 3;

/** The content of the cell that was found last. */
let spanStart: usize = 0;
let spanEnd: usize = 0;
let doubled: bool = false;

/** True for actions that write a number. */
export function isNumber(action: u32): bool {
  return action !== skip && action !== texts;
}

/**
 * Does with the cell at `at` what `action` says: 0 skips it, 1 and 2 write the number it holds to `place`,
 * with a decimal point or a decimal comma, 3 hands over its text. `end` is the first separator or line break
 * from `at` on. Returns the cell's own end, which may be further when it is in quotes; 0 when it is odd.
 */
export function readCell(
  action: u32,
  at: usize,
  end: usize,
  column: i32,
  row: i32,
  place: usize,
): usize {
  if (action === skip) {
    const byte: u32 = load<u8>(at);
    return byte === quote || isBlank(byte) ? findSpan(at, end) : end;
  }
  if (action === texts) {
    const close = findSpan(at, end);
    if (close !== 0) text(column, row, spanStart, spanEnd, doubled);
    return close;
  }
  const decimalComma = action === decimalCommas;
  const value = plainNumber(at, end, decimalComma);
  if (isNaN(value)) return oddNumber(at, end, column, row, place, decimalComma);
  store<f64>(place, value);
  return end;
}

/** Any other number, perhaps padded or in quotes, a missing one, or whatever JavaScript makes of the cell. */
function oddNumber(
  at: usize,
  end: usize,
  column: i32,
  row: i32,
  place: usize,
  decimalComma: bool,
): usize {
  let start = separator === space ? at : behindSpaces(at);
  const quoted = <u32>load<u8>(start) === quote;
  if (quoted) start++;
  const value = parseNumber(start, decimalComma);
  let close = numberEnd;
  if (close !== start && (!quoted || <u32>load<u8>(close++) === quote)) {
    if (separator !== space) close = behindSpaces(close);
    if (isEnd(load<u8>(close))) {
      store<f64>(place, value);
      return close;
    }
  }
  if (end === at) {
    store<f64>(place, NaN);
    return end;
  }
  close = findSpan(at, end);
  if (close !== 0) store<f64>(place, word(column, row, spanStart, spanEnd, doubled));
  return close;
}

/** Finds the content of a cell without its quotes and outer blanks; returns the cell's end, or 0. */
function findSpan(at: usize, end: usize): usize {
  let start = at;
  while (start < end && isBlank(load<u8>(start))) start++;
  let close = end;
  spanEnd = end;
  doubled = false;
  if (<u32>load<u8>(start) === quote) {
    start++;
    close = behindQuote(start);
    if (close === 0) return 0;
    spanEnd = close - 1;
  }
  while (start < spanEnd && isBlank(load<u8>(start))) start++;
  while (spanEnd > start && isBlank(load<u8>(spanEnd - 1))) spanEnd--;
  spanStart = start;
  return close;
}

/** The end of a cell whose quotes open before `at`; 0 when a line break stands in them or more behind them. */
function behindQuote(at: usize): usize {
  let close = at;
  while (true) {
    const byte: u32 = load<u8>(close++);
    if (isLineBreak(byte)) return 0;
    if (byte !== quote) continue;
    if (<u32>load<u8>(close) !== quote) return isEnd(load<u8>(close)) ? close : 0;
    doubled = true;
    close++;
  }
}
