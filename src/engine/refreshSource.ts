import {
  continues,
  isOfLines,
  isUnchanged,
  readOn,
  withUnfinishedLine,
} from '../readers/append/readOn';
import type { ByteSource } from '../readers/byteSource';
import { inOneSentence } from '../readers/inOneSentence';
import type { InspectOptions } from '../shared/protocol/inspection';
import type { SourceRef } from './engine';
import type { Environment, OpenSource } from './environment';
import { neededOf } from './neededColumns';
import { openSource } from './openPart';
import { ownColumns } from './ownColumns';
import { readSource, type SourceRead } from './readSource';

/**
 * A log may grow by this factor before all of it is looked at again while it grows: so the looks at a growing
 * log cost no more than reading it a few times over. What rests is looked at once.
 */
const growthUnseen = 1.25;
const largestQuietCheck = 64 << 20;

/** What became of a source since it was last looked at. */
export interface RefreshedSource {
  readonly source: SourceRead;
  readonly changed: 'nothing' | 'appended' | 'rewritten';
  /** Bytes that were read to find out, those of a new reading included. */
  readonly bytesRead: number;
}

export interface RefreshOptions
  extends Pick<InspectOptions, 'choices' | 'memoryBudget' | 'parameters'> {
  /** True when the source is one of several. */
  readonly joins: boolean;
  /** True when it grows by its nature; a table that has grown was rather written anew. */
  readonly isLog: boolean;
}

/**
 * Looks at a source again: reads on from where it ended when it has only grown, else anew. A last line
 * without a line break waits for its rest until a look that finds nothing new: then it is taken as it is.
 * Of a file of the same size that was written again everything is read, since any row may have changed.
 */
export async function refreshSource(
  before: SourceRead,
  ref: SourceRef,
  environment: Environment,
  options: RefreshOptions,
): Promise<RefreshedSource> {
  return inOneSentence(ref.name, () => refreshed(before, ref, environment, options));
}

async function refreshed(
  before: SourceRead,
  ref: SourceRef,
  environment: Environment,
  { choices = {}, parameters = {}, memoryBudget, joins, isLog }: RefreshOptions,
): Promise<RefreshedSource> {
  if (ref.kind === 'text') return { source: before, changed: 'nothing', bytesRead: 0 };
  const opened = counted(await openSource(ref, environment));
  const { size, modified } = opened.source;
  try {
    const seen = { ...before, ref, size, modified };
    const found = isUntouched(before, seen)
      ? await settled(before, opened)
      : await grown(before, seen, opened, isLog);
    if (found !== undefined) return found;
  } finally {
    await opened.source.close();
  }
  const source = await readSource(ref, environment, {
    needed: preview => [...neededOf(preview, choices, joins), ...ownColumns(parameters)],
    wholeLines: isOfLines(before.table.format),
    ...(memoryBudget === undefined ? {} : { memoryBudget }),
  });
  return { source, changed: 'rewritten', bytesRead: opened.bytesRead() + source.size };
}

/**
 * Nothing new: what is left to do is to look whether what was read is still so, when the file has grown
 * since that was seen, and to take a last line that still waits. undefined when something has changed.
 */
async function settled(
  read: SourceRead,
  { source, bytesRead }: Counted,
): Promise<RefreshedSource | undefined> {
  const isDue = read.sure < read.size && read.size <= largestQuietCheck;
  if (isDue && !(await isStillSo(source, read))) return undefined;
  const before = isDue ? { ...read, sure: read.size } : read;
  const reading = before.table.bytes < source.size ? before.reading() : undefined;
  const table = reading === undefined ? undefined : await withUnfinishedLine(source, reading);
  return table === undefined
    ? { source: before, changed: 'nothing', bytesRead: bytesRead() }
    : { source: { ...before, table }, changed: 'appended', bytesRead: bytesRead() };
}

/** What was added to a file that is otherwise as it was; undefined when it must be read anew. */
async function grown(
  before: SourceRead,
  seen: SourceRead,
  { source, bytesRead }: Counted,
  isLog: boolean,
): Promise<RefreshedSource | undefined> {
  const reading = before.reading();
  if (reading === undefined || seen.size === before.size) return undefined;
  if (!(await continues(source, reading))) return undefined;
  const isDue = !isLog || seen.size >= before.sure * growthUnseen;
  if (isDue && !(await isStillSo(source, before))) return undefined;
  const next = await readOn(source, reading);
  if (next === undefined) return undefined;
  const now = { ...seen, sure: isDue ? seen.size : before.sure };
  return next === reading
    ? { source: now, changed: 'nothing', bytesRead: bytesRead() }
    : {
        source: { ...now, reading: () => next, table: next.table },
        changed: 'appended',
        bytesRead: bytesRead(),
      };
}

async function isStillSo(source: ByteSource, before: SourceRead): Promise<boolean> {
  const reading = before.reading();
  return reading === undefined || isUnchanged(source, reading);
}

function isUntouched(before: SourceRead, now: SourceRead): boolean {
  if (before.size !== now.size) return false;
  if (now.modified !== undefined) return now.modified === before.modified;
  return before.ref.kind === 'bytes' && now.ref.kind === 'bytes' && sameBytes(before.ref, now.ref);
}

type Bytes = Extract<SourceRef, { kind: 'bytes' }>;

function sameBytes({ bytes: a }: Bytes, { bytes: b }: Bytes): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}

interface Counted {
  readonly source: OpenSource;
  readonly bytesRead: () => number;
}

function counted(source: OpenSource): Counted {
  let sum = 0;
  return {
    bytesRead: () => sum,
    source: {
      ...source,
      read: async (start, end) => {
        const bytes = await source.read(start, end);
        sum += bytes.length;
        return bytes;
      },
    },
  };
}
