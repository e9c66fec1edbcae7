import type { Uri } from 'vscode';
import { listed, plural } from '../../shared/text';

const maxNamed = 5;

/** Which files of a folder take no part, `unseen` being those that were not looked at; undefined where all do. */
export function leftOutText(others: readonly Uri[], unseen = 0): string | undefined {
  if (others.length + unseen === 0) return undefined;
  const names = others.slice(0, maxNamed).map(({ path }) => path.split('/').at(-1) ?? path);
  const rest = others.length - names.length + unseen;
  const all = rest > 0 ? [...names, plural(rest, 'more file')] : names;
  return `Left out of the folder: ${listed(all)}.`;
}
