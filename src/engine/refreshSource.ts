import type { Reading } from '../readers/append/reading';
import { continues, isOfLines, readOn, withUnfinishedLine } from '../readers/append/readOn';
import type { ByteSource } from '../readers/byteSource';
import type { InspectOptions } from '../shared/protocol/inspection';
import type { SourceRef } from './engine';
import type { Environment, OpenSource } from './environment';
import { unreadable } from './inWords';
import { neededOf } from './load';
import { openSource, readSource, type SourceRead } from './readSource';

/** What became of a source since it was last looked at. */
export interface RefreshedSource {
  readonly source: SourceRead;
  readonly changed: 'nothing' | 'appended' | 'rewritten';
  /** Bytes that were read to find out, those of a new reading included. */
  readonly bytesRead: number;
}

export interface RefreshOptions extends Pick<InspectOptions, 'choices' | 'memoryBudget'> {
  /** True when the source is one of several. */
  readonly joins: boolean;
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
  try {
    return await refreshed(before, ref, environment, options);
  } catch (error) {
    throw unreadable(ref.name, error);
  }
}

async function refreshed(
  before: SourceRead,
  ref: SourceRef,
  environment: Environment,
  { choices = {}, memoryBudget, joins }: RefreshOptions,
): Promise<RefreshedSource> {
  if (ref.kind === 'text') return { source: before, changed: 'nothing', bytesRead: 0 };
  const opened = counted(await openSource(ref, environment));
  const { size, modified } = opened.source;
  try {
    const seen = { ...before, ref, size, modified };
    if (isUntouched(before, seen)) return await settled(before, opened);
    const grown = size === before.size ? undefined : await grownReading(opened.source, before);
    if (grown !== undefined) {
      const isMore = grown !== before.reading();
      const source = isMore ? { ...seen, reading: () => grown, table: grown.table } : seen;
      return { source, changed: isMore ? 'appended' : 'nothing', bytesRead: opened.bytesRead() };
    }
  } finally {
    await opened.source.close();
  }
  const source = await readSource(ref, environment, {
    needed: preview => neededOf(preview, choices, joins),
    wholeLines: isOfLines(before.table.format),
    ...(memoryBudget === undefined ? {} : { memoryBudget }),
  });
  return { source, changed: 'rewritten', bytesRead: opened.bytesRead() + source.size };
}

/** Nothing new: what is left to do is a last line that still waits. */
async function settled(
  before: SourceRead,
  { source, bytesRead }: Counted,
): Promise<RefreshedSource> {
  const reading = before.table.bytes < source.size ? before.reading() : undefined;
  const table = reading === undefined ? undefined : await withUnfinishedLine(source, reading);
  return table === undefined
    ? { source: before, changed: 'nothing', bytesRead: bytesRead() }
    : { source: { ...before, table }, changed: 'appended', bytesRead: bytesRead() };
}

async function grownReading(source: ByteSource, before: SourceRead): Promise<Reading | undefined> {
  const reading = before.reading();
  if (reading === undefined || !(await continues(source, reading))) return undefined;
  return readOn(source, reading);
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
