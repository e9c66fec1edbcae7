import { nameTokens } from '../roles/parts/nameTokens';
import { type Series, seriesOf } from '../roles/parts/series';
import type { SourceRef } from './engine';
import type { StoredRef } from './openPart';

/** Sources that become one table: one, or the files of a series. */
export type SourceGroup =
  | { readonly kind: 'one'; readonly ref: SourceRef }
  | { readonly kind: 'parts'; readonly parts: PartGroup };

export interface PartGroup {
  readonly name: string;
  /** In the order of their rows. */
  readonly refs: readonly StoredRef[];
  readonly series: Series;
}

/**
 * Which sources may be parts of one table, by their names; `together` is what a person has said of all of them.
 * Groups stand where their first file stands.
 */
export function sourceGroups(
  refs: readonly SourceRef[],
  together: boolean | undefined,
): readonly SourceGroup[] {
  const stored = refs.filter(ref => ref.kind !== 'text');
  if (together === false || stored.length < 2 || stored.length < refs.length) return refs.map(one);
  const series = together === true ? [allOf(stored)] : seriesAmong(stored);
  const groups = series.map(each => ({ kind: 'parts' as const, parts: groupOf(stored, each) }));
  const groupOfRef = new Map(
    groups.flatMap(group => group.parts.refs.map(ref => [ref, group] as const)),
  );
  return [...new Set(stored.map(ref => groupOfRef.get(ref) ?? ref))].map(each =>
    each.kind === 'parts' ? each : one(each),
  );
}

function one(ref: SourceRef): SourceGroup {
  return { kind: 'one', ref };
}

function seriesAmong(refs: readonly StoredRef[]): readonly Series[] {
  return seriesOf(pathsOf(refs)).filter(({ kind }) => kind !== 'runs');
}

/** All of them in one series: in the order of their names where these count, else in the given one. */
function allOf(refs: readonly StoredRef[]): Series {
  const paths = pathsOf(refs);
  const found = seriesOf(paths).find(({ members }) => members.length === refs.length);
  if (found !== undefined) return { ...found, kind: found.kind === 'folds' ? 'folds' : 'parts' };
  return {
    kind: 'parts',
    members: [...refs.keys()],
    labels: [],
    keys: paths.map(path => nameTokens(path).keys),
    pattern: `${refs[0]!.name} and ${refs.length - 1} more`,
    absent: [],
  };
}

function groupOf(refs: readonly StoredRef[], series: Series): PartGroup {
  return { name: series.pattern, refs: series.members.map(member => refs[member]!), series };
}

/** Paths below the folder that all files are in, with `/`; a file's own name where it lies nowhere. */
function pathsOf(refs: readonly StoredRef[]): readonly string[] {
  const paths = refs.map(ref => (ref.kind === 'file' ? ref.path : ref.name).split(/[\\/]/));
  const [first] = paths;
  let shared = 0;
  while (
    paths.every(path => path.length > shared + 1 && path[shared] === first![shared]) &&
    shared < first!.length - 1
  )
    shared++;
  return paths.map(path => path.slice(shared).join('/'));
}
