/** The table reaches from 5^-largest to 5^largest. */
const largest = 64;

/**
 * The leading 128 bits of the powers of five, the lower 64 first; those of negative exponents are rounded
 * up, the others down (Lemire 2021).
 */
export function powersOfFive(): BigUint64Array {
  const table = new BigUint64Array(2 * (2 * largest + 1));
  for (let exponent = -largest; exponent <= largest; exponent++) {
    const bits = exponent < 0 ? reciprocalBits(-exponent) : leadingBits(5n ** BigInt(exponent));
    const place = 2 * (exponent + largest);
    table[place] = BigInt.asUintN(64, bits);
    table[place + 1] = bits >> 64n;
  }
  return table;
}

function leadingBits(whole: bigint): bigint {
  const surplus = BigInt(whole.toString(2).length) - 128n;
  return surplus < 0n ? whole << -surplus : whole >> surplus;
}

function reciprocalBits(exponent: number): bigint {
  const power = 5n ** BigInt(exponent);
  const length = BigInt(power.toString(2).length);
  return (1n << (length + 127n)) / power + 1n;
}
