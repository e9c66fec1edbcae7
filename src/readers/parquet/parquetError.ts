/** Why a Parquet file cannot be read, as the end of a sentence; `readParquet` adds the file's name. */
export class ParquetError extends Error {
  override readonly name = 'ParquetError';
}
