import { Uri } from 'vscode';
import { longestKeep } from '../../shared/protocol/guard';
import type { Target } from '../target/target';

const mostKept = 500;

/**
 * What the page keeps of its target for a restored window: the addresses of files, nothing of a selection.
 * Very many files are not kept; a restored window then begins empty.
 */
export function keepOf(target: Target | undefined): string {
  if (target?.kind !== 'files' || target.uris.length > mostKept) return '';
  const keep = JSON.stringify(target.uris.map(String));
  return keep.length <= longestKeep ? keep : '';
}

/** The files a restored page was about; anything that is no list of addresses counts as none. */
export function keptUris(state: unknown): readonly Uri[] {
  const keep = (state as { keep?: unknown } | null | undefined)?.keep;
  if (typeof keep !== 'string' || keep.length > longestKeep) return [];
  try {
    const kept: unknown = JSON.parse(keep);
    if (!Array.isArray(kept) || kept.length > mostKept) return [];
    return kept.filter(uri => typeof uri === 'string').map(uri => Uri.parse(uri, true));
  } catch {
    return [];
  }
}
