import type { SourceRef } from './engine';
import type { Environment } from './environment';
import { openSource } from './openPart';

/** What tells whether a source has been written to since. */
export interface FileStamp {
  readonly name: string;
  readonly size: number;
  readonly modified: number | undefined;
}

/** Of a source that cannot be opened the size is -1: reading it says why. */
export async function stampsOf(
  refs: readonly SourceRef[],
  environment: Environment,
): Promise<readonly FileStamp[]> {
  const stamps: FileStamp[] = [];
  for (const ref of refs) stamps.push(await stampOf(ref, environment));
  return stamps;
}

async function stampOf(ref: SourceRef, environment: Environment): Promise<FileStamp> {
  const { name } = ref;
  if (ref.kind === 'text') return { name, size: 0, modified: undefined };
  try {
    const source = await openSource(ref, environment);
    await source.close();
    return { name, size: source.size, modified: source.modified };
  } catch {
    return { name, size: -1, modified: undefined };
  }
}

export function sameStamp(a: FileStamp, b: FileStamp | undefined): boolean {
  return a.name === b?.name && a.size === b.size && a.modified === b.modified;
}
