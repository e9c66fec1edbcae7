import { columnNamed } from '../readers/table';
import type { InspectOptions } from '../shared/protocol/inspection';
import type { Refreshed, SourceRef } from './engine';
import type { Environment } from './environment';
import { type FileStamp, sameStamp, stampsOf } from './fileStamps';
import type { Interpretation } from './interpretation';
import { budgetOf, type Loaded, load } from './load';
import { type RefreshedSource, refreshSource } from './refreshSource';

type RefreshedLoad = Omit<Refreshed, 'inspection'> & { readonly loaded: Loaded };

interface Read {
  readonly loaded: Loaded;
  readonly options: InspectOptions;
  readonly interpretation: Pick<Interpretation, 'kind'>;
}

/** Looks at all sources again. Throws an Error when they are not the sources that were read. */
export async function refreshLoaded(
  { loaded, options, interpretation }: Read,
  environment: Environment,
  refs: readonly SourceRef[] = loaded.refs,
): Promise<RefreshedLoad> {
  const stamps = loaded.parts?.stamps;
  if (stamps !== undefined) return refreshParts(loaded, stamps, options, environment, refs);
  const { sources } = loaded;
  if (sources.length !== refs.length) throw new Error('These are not the files of this report.');
  const joins = refs.length > 1;
  const isLog = interpretation.kind === 'training';
  const each = { ...options, ...budgetOf(options.memoryBudget, refs.length), joins, isLog };
  const refreshed: RefreshedSource[] = [];
  for (const [i, ref] of refs.entries()) {
    refreshed.push(await refreshSource(sources[i]!, ref, environment, each));
  }
  const changes = refreshed.map(({ changed }) => changed);
  const now = refreshed.map(({ source }) => source);
  return {
    loaded: {
      ...loaded,
      refs,
      sources: now,
      tables: now.map(({ table }) => table),
      columns: columnsOf(loaded, refreshed[0]!),
    },
    changed: (['rewritten', 'appended'] as const).find(one => changes.includes(one)) ?? 'nothing',
    bytesRead: refreshed.reduce((sum, one) => sum + one.bytesRead, 0),
  };
}

/** Parts may come and go; what has changed in any of them is read anew with all of them. */
async function refreshParts(
  loaded: Loaded,
  stamps: readonly FileStamp[],
  options: InspectOptions,
  environment: Environment,
  refs: readonly SourceRef[],
): Promise<RefreshedLoad> {
  const now = await stampsOf(refs, environment);
  const isSame = now.length === stamps.length && now.every((one, i) => sameStamp(one, stamps[i]));
  if (isSame) return { loaded: { ...loaded, refs }, changed: 'nothing', bytesRead: 0 };
  const known = new Map(now.map(one => [one.name, one]));
  const isAdded = stamps.every(one => sameStamp(one, known.get(one.name)));
  const bytesRead = now.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  const anew = await load(refs, options, environment, {});
  return { loaded: anew, changed: isAdded ? 'appended' : 'rewritten', bytesRead };
}

/** All columns of the first source; in their old order, where unread ones stand between the others. */
function columnsOf({ columns }: Loaded, { source: { table } }: RefreshedSource): Loaded['columns'] {
  if (table.unread === undefined) return table.columns;
  const unread = new Set(table.unread);
  return columns.flatMap(
    column => columnNamed(table, column.name) ?? (unread.has(column.name) ? [column] : []),
  );
}
