import { parquetMetadata } from 'hyparquet/src/metadata.js';
import type { FileMetaData } from 'hyparquet/src/types.js';
import type { ByteSource } from '../byteSource';
import { ParquetError } from './parquetError';
import { ThriftReader } from './thrift';

const tailBytes = 8;
const mark = 0x31524150;

/**
 * What the footer of a Parquet file says of its columns and where they are. Throws a ParquetError when it is cut
 * off or damaged. Format: https://github.com/apache/parquet-format
 */
export async function footerOf(source: ByteSource): Promise<FileMetaData> {
  const cut = new ParquetError('its footer is cut off or damaged');
  const tail = await source.read(Math.max(0, source.size - tailBytes), source.size);
  if (tail.length < tailBytes) throw cut;
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const length = view.getUint32(0, true);
  if (view.getUint32(4, true) !== mark || length > source.size - tailBytes) throw cut;
  const bytes = await source.read(source.size - tailBytes - length, source.size);
  if (bytes.length < length + tailBytes) throw cut;
  try {
    // The library's own reading trusts every length; this one has compared them all with the bytes.
    new ThriftReader(bytes.subarray(0, length)).struct();
    return parquetMetadata(bytes, { geoparquet: false });
  } catch {
    throw cut;
  }
}
