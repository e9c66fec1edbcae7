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
import { type Format, withoutPacking } from '../readers/formats';
import { inOneSentence } from '../readers/inOneSentence';
import { defaultMemoryBudget } from '../readers/memoryBudget';
import { refuseInner } from '../readers/packing/packingOf';
import type { UnpackedSource } from '../readers/packing/unpackedSource';
import { ReadError } from '../readers/readError';
import type { Table } from '../readers/table';
import type { TextPiece } from '../readers/text/readText';
import { classOfOneHot } from '../roles/classOfOneHot';
import { unfoldListCells } from '../roles/listCells';
import { unmarked } from '../roles/markedCells';
import { widened } from '../roles/pivot/widened';
import { widenQuantiles } from '../roles/pivot/widenQuantiles';
import { wideReadOptions } from '../roles/pivot/wideReadOptions';
import { beginsAsResult, gridText } from '../sums/result/gridText';
import { isResult } from '../sums/result/resultTable';
import type { SourceRef } from './engine';
import type { Environment } from './environment';
import { openSource, unpacked } from './openPart';
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
    const grid = await gridOfSums(source);
    if (grid !== null) return grid;
    const table = await readDelimited(source, wideReadOptions(options));
    if (isResult(table)) return table;
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
  notebook: async (source, { memoryBudget }) =>
    (await import('../readers/notebook/readNotebook')).readNotebook(
      source.name,
      await wholeText(source),
      { bytes: source.size, memoryBudget },
    ),
  text: async source =>
    (await gridOfSums(source)) ??
    readPieces(source.name, [{ text: await wholeText(source), line: 1 }]),
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
  const stored = await openSource(ref, environment);
  try {
    const { size, modified } = stored;
    const packed = await unpacked(stored, environment);
    if (packed !== undefined) {
      const table = await readPacked(packed, size, options);
      return { ref, table, reading: () => undefined, size, modified, sure: size };
    }
    const source = summed(stored, sums);
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
    await stored.close();
  }
}

/** What is packed in a file of so many bytes. Only delimited text is read while it is unpacked. */
async function readPacked(
  source: UnpackedSource,
  size: number,
  options: ReadSourceOptions,
): Promise<Table> {
  const { name } = source;
  const head = await source.read(0, Math.min(source.size, 4096));
  if (head.length === 0) throw new ReadError({ source: name }, 'what is packed in it is empty');
  refuseInner(name, head);
  const format = formatOf(withoutPacking(name), head);
  const table = await inOneSentence(name, async () =>
    readers[format](
      format === 'delimited' ? source : bufferSource(name, await source.whole(roomFor(options))),
      readOptions(options, source),
    ),
  );
  await source.close();
  const { problem } = source;
  const told = { ...classOfOneHot(table), bytes: size };
  return problem === undefined
    ? told
    : { ...told, partial: true, problems: [...told.problems, problem] };
}

/** Of a text or a binary file, unpacked in memory, there are its cells besides. */
function roomFor({ memoryBudget = defaultMemoryBudget }: ReadSourceOptions): number {
  return memoryBudget / 4;
}

/** The result of a statement that was pasted as a grid; null for everything else. */
async function gridOfSums(source: ByteSource): Promise<Table | null> {
  const head = await source.read(0, Math.min(source.size, 4096));
  if (!beginsAsResult(new TextDecoder('latin1').decode(head)) || source.size > wholeTextLimit)
    return null;
  return resultOf(source.name, await wholeText(source), null);
}

/** The rows of a result in a text; `plain` is what is read where it is no grid. */
async function resultOf(name: string, text: string, plain: string | null): Promise<Table | null> {
  const rows = gridText(text) ?? plain;
  if (rows === null) return null;
  return readDelimited(bufferSource(name, new TextEncoder().encode(rows)), {});
}

async function readPieces(name: string, pieces: readonly TextPiece[]): Promise<Table> {
  const [piece] = pieces;
  if (pieces.length === 1 && piece !== undefined && beginsAsResult(piece.text)) {
    const before = '\n'.repeat(piece.line - 1);
    const result = await resultOf(name, `${before}${piece.text}`, `${before}${piece.text}`);
    if (result !== null && isResult(result)) return result;
  }
  const { readText } = await import('../readers/text/readText');
  return inOneSentence(name, async () => classOfOneHot(unmarked(readText(name, pieces))));
}

/** The table in a source that is not packed. Rejects with a ReadError. */
async function readTable(
  source: ByteSource,
  ref: SourceRef,
  environment: Environment,
  options: ReadSourceOptions,
): Promise<Table> {
  if (source.size === 0) throw new ReadError({ source: ref.name }, 'the file is empty');
  const head = await source.read(0, Math.min(source.size, 4096));
  refusePointer(ref.name, head);
  const format = formatOf(withoutPacking(ref.name), head);
  return inOneSentence(ref.name, async () =>
    classOfOneHot(
      await readers[format](source, {
        ...readOptions(options, source),
        ...(ref.kind === 'file' && environment.readColumns !== undefined
          ? { readColumns: environment.readColumns(ref.path) }
          : {}),
      }),
    ),
  );
}

/** What readers are told; how many bytes there are to read may be known only when they were read. */
export function readOptions(
  { onProgress, wholeLines: _, ...options }: ReadSourceOptions,
  source: ByteSource,
): ReadOptions {
  if (onProgress === undefined) return options;
  return { ...options, onProgress: (bytes, rows) => onProgress(bytes, source.size, rows) };
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
