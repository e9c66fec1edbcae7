/** Castagnoli's polynomial, reflected. */
const polynomial = 0x82f63b78;

let remainders: Uint32Array | undefined;

/** What remains of each byte. */
function remaindersOfBytes(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
    }
    return remainder;
  });
}

/** The CRC-32C of the bytes, masked as TFRecord files store it: rotated right by 15 plus a constant. */
export function maskedCrc32c(bytes: Uint8Array): number {
  remainders ??= remaindersOfBytes();
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = remainders[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
