import type { Table } from '../readers/table';
import { guessRoles } from '../roles/guess/guessRoles';
import { type RowsInCommon, rowsInCommon } from '../roles/parts/sameRows';
import type { Series } from '../roles/parts/series';
import { withPartColumns } from '../roles/parts/withPartColumns';
import type { Roles } from '../roles/roles';
import type { Doubt, RoleChoices } from '../shared/roleChoices';
import { listed, plural } from '../shared/text';
import type { Environment } from './environment';
import type { PartGroup } from './partGroups';
import { type ReadPartsOptions, readParts } from './readParts';
import type { ReadSourceOptions } from './readSource';

/** What became of files that could be parts of one table. */
export type LoadedParts =
  | {
      readonly kind: 'together';
      readonly table: Table;
      readonly notes: readonly string[];
      readonly doubt: Doubt | null;
    }
  | { readonly kind: 'apart'; readonly notes: readonly string[] };

const mostNamed = 5;

/**
 * Reads the files of a series as one table, unless they turn out to be something else: training histories, the
 * same rows several times, tables with other columns. Rejects with a ReadError when there is no table in them.
 */
export async function loadParts(
  group: PartGroup,
  environment: Environment,
  optionsFor: (withIds: boolean) => ReadSourceOptions,
  choices: RoleChoices,
): Promise<LoadedParts> {
  const { series } = group;
  const isSaid = choices.parts === true;
  const isOpen = series.kind === 'open';
  const read = async (withIds: boolean): Promise<Read | undefined> => {
    const options = { ...optionsFor(withIds), mayDiffer: isSaid || series.kind === 'parts' };
    return readOf(group, environment, options, choices);
  };
  const first = await read(isOpen);
  if (first === undefined) return apart();
  const { table, isHistory, common } = (await withIds(first, read)) ?? first;
  if (!isSaid && isHistory) return apart();
  if (!isSaid && common.kind === 'all') return apart(sameRowsNote(series, common));
  return {
    kind: 'together',
    table,
    notes: notesOf(table, series, common),
    doubt: isSaid || !isOpen || common.goesOn === true ? null : doubtOf(table),
  };
}

interface Read {
  readonly table: Table;
  /** Whether the files hold curves, whatever their names add. */
  readonly isHistory: boolean;
  readonly common: RowsInCommon;
}

async function readOf(
  { name, refs, series }: PartGroup,
  environment: Environment,
  options: ReadPartsOptions,
  choices: RoleChoices,
): Promise<Read | undefined> {
  const read = await readParts(name, refs, environment, options);
  if (read === undefined) return undefined;
  const names = refs.map(ref => ref.name);
  const table = withPartColumns(read, series, names);
  const roles = rolesOf(table, choices);
  const isHistory =
    table.history === true || [roles, rolesOf(read, choices)].some(one => one?.task === 'training');
  return { table, isHistory, common: rowsInCommon(table, roles, series.kind === 'open') };
}

/** Equal targets of a large file, read without its ids, are no proof: the ids are read too. */
async function withIds(
  { table, common }: Read,
  read: (withIds: boolean) => Promise<Read | undefined>,
): Promise<Read | undefined> {
  const isSuspect = common.kind !== 'none' && !common.byIds;
  return isSuspect && table.unread !== undefined ? read(true) : undefined;
}

function apart(...notes: readonly string[]): LoadedParts {
  return { kind: 'apart', notes };
}

function rolesOf(table: Table, { parts: _, ...choices }: RoleChoices): Roles | undefined {
  try {
    return guessRoles(table, choices);
  } catch {
    return undefined;
  }
}

function sameRowsNote({ pattern }: Series, { pairs }: RowsInCommon): string {
  const names = [...new Set(pairs.flatMap(([part, as]) => [as, part]))];
  return `${pattern}: ${listed(named(names))} hold the same rows, so they are compared and not put together.`;
}

function named(names: readonly string[]): readonly string[] {
  const more = names.length - mostNamed;
  return more > 0 ? [...names.slice(0, mostNamed), `${more} more`] : names;
}

function notesOf(
  { parts = [], rows }: Table,
  { pattern, absent }: Series,
  common: RowsInCommon,
): readonly string[] {
  const missing = named(absent.map(String));
  return [
    `${pattern}: ${plural(parts.length, 'file')} are read as parts of one table of ${plural(rows, 'row')}.`,
    ...(absent.length === 0
      ? []
      : [
          `Of the ${absent.length + parts.length} parts that the names promise, ${listed(missing)} ${absent.length === 1 ? 'is' : 'are'} not here.`,
        ]),
    ...(common.pairs.length > 0 || common.repeated === 0
      ? []
      : [
          `${plural(common.repeated, 'row')} of ${pattern} ${common.repeated === 1 ? 'has an id' : 'have ids'} of earlier parts: they count twice, as where samplers fill up the last batch of each rank.`,
        ]),
    ...common.pairs
      .slice(0, mostNamed)
      .map(([part, as]) => `${part} holds the same rows as ${as}: they count twice.`),
  ];
}

function doubtOf({ parts = [], rows }: Table): Doubt {
  const files = plural(parts.length, 'file');
  return {
    question: `Are these ${files} parts of one table? Their names do not say.`,
    options: [
      { label: `Parts of one table: ${plural(rows, 'row')} together`, choices: { parts: true } },
      { label: 'Each for itself, to be compared', choices: { parts: false } },
    ],
  };
}
