import { formatOf } from '../readers/formatOf';
import { type Format, withoutPacking } from '../readers/formats';
import { inOneSentence } from '../readers/inOneSentence';
import { defaultMemoryBudget } from '../readers/memoryBudget';
import { refuseInner } from '../readers/packing/packingOf';
import type { OpenPart } from '../readers/parts/partFile';
import { isReadError, ReadError } from '../readers/readError';
import type { Problem, Table } from '../readers/table';
import { classOfOneHot } from '../roles/classOfOneHot';
import type { Environment } from './environment';
import { openPart, type StoredRef } from './openPart';
import { type ReadSourceOptions, readOptions, readSource } from './readSource';

/** The bytes of a file that show how it is written. */
const headSize = 4096;

export interface ReadPartsOptions extends ReadSourceOptions {
  /** Whether parts may have other columns than the first one; what they lack is then missing in their rows. */
  readonly mayDiffer: boolean;
}

/**
 * Reads files that hold the rows of one table, in the order given; undefined where their columns differ and may
 * not. A part that is empty or cannot be read is left out and told. Rejects with a ReadError when there is no table
 * in them.
 */
export async function readParts(
  name: string,
  refs: readonly StoredRef[],
  environment: Environment,
  options: ReadPartsOptions,
): Promise<Table | undefined> {
  return inOneSentence(name, async () => {
    const format = await formatOfParts(name, refs, environment);
    if (format === 'delimited') {
      const table = await delimitedParts(name, refs, environment, options);
      if (table !== undefined) return classOfOneHot(table);
    }
    if (format === 'json') {
      const table = await jsonParts(name, refs, environment, options);
      if (table !== undefined) return classOfOneHot(table);
    }
    return tablesBelow(name, refs, environment, options);
  });
}

/** How the first part that holds anything is written. */
async function formatOfParts(
  name: string,
  refs: readonly StoredRef[],
  environment: Environment,
): Promise<Format> {
  let failure: unknown;
  for (const ref of refs) {
    try {
      const head = await withPart(ref, environment, part =>
        part.read(0, Math.min(part.size, headSize)),
      );
      if (head.length === 0) continue;
      if (withoutPacking(ref.name) !== ref.name) refuseInner(ref.name, head);
      return formatOf(withoutPacking(ref.name), head);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure ?? new ReadError({ source: name }, 'all of its parts are empty');
}

/** undefined where the parts are written in different ways. */
async function delimitedParts(
  name: string,
  refs: readonly StoredRef[],
  environment: Environment,
  { mayDiffer: _, ...told }: ReadPartsOptions,
): Promise<Table | undefined> {
  const { readDelimitedParts } = await import('../readers/parts/delimitedParts');
  const files = refs.map(ref => ({ name: ref.name, open: () => openPart(ref, environment) }));
  const source = { name, size: 0, read: () => Promise.resolve(new Uint8Array()) };
  const readColumns = environment.readColumns?.();
  try {
    return await readDelimitedParts(name, files, {
      ...readOptions(told, source),
      ...(readColumns === undefined ? {} : { readColumns }),
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'OtherWriting') return undefined;
    throw error;
  }
}

/** undefined where the parts are documents of their own and no lines. */
async function jsonParts(
  name: string,
  refs: readonly StoredRef[],
  environment: Environment,
  { memoryBudget = defaultMemoryBudget }: ReadSourceOptions,
): Promise<Table | undefined> {
  const { jsonLineParts } = await import('../readers/parts/jsonLineParts');
  const texts: { name: string; bytes: Uint8Array; fileSize: number }[] = [];
  const problems: Problem[] = [];
  let room = memoryBudget / 2;
  for (const ref of refs) {
    const bytes = await leftOutIfUnread(name, problems, () =>
      withPart(ref, environment, async part => ({
        bytes: await wholeOf(part, room),
        fileSize: part.fileSize,
      })),
    );
    if (bytes === undefined) continue;
    if (!beginsRecord(bytes.bytes)) return undefined;
    room -= bytes.bytes.length;
    texts.push({ name: ref.name, ...bytes });
  }
  return jsonLineParts(name, texts, problems);
}

const brace = 0x7b;

function beginsRecord(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.find(byte => byte > 0x20 && byte < 0x80) === brace;
}

/** Any tables below one another, each read by itself. */
async function tablesBelow(
  name: string,
  refs: readonly StoredRef[],
  environment: Environment,
  { memoryBudget = defaultMemoryBudget, signal, mayDiffer }: ReadPartsOptions,
): Promise<Table | undefined> {
  const { stackTables, haveSameColumns } = await import('../readers/parts/stackTables');
  const tables: Table[] = [];
  const problems: Problem[] = [];
  const watch = signal === undefined ? {} : { signal };
  let room = memoryBudget;
  for (const ref of refs) {
    const table = await leftOutIfUnread(
      name,
      problems,
      async () => (await readSource(ref, environment, { memoryBudget: room, ...watch })).table,
    );
    if (table === undefined) continue;
    tables.push(table);
    room -= table.rows * table.columns.length * Float64Array.BYTES_PER_ELEMENT;
  }
  if (!mayDiffer && !haveSameColumns(tables)) return undefined;
  return stackTables(name, tables, problems);
}

async function leftOutIfUnread<T>(
  source: string,
  problems: Problem[],
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isReadError(error)) throw error;
    problems.push({ place: { source }, text: `${error.message} (the part was left out)` });
    return undefined;
  }
}

async function wholeOf(part: OpenPart, most: number): Promise<Uint8Array> {
  return part.whole === undefined ? part.read(0, part.size) : part.whole(most);
}

async function withPart<T>(
  ref: StoredRef,
  environment: Environment,
  use: (part: OpenPart) => Promise<T>,
): Promise<T> {
  const part = await openPart(ref, environment);
  try {
    return await use(part);
  } finally {
    await part.close();
  }
}
