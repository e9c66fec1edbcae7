/** How many bytes an LZ4 block unpacks to, by its tokens. Format: lz4_Block_format.md of the LZ4 project. */
export function lz4Size(block: Uint8Array): number {
  let size = 0;
  let at = 0;
  /** A length of fifteen goes on in the bytes that follow, the last of which is not 255. */
  const lengthOf = (nibble: number): number => {
    let length = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; length += byte) byte = block[at++] ?? 0;
    return length;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = lengthOf(token >> 4);
    at += literals;
    size += literals;
    if (at >= block.length) break;
    at += 2;
    size += lengthOf(token & 15) + 4;
  }
  return size;
}

const frameHead = 8;

/** The same of blocks with their sizes in front, unpacked and packed, as Hadoop writes them; undefined for others. */
export function hadoopSize(packed: Uint8Array): number | undefined {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let size = 0;
  let at = 0;
  while (at + frameHead <= packed.length) {
    const [unpacked, length] = [view.getUint32(at), view.getUint32(at + 4)];
    at += frameHead;
    if (length > packed.length - at) return undefined;
    if (lz4Size(packed.subarray(at, at + length)) !== unpacked) return undefined;
    size += unpacked;
    at += length;
  }
  return at === packed.length ? size : undefined;
}
