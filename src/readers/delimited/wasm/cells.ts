// AssemblyScript: compiled to WebAssembly by the build, checked by its own compiler.
import { behindSpaces, isBlank, isEnd, isLineBreak, quote, separator, space } from './bytes';
import { numberEnd, parseNumber } from './decimal';

/** Takes the text [start, end) of a cell. */
declare function text(column: i32, row: i32, start: usize, end: usize): void;
/** The number that the text [start, end) stands for, or NaN. */
declare function word(column: i32, row: i32, start: usize, end: usize): f64;

const skip: u32 = 0;
const decimalCommas: u32 = 2;
const texts: u32 = 3;

/** The content of the cell that was found last. */
let spanStart: usize = 0;
let spanEnd: usize = 0;

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
    return byte === quote || isBlank(byte) ? oddEnd(at, end) : end;
  }
  if (action === texts) {
    const close = findSpan(at, end);
    if (close !== 0) text(column, row, spanStart, spanEnd);
    return close;
  }
  const decimalComma = action === decimalCommas;
  const value = parseNumber(at, decimalComma);
  if (numberEnd !== end || end === at) return oddNumber(at, end, column, row, place, decimalComma);
  store<f64>(place, value);
  return end;
}

/** A number that is padded or in quotes, a missing one, or whatever JavaScript makes of the cell. */
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
  if (close !== 0) store<f64>(place, word(column, row, spanStart, spanEnd));
  return close;
}

/** Finds the content of a cell without its quotes and outer blanks; returns the cell's end, or 0. */
function findSpan(at: usize, end: usize): usize {
  let start = at;
  let close = end;
  while (start < end && isBlank(load<u8>(start))) start++;
  if (<u32>load<u8>(start) === quote) {
    start++;
    spanEnd = start;
    while (<u32>load<u8>(spanEnd) !== quote) {
      if (isLineBreak(load<u8>(spanEnd))) return 0;
      spanEnd++;
    }
    close = spanEnd + 1;
    if (!isEnd(load<u8>(close))) return 0;
  } else spanEnd = end;
  while (start < spanEnd && isBlank(load<u8>(start))) start++;
  while (spanEnd > start && isBlank(load<u8>(spanEnd - 1))) spanEnd--;
  spanStart = start;
  return close;
}

/** The end of a cell that nobody wants; 0 when a line break stands inside its quotes. */
function oddEnd(at: usize, end: usize): usize {
  if (<u32>load<u8>(at) !== quote) return findSpan(at, end);
  let close = at + 1;
  while (true) {
    const byte: u32 = load<u8>(close);
    if (byte === quote && <u32>load<u8>(++close) !== quote) break;
    if (isLineBreak(byte)) return 0;
    close++;
  }
  return isEnd(load<u8>(close)) ? close : 0;
}
