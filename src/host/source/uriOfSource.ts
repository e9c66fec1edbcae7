import type { Uri } from 'vscode';
import type { Input } from '../input/input';
import type { PageSession } from '../page/pageSession';

type Shown = Pick<PageSession, 'target' | 'inspection'>;

/**
 * The file that a source of the report is. Sources go by their names where there are as many tables as files;
 * parts of a table stand in the order of their rows, and without those that were left out.
 */
export function uriOfSource({ target, inspection }: Shown, source = 0): Uri | undefined {
  const name = inspection?.report.sources[source]?.name;
  const at = target?.names.indexOf(name ?? '') ?? -1;
  return target?.uris[at < 0 ? source : at];
}

/** The index of the source that a file is in the report; -1 for other files. */
export function sourceOfUri({ target, inspection }: Shown, uri: string): number {
  const at = target?.uris.findIndex(own => own.toString() === uri) ?? -1;
  if (target === undefined || at < 0) return -1;
  const source =
    inspection?.report.sources.findIndex(({ name }) => name === target.names[at]) ?? -1;
  return source < 0 ? at : source;
}

/** Bytes that were read of each file of the input; undefined for one that was left out. */
export function bytesRead({ target, inspection }: Shown): readonly (number | undefined)[] {
  const sources = inspection?.report.sources ?? [];
  const byName = new Map(sources.map(({ name, bytes }) => [name, bytes]));
  const isNamed = (input: Input): boolean => input.names.some(name => byName.has(name));
  if (target === undefined || !isNamed(target)) return sources.map(({ bytes }) => bytes);
  return target.names.map(name => byName.get(name));
}
