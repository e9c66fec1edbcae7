// AssemblyScript: compiled to WebAssembly by the build, checked by its own compiler.

/** Room for 2048 numbers, and for one more that makes theirs even. */
export const numbers: usize = memory.data((2048 + 2) * 8, 16);
/** Room for the true class of each. */
export const truths: usize = memory.data((2048 + 2) * 4, 16);

const fractionBits: i32 = 52;
// All constants stand in the memory, because there they are faster to load than to make.
/** Bits of the smallest and the largest number that is positive and has all its digits. */
const normal: usize = memory.data<u64>([0x0010000000000000, 0x7fefffffffffffff]);
/** Bits of 1, and of 1 less those of a number just below the root of 1/2. */
const one: usize = memory.data<u64>([0x3ff0000000000000, 0x00095f6200000000]);
/** Bits that make a small whole number the last places of a double, and this double for 1023. */
const wholeBits: usize = memory.data<u64>([0x4338000000000000]);
const whole: usize = memory.data<f64>([6755399441055744.0 + 1023.0]);
const simple: usize = memory.data<f64>([0.5, 1, 2]);
/** ln 2 in two parts; the first ends in zeros, so that its product with an exponent is exact. */
const ln2: usize = memory.data<f64>([6.9314718036912381649e-1, 1.90821492927058770002e-10]);
/** Of the terms z, z^2, ... z^7 in the series of ln(1 + f) where z is (f / (2 + f))^2, as in FreeBSD's e_log.c. */
const terms: usize = memory.data<f64>([
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
]);

/**
 * Replaces the probabilities of class 1 in [numbers, end), two at a time, by -ln of those of the true classes, 0
 * or 1. False when one of these is no positive normal number; then none of the results counts.
 *
 * What rounding took from 1 - p is given back, so that -ln(1 - p) has all its digits: ln(q + rest) is ln q +
 * rest / q, close to ln q + rest (1 + p), and from p = 0.5 on rest is 0.
 */
export function truthCosts(end: usize): bool {
  const ones = constant(simple, 1);
  let odd = i64x2.splat(0);
  for (let at = numbers, truth = truths; at < end; at += 16, truth += 8) {
    const p = v128.load(at);
    const y = f64x2.convert_low_i32x4_s(v128.load64_zero(truth));
    const none = f64x2.sub(ones, y);
    const q = f64x2.add(none, f64x2.mul(f64x2.sub(y, none), p));
    odd = v128.or(odd, i64x2.gt_s(constant(normal, 0), q));
    odd = v128.or(odd, i64x2.gt_s(q, constant(normal, 1)));
    const rest = f64x2.sub(f64x2.sub(ones, f64x2.sub(ones, p)), p);
    const lost = f64x2.mul(f64x2.mul(none, rest), f64x2.add(ones, p));
    v128.store(at, f64x2.sub(negativeLog(q), lost));
  }
  return !v128.any_true(odd);
}

/** x is 2^k (1 + f) with 1 + f between the roots of 1/2 and of 2. */
function negativeLog(x: v128): v128 {
  const exponent = i64x2.shr_u(i64x2.add(x, constant(one, 1)), fractionBits);
  const k = f64x2.sub(i64x2.add(exponent, constant(wholeBits, 0)), constant(whole, 0));
  const fraction = i64x2.add(i64x2.sub(x, i64x2.shl(exponent, fractionBits)), constant(one, 0));
  const f = f64x2.sub(fraction, constant(simple, 1));
  const s = f64x2.div(f, f64x2.add(f, constant(simple, 2)));
  const half = f64x2.mul(f64x2.mul(f, f), constant(simple, 0));
  const curved = f64x2.mul(s, f64x2.add(half, series(f64x2.mul(s, s))));
  const small = f64x2.sub(half, f64x2.add(curved, f64x2.mul(k, constant(ln2, 1))));
  return f64x2.sub(f64x2.sub(small, f), f64x2.mul(k, constant(ln2, 0)));
}

/** Sum of the terms, the even and the odd ones side by side. */
function series(z: v128): v128 {
  const w = f64x2.mul(z, z);
  let even = f64x2.add(f64x2.mul(constant(terms, 5), w), constant(terms, 3));
  even = f64x2.add(f64x2.mul(even, w), constant(terms, 1));
  let odd = f64x2.add(f64x2.mul(constant(terms, 6), w), constant(terms, 4));
  odd = f64x2.add(f64x2.mul(odd, w), constant(terms, 2));
  odd = f64x2.add(f64x2.mul(odd, w), constant(terms, 0));
  return f64x2.add(f64x2.mul(even, w), f64x2.mul(odd, z));
}

function constant(table: usize, place: usize): v128 {
  return v128.load64_splat(table + place * 8);
}
