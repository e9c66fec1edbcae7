import type { Uri } from 'vscode';
import type { Inspection } from '../../shared/protocol/inspection';
import type { Input } from '../input/input';

/** What a page shows and where it comes from. */
interface Shown {
  readonly input: Input | undefined;
  readonly inspection: Inspection | undefined;
}

/**
 * The file that a source of the report is. Sources go by their names where there are as many tables as files;
 * parts of a table stand in the order of their rows, and without those that were left out.
 */
export function uriOfSource({ input, inspection }: Shown, source = 0): Uri | undefined {
  const name = inspection?.report.sources[source]?.name;
  const at = input?.names.indexOf(name ?? '') ?? -1;
  return input?.uris[at < 0 ? source : at];
}

/** The index of the source that a file is in the report; -1 for other files. */
export function sourceOfUri({ input, inspection }: Shown, uri: string): number {
  const at = input?.uris.findIndex(own => own.toString() === uri) ?? -1;
  if (input === undefined || at < 0) return -1;
  const source = inspection?.report.sources.findIndex(({ name }) => name === input.names[at]) ?? -1;
  return source < 0 ? at : source;
}

/** Bytes that were read of each file of the input; undefined for one that was left out. */
export function bytesRead({ input, inspection }: Shown): readonly (number | undefined)[] {
  const sources = inspection?.report.sources ?? [];
  const byName = new Map(sources.map(({ name, bytes }) => [name, bytes]));
  const isNamed = ({ names }: Input): boolean => names.some(name => byName.has(name));
  if (input === undefined || !isNamed(input)) return sources.map(({ bytes }) => bytes);
  return input.names.map(name => byName.get(name));
}
