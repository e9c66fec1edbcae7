/** The polynomial of Ethernet, zip and PNG, reflected. */
const polynomial = 0xedb88320;

let remainders: Uint32Array | undefined;

/** The CRC-32 that zip archives and Parquet pages are checked by. */
export function crc32(bytes: Uint8Array, before = 0): number {
  remainders ??= Uint32Array.from({ length: 256 }, (_, byte) => remainderOf(byte));
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = remainders[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function remainderOf(byte: number): number {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
  }
  return remainder;
}
