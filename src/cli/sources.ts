import { stat } from 'node:fs/promises';
import type { SourceRef } from '../engine/engine';
import { sourceGroups } from '../engine/partGroups';
import { pathNames } from '../shared/pathNames';
import { listed, plural } from '../shared/text';
import { folderPaths } from './folderPaths';
import { isPattern, patternPaths } from './patternPaths';
import { standardInput } from './standardInput';
import { UsageError } from './usageError';

export interface Sources {
  readonly refs: readonly SourceRef[];
  /** What of folders is left out. */
  readonly notes: readonly string[];
  /** Takes away what was made for them. */
  remove(): Promise<void>;
}

const mostNamed = 5;

/** The sources that a command line names: files, patterns, folders, standard input. Throws a UsageError. */
export async function sourcesOf(
  files: readonly string[],
  together: boolean | undefined,
): Promise<Sources> {
  if (files.includes('-')) return inputAlone(files);
  const paths: string[] = [];
  let hasFolder = false;
  for (const file of files) {
    const isFolder = await isDirectory(file);
    hasFolder ||= isFolder;
    paths.push(...(isFolder ? await folderPaths(file) : await pathsOf(file)));
  }
  const names = pathNames(paths);
  const refs = paths.map((path, i): SourceRef => ({ kind: 'file', path, name: names[i]! }));
  const kept = hasFolder && together !== true ? withoutStrays(refs) : { refs, notes: [] };
  return { ...kept, remove: () => Promise.resolve() };
}

async function inputAlone(files: readonly string[]): Promise<Sources> {
  if (files.length > 1)
    throw new UsageError('Standard input (-) is inspected alone, without further files.');
  const { ref, remove } = await standardInput();
  return { refs: [ref], notes: [], remove };
}

async function pathsOf(file: string): Promise<readonly string[]> {
  if (!isPattern(file) || (await stat(file).catch(() => undefined)) !== undefined) return [file];
  const paths = await patternPaths(file);
  if (paths.length === 0) throw new UsageError(`${file}: no file fits this pattern.`);
  return paths;
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** Of a folder with parts of a table, the parts; single files beside them are of something else. */
function withoutStrays(refs: readonly SourceRef[]): Pick<Sources, 'refs' | 'notes'> {
  const groups = sourceGroups(refs, undefined);
  const strays = new Set(groups.flatMap(group => (group.kind === 'one' ? [group.ref] : [])));
  if (strays.size === 0 || strays.size === groups.length) return { refs, notes: [] };
  const names = [...strays].slice(0, mostNamed).map(({ name }) => name);
  const more = strays.size - names.length;
  const all = more > 0 ? [...names, plural(more, 'more file')] : names;
  return {
    refs: refs.filter(ref => !strays.has(ref)),
    notes: [`Left out, beside the parts of a table: ${listed(all)}.`],
  };
}
