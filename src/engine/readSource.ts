import { BlockSums, summed } from '../readers/append/blockSums';
import type { Reading } from '../readers/append/reading';
import { beginReading } from '../readers/append/readOn';
import { upToLastLine } from '../readers/append/upToLastLine';
import type { ByteSource } from '../readers/byteSource';
import { bufferSource } from '../readers/byteSource';
import { readDelimited } from '../readers/delimited/readDelimited';
import type { ReadOptions } from '../readers/delimited/readOptions';
import { decodeText } from '../readers/delimited/textCoding';
import { formatOf } from '../readers/formatOf';
import type { Format } from '../readers/formats';
import { inOneSentence } from '../readers/inOneSentence';
import { ReadError } from '../readers/readError';
import type { Table } from '../readers/table';
import type { TextPiece } from '../readers/text/readText';
import { classOfOneHot } from '../roles/classOfOneHot';
import { unfoldListCells } from '../roles/listCells';
import { widened } from '../roles/pivot/widened';
import { widenQuantiles } from '../roles/pivot/widenQuantiles';
import { wideReadOptions } from '../roles/pivot/wideReadOptions';
import type { SourceRef } from './engine';
import type { Environment, OpenSource } from './environment';
import { refusePointer } from './refusePointer';

export interface ReadSourceOptions {
  /** Bytes of columns that may be kept. */
  readonly memoryBudget?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number, totalBytes: number, rows: number) => void;
  /** Which columns of a large file are worth reading, judged by its first rows. */
  readonly needed?: (preview: Table) => readonly string[];
  /** Takes the rows of a large file so far. */
  readonly onPartial?: (table: Table) => void;
  /** A last line that is not written to its end is left out of a file that can be read on. */
  readonly wholeLines?: boolean;
}

/** A source as it was when it was last looked at. */
export interface SourceRead {
  readonly ref: SourceRef;
  readonly table: Table;
  /** Where its reading ended, when it can be read on from there. */
  readonly reading: () => Reading | undefined;
  readonly size: number;
  readonly modified: number | undefined;
  /** The size at which all that was read of it was last seen to be as it was read. */
  readonly sure: number;
}

type Reader = (source: ByteSource, options: ReadOptions) => Promise<Table>;

/** Texts beyond this are not worth a parse tree; such files are tables or logs with a reader of their own. */
const wholeTextLimit = 64 * 2 ** 20;

/** One reader per format; those that few people need are loaded when such a file is opened. */
const readers: Readonly<Record<Format, Reader>> = {
  delimited: async (source, options) => {
    const table = await readDelimited(source, wideReadOptions(options));
    return (await unfoldListCells(table)) ?? widened(table);
  },
  json: async (source, { memoryBudget }) =>
    (await import('../readers/json/readJson')).readJson(source, memoryBudget),
  npy: async (source, { memoryBudget }) =>
    (await import('../readers/npy/readNpy')).readNpy(source, memoryBudget),
  npz: async (source, { memoryBudget }) =>
    (await import('../readers/npy/readNpz')).readNpz(source, memoryBudget),
  parquet: async (source, { memoryBudget }) =>
    widenQuantiles(
      await (await import('../readers/parquet/readParquet')).readParquet(source, memoryBudget),
    ),
  tfevents: async (source, { memoryBudget }) =>
    (await import('../readers/tfevents/readTfevents')).readTfevents(source, memoryBudget),
  mlflow: async source => (await import('../readers/mlflow/readMlflow')).readMlflow(source),
  notebook: async source =>
    (await import('../readers/notebook/readNotebook')).readNotebook(
      source.name,
      await wholeText(source),
    ),
  text: async source => readPieces(source.name, [{ text: await wholeText(source), line: 1 }]),
};

/** Reads one source into a table. Rejects with a ReadError, one sentence, when it cannot be read. */
export async function readSource(
  ref: SourceRef,
  environment: Environment,
  options: ReadSourceOptions,
): Promise<SourceRead> {
  if (ref.kind === 'text') {
    const table = await readPieces(ref.name, ref.pieces);
    return {
      ref,
      table,
      reading: () => undefined,
      size: table.bytes,
      modified: undefined,
      sure: 0,
    };
  }
  const sums = new BlockSums();
  const source = summed(await openSource(ref, environment), sums);
  try {
    const { size, modified } = source;
    const whole = options.wholeLines === true ? await upToLastLine(source) : source;
    const table = await readTable(whole, ref, environment, options);
    const reading = await beginReading(whole, table, sums);
    const isShort = whole.size < size && reading() === undefined;
    return isShort
      ? {
          ref,
          table: await readTable(source, ref, environment, options),
          reading,
          size,
          modified,
          sure: size,
        }
      : { ref, table, reading, size, modified, sure: size };
  } finally {
    await source.close();
  }
}

async function readPieces(name: string, pieces: readonly TextPiece[]): Promise<Table> {
  const { readText } = await import('../readers/text/readText');
  return inOneSentence(name, async () => classOfOneHot(readText(name, pieces)));
}

async function readTable(
  source: ByteSource,
  ref: SourceRef,
  environment: Environment,
  options: ReadSourceOptions,
): Promise<Table> {
  if (source.size === 0) throw new ReadError({ source: ref.name }, 'the file is empty');
  const head = await source.read(0, Math.min(source.size, 4096));
  refusePointer(ref.name, head);
  const format = formatOf(ref.name, head);
  return inOneSentence(ref.name, async () =>
    classOfOneHot(
      await readers[format](source, {
        ...readOptions(options, source.size),
        ...(ref.kind === 'file' && environment.readColumns !== undefined
          ? { readColumns: environment.readColumns(ref.path) }
          : {}),
      }),
    ),
  );
}

function readOptions(
  { onProgress, wholeLines: _, ...options }: ReadSourceOptions,
  totalBytes: number,
): ReadOptions {
  if (onProgress === undefined) return options;
  return { ...options, onProgress: (bytes, rows) => onProgress(bytes, totalBytes, rows) };
}

/** Opens a file or bytes; the caller closes it. */
export async function openSource(
  ref: Exclude<SourceRef, { kind: 'text' }>,
  environment: Environment,
): Promise<OpenSource> {
  if (ref.kind === 'file') return environment.openFile(ref.path, ref.name);
  return { ...bufferSource(ref.name, ref.bytes), close: () => Promise.resolve() };
}

async function wholeText(source: ByteSource): Promise<string> {
  if (source.size > wholeTextLimit) {
    throw new ReadError(
      { source: source.name },
      `a text of ${Math.round(source.size / 2 ** 20)} MB is too long to be searched for numbers; select the part that matters`,
    );
  }
  const bytes = await source.read(0, source.size);
  return decodeText(source.name, bytes);
}
