import type { ByteSource } from '../../readers/byteSource';
import { piecesOf, type Unpack } from '../../readers/packing/unpack';
import { gunzip } from './gunzip';

/** With the unpackers of Node; Zstandard is one of them in newer versions only. */
export const nodeUnpack: Unpack = (source, packing) =>
  packing === 'gzip' ? gunzip(source) : unzstd(source);

async function* unzstd(source: ByteSource): AsyncGenerator<Uint8Array> {
  const { unpackZstd } = await import('../../readers/packing/unpackZstd');
  yield* unpackZstd(piecesOf(source));
}
