// AssemblyScript: compiled to WebAssembly by the build, checked by its own compiler.

/** Reads the text of [start, end) as JavaScript does: for the few numbers that are in doubt here. */
declare function slowNumber(start: usize, end: usize): f64;

const dot: u32 = 0x2e;
const comma: u32 = 0x2c;
const minus: u32 = 0x2d;
const plus: u32 = 0x2b;
const zero: u32 = 0x30;

/** 128 bits of every power of five from 5^-largest to 5^largest, filled in by whoever loads this. */
const largestPower: i32 = 64;
export const powersOfFive: usize = memory.data((2 * largestPower + 1) * 16, 16);
const powersOfTen: usize = memory.data<u64>([
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000,
]);
/** From place n on: 16 bytes of which the last n keep the digit of a byte. */
const lastDigits: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,
  15, 15, 15, 15,
]);
/** Constants that are faster to load than to make. */
const zeros: usize = memory.data<u64>([0x3030303030303030, 0x3030303030303030], 16);
const nines: usize = memory.data<u64>([0x0909090909090909, 0x0909090909090909], 16);
const pairWeights: usize = memory.data<u16>([2561, 2561, 2561, 2561, 2561, 2561, 2561, 2561], 16);
const fourWeights: usize = memory.data<u16>([100, 1, 100, 1, 100, 1, 100, 1], 16);
const eightWeights: usize = memory.data<u16>([10000, 1, 10000, 1, 10000, 1, 10000, 1], 16);
/** A whole number up to this can take another 16 digits. */
const maxBeforeSixteen: u64 = 1843;
/** Digits that any eight can take. */
const maxBehindEight: i32 = 11;

/** Where the number that was parsed last ended. */
export let numberEnd: usize = 0;

/**
 * The number that fills [start, end), if it has the commonest shape: perhaps a minus, 1 to 8 digits, perhaps a
 * point and up to 24 digits. NaN for all others. Where it ends is known, so that all digits are read at once.
 */
export function plainNumber(start: usize, end: usize, decimalComma: bool): f64 {
  const negative = <u32>load<u8>(start) === minus;
  const digits = start + usize(negative);
  const eight = load<u64>(digits) ^ 0x3030303030303030;
  const count = countOfEight(eight);
  if (count === 0) return NaN;
  const whole = joinEight(eight << (64 - (count << 3)));
  const places = digits + <usize>count + 1;
  let value = <f64>whole;
  if (end !== places - 1) {
    if (<u32>load<u8>(places - 1) !== (decimalComma ? comma : dot)) return NaN;
    value = withFraction(whole, places, end);
  }
  return negative ? -value : value;
}

/** A whole number below 10^8 with the decimals in [places, end); NaN when these are no digits or too many. */
function withFraction(whole: u64, places: usize, end: usize): f64 {
  const fraction = <i32>(end - places);
  let leading = whole;
  let rest = fraction;
  if (fraction > 16) {
    if (fraction > 24 || digitCount(end - 16) !== 16) return NaN;
    rest = 16;
    leading = whole * powerOfTen(fraction - 16) + lastOf(end - 16, fraction - 16);
  }
  if (digitCount(places) !== min(fraction, 16)) return NaN;
  if (leading > maxBeforeSixteen && rest > maxBehindEight) return NaN;
  return scaled(leading * powerOfTen(rest) + lastOf(end, rest), -fraction);
}

/**
 * The number at `start` (sign, digits, point, digits, exponent), equal to `Number(text)` to the bit; sets
 * `numberEnd`, which is `start` when there is none. Some byte that is no digit must follow within 32 bytes
 * of readable memory.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one pass over the digits, which is what makes it fast.
export function parseNumber(start: usize, decimalComma: bool): f64 {
  const sign: u32 = load<u8>(start);
  const digits = sign === minus || sign === plus ? start + 1 : start;
  const count = digitCount(digits);
  if (count === 16) return slowly(start, digits, decimalComma);
  let whole = lastOf(digits + <usize>count, count);
  let at = digits + <usize>count;
  let fraction = 0;
  if (<u32>load<u8>(at) === (decimalComma ? comma : dot)) {
    const places = at + 1;
    fraction = digitCount(places);
    at = places + <usize>fraction;
    if (whole > maxBeforeSixteen && !hasRoom(whole, fraction))
      return slowly(start, digits, decimalComma);
    whole = whole * powerOfTen(fraction) + lastOf(at, fraction);
    if (fraction === 16) {
      const more = digitCount(at);
      if (more === 16 || !hasRoom(whole, more)) return slowly(start, digits, decimalComma);
      at += <usize>more;
      fraction += more;
      whole = whole * powerOfTen(more) + lastOf(at, more);
    }
    if (fraction === 0 && count === 0) at = digits;
  }
  if (at === digits) {
    numberEnd = start;
    return NaN;
  }
  numberEnd = at;
  const exponent = (<u32>load<u8>(at) | 0x20) === 0x65 ? exponentAt(at) : 0;
  const value = scaled(whole, exponent - fraction);
  if (isNaN(value)) return slowNumber(start, numberEnd);
  return sign === minus ? -value : value;
}

/** Digits before the first byte that is none, given the bytes as the values of digits; at most 8. */
function countOfEight(values: u64): i32 {
  const others = ((values + 0x7676767676767676) | values) & 0x8080808080808080;
  return <i32>ctz(others) >> 3;
}

/** The number that eight values make, the first in the lowest byte. */
function joinEight(values: u64): u64 {
  const pairs = (values * 2561) >>> 8;
  const fours = ((pairs & 0x00ff00ff00ff00ff) * 6553601) >>> 16;
  return ((fours & 0x0000ffff0000ffff) * 42949672960001) >>> 32;
}

/** True when `count` more digits leave the number below 2^64. */
function hasRoom(whole: u64, count: i32): bool {
  return whole < 18_446_744_073_709_551_615 / powerOfTen(count);
}

function powerOfTen(exponent: i32): u64 {
  return load<u64>(powersOfTen + ((<usize>exponent) << 3));
}

/** Digits from `at` on, at most 16. */
function digitCount(at: usize): i32 {
  const values = i8x16.sub(v128.load(at), v128.load(zeros));
  const digits = i8x16.eq(i8x16.min_u(values, v128.load(nines)), values);
  return ctz(~i8x16.bitmask(digits));
}

/** The number that the last `count` digits before `end` make: neighbours join, and then their sums. */
function lastOf(end: usize, count: i32): u64 {
  const digits = v128.and(v128.load(end - 16), v128.load(lastDigits + <usize>count));
  const pairs = i16x8.shr_u(i16x8.mul(digits, v128.load(pairWeights)), 8);
  const fours = i32x4.dot_i16x8_s(pairs, v128.load(fourWeights));
  const packed = i16x8.narrow_i32x4_u(fours, fours);
  const eights = i32x4.dot_i16x8_s(packed, v128.load(eightWeights));
  const both = i64x2.extract_lane(eights, 0);
  return (both & 0xffffffff) * 100_000_000 + (both >>> 32);
}

/** The exponent whose `e` stands at `at`; moves the end behind it. An `e` without digits is left alone. */
function exponentAt(at: usize): i32 {
  let end = at + 1;
  const sign: u32 = load<u8>(end);
  if (sign === minus || sign === plus) end++;
  const digits = end;
  let exponent = 0;
  for (; <u32>load<u8>(end) - zero <= 9; end++) {
    if (exponent < 100_000) exponent = exponent * 10 + <i32>(<u32>load<u8>(end) - zero);
  }
  if (end === digits) return 0;
  numberEnd = end;
  return sign === minus ? -exponent : exponent;
}

/** A number with more digits than 64 bits hold. */
function slowly(start: usize, digits: usize, decimalComma: bool): f64 {
  let at = behindDigits(digits);
  if (<u32>load<u8>(at) === (decimalComma ? comma : dot)) at = behindDigits(at + 1);
  numberEnd = at;
  if ((<u32>load<u8>(at) | 0x20) === 0x65) exponentAt(at);
  return slowNumber(start, numberEnd);
}

function behindDigits(start: usize): usize {
  let at = start;
  while (<u32>load<u8>(at) - zero <= 9) at++;
  return at;
}

/**
 * whole * 10^exponent, rounded once; NaN when in doubt. 64 bits of the number meet 128 bits of 5^exponent;
 * which of two doubles the product is nearer to is in doubt only when its middle bits are all ones (Lemire
 * 2021).
 */
function scaled(whole: u64, exponent: i32): f64 {
  if (whole === 0) return 0;
  if (exponent < -largestPower || exponent > largestPower) return NaN;
  const shift = clz(whole);
  const mantissa = whole << shift;
  const power = powersOfFive + ((<usize>(exponent + largestPower)) << 4);
  let high = highProduct(mantissa, load<u64>(power, 8));
  let low = mantissa * load<u64>(power, 8);
  if ((high & 0x1ff) === 0x1ff) {
    const more = highProduct(mantissa, load<u64>(power));
    low += more;
    if (low < more) high++;
    if (low === u64.MAX_VALUE) return NaN;
  }
  return rounded(high, low, exponent, <i32>shift);
}

/** The double of high.low * 2^(binary exponent), ties to even. */
function rounded(high: u64, low: u64, exponent: i32, shift: i32): f64 {
  const upper = <i32>(high >>> 63);
  let mantissa = high >>> (upper + 9);
  // floor(exponent * log2(10)) for every exponent of the table.
  let binary = ((217706 * exponent) >> 16) + 1086 + upper - shift;
  // Halfway between two doubles, and no digit behind to decide: only a short product can be exactly there.
  const isHalf = low <= 1 && (mantissa & 3) === 1 && mantissa << (upper + 9) === high;
  if (isHalf && exponent >= -4 && exponent <= 23) mantissa &= ~1;
  mantissa = (mantissa + (mantissa & 1)) >>> 1;
  if (mantissa === 1 << 53) {
    mantissa = 1 << 52;
    binary++;
  }
  return reinterpret<f64>((mantissa & ~(1 << 52)) | ((<u64>binary) << 52));
}

/** The upper 64 bits of a product of 128. */
function highProduct(a: u64, b: u64): u64 {
  const aLow = a & 0xffffffff;
  const aHigh = a >>> 32;
  const bLow = b & 0xffffffff;
  const bHigh = b >>> 32;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 32);
  const other = aLow * bHigh + (middle & 0xffffffff);
  return aHigh * bHigh + (middle >>> 32) + (other >>> 32);
}
