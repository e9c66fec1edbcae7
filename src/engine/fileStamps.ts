import type { SourceRef } from './engine';
import type { Environment } from './environment';
import { openSource } from './openPart';

/** What tells whether a source has been written to since. */
export interface FileStamp {
  readonly name: string;
  /** -1 for a source that cannot be opened: reading it says why. */
  readonly size: number;
  readonly modified: number | undefined;
}

/** An environment that notes what the files looked like when they were opened, by their names. */
export interface StampedEnvironment {
  readonly environment: Environment;
  stampsOf(refs: readonly SourceRef[]): readonly FileStamp[];
}

export function stamped(environment: Environment): StampedEnvironment {
  const seen = new Map<string, FileStamp>();
  return {
    environment: {
      ...environment,
      openFile: async (path, name) => {
        const source = await environment.openFile(path, name);
        seen.set(name, { name, size: source.size, modified: source.modified });
        return source;
      },
    },
    stampsOf: refs => refs.map(ref => seen.get(ref.name) ?? stampOfBytes(ref)),
  };
}

/** Of the sources as they are now. */
export async function stampsOf(
  refs: readonly SourceRef[],
  environment: Environment,
): Promise<readonly FileStamp[]> {
  const stamps: FileStamp[] = [];
  for (const ref of refs) stamps.push(await stampOf(ref, environment));
  return stamps;
}

async function stampOf(ref: SourceRef, environment: Environment): Promise<FileStamp> {
  if (ref.kind !== 'file') return stampOfBytes(ref);
  const { name } = ref;
  try {
    const source = await openSource(ref, environment);
    await source.close();
    return { name, size: source.size, modified: source.modified };
  } catch {
    return { name, size: -1, modified: undefined };
  }
}

function stampOfBytes(ref: SourceRef): FileStamp {
  const size = ref.kind === 'bytes' ? ref.bytes.length : -1;
  return { name: ref.name, size, modified: undefined };
}

export function sameStamp(a: FileStamp, b: FileStamp | undefined): boolean {
  return a.name === b?.name && a.size === b.size && a.modified === b.modified;
}
