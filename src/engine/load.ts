import { type NameRoleId, roleOfName } from '../names/names';
import { defaultMemoryBudget } from '../readers/memoryBudget';
import type { Table } from '../readers/table';
import { guessRoles } from '../roles/guess/guessRoles';
import { withOneHotTarget } from '../roles/oneHot';
import type { ForecastRoles, ModelRoles, Roles } from '../roles/roles';
import type { InspectOptions } from '../shared/protocol/inspection';
import type { RoleChoices } from '../shared/roleChoices';
import type { InspectWatch, SourceRef } from './engine';
import type { Environment } from './environment';
import { readSource, type SourceRead } from './readSource';

/** What has been read, before anybody asked what it means. */
export interface Loaded {
  readonly refs: readonly SourceRef[];
  /** How far each source was read; empty while the first one still is. */
  readonly sources: readonly SourceRead[];
  /** One table per source. */
  readonly tables: readonly Table[];
  /** All columns of the first source, also those that a large file was read without. */
  readonly columns: Table['columns'];
}

export interface LoadWatch extends InspectWatch {
  /** Takes what has been read of the first source so far. */
  readonly onRows?: (loaded: Loaded) => void;
  /** Reads the columns that nothing is computed from too, but for long texts. */
  readonly everyColumn?: boolean;
}

/** Reads all sources, which share the memory budget. Rejects with a ReadError when one cannot be read. */
export async function load(
  refs: readonly SourceRef[],
  { choices = {}, memoryBudget }: InspectOptions,
  environment: Environment,
  watch: LoadWatch,
): Promise<Loaded> {
  const sources: SourceRead[] = [];
  let columns: Table['columns'] | undefined;
  const started = Date.now();
  for (const ref of refs) {
    const source = await readSource(ref, environment, {
      ...(watch.signal === undefined ? {} : { signal: watch.signal }),
      ...budgetOf(memoryBudget, refs.length),
      needed: preview => {
        columns ??= preview.columns;
        const needed = neededOf(preview, choices, refs.length > 1);
        return watch.everyColumn === true ? [...new Set([...needed, ...shortOf(preview)])] : needed;
      },
      onProgress: (bytes, totalBytes, rows) => {
        const left = secondsLeft(started, bytes, totalBytes);
        watch.onProgress?.({ bytes, totalBytes, rows, secondsLeft: left });
      },
      onPartial: partial => {
        const tables = [...sources.map(({ table }) => table), partial];
        watch.onRows?.({ refs, sources: [], tables, columns: columns ?? partial.columns });
      },
    });
    sources.push(source);
    columns ??= source.table.columns;
  }
  return { refs, sources, tables: sources.map(({ table }) => table), columns: columns ?? [] };
}

/** What each of the sources may keep. */
export function budgetOf(
  memoryBudget: number = defaultMemoryBudget,
  sources: number,
): { readonly memoryBudget: number } {
  return { memoryBudget: memoryBudget / sources };
}

function secondsLeft(started: number, bytes: number, total: number): number | null {
  const seconds = (Date.now() - started) / 1000;
  return bytes > 0 && seconds > 0.5 ? ((total - bytes) * seconds) / bytes : null;
}

/**
 * Which columns of a large file are worth reading, judged by its first rows. Of a file without roles of its
 * own (a submission, a truth file) all columns are needed to join it.
 */
export function neededOf(preview: Table, choices: RoleChoices, joins: boolean): readonly string[] {
  if (withOneHotTarget(preview) !== preview) return preview.columns.map(({ name }) => name);
  try {
    const roles = guessRoles(preview, choices);
    const keys = joins && roles.id !== null ? [roles.id] : [];
    const scope = (choices.scope ?? []).map(({ column }) => column);
    return [...neededColumns(roles), ...keys, ...scope, ...spokenOf(preview)];
  } catch {
    return preview.columns.map(column => column.name);
  }
}

/** What a column must be read for though the first rows do not show it. */
const telling: ReadonlySet<NameRoleId> = new Set([
  'target',
  'label',
  'prediction',
  'probability',
  'confidence',
  'score',
  'logit',
  'margin',
  'lower',
  'upper',
  'quantile',
  'variance',
  'sigma',
  'weight',
  'split',
  'model',
]);

/** Columns whose names claim a role: the first rows of a sorted file may hold one class, split or model alone. */
function spokenOf({ columns }: Table): string[] {
  const isTelling = (name: string): boolean => {
    const role = roleOfName(name)?.role;
    return role !== undefined && telling.has(role);
  };
  return shortOf({ columns }).filter(isTelling);
}

function shortOf({ columns }: Pick<Table, 'columns'>): string[] {
  return columns.filter(({ kind }) => kind !== 'text').map(({ name }) => name);
}

/** The columns that the figures are computed from; the others of a large file stay unread. */
function neededColumns(roles: Roles): readonly string[] {
  const history = roles.history;
  const wanted = [
    roles.target,
    roles.weight,
    roles.split,
    roles.byModel,
    ...roles.groups,
    ...(roles.forecast === undefined ? [] : forecastColumns(roles.forecast)),
    ...roles.models.flatMap(columnsOfModel),
    history?.x,
    history?.within,
    history?.set,
    history?.run,
    history?.long?.metric,
    history?.long?.value,
    ...(history?.series ?? []),
  ];
  return [...new Set(wanted.filter(name => name !== null && name !== undefined))];
}

function forecastColumns({
  series,
  cutoff,
  horizon,
  time,
}: ForecastRoles): readonly (string | null)[] {
  return [series, cutoff, horizon, time];
}

function columnsOfModel(model: ModelRoles): readonly (string | undefined)[] {
  return [
    model.prediction,
    model.margin,
    model.lower,
    model.upper,
    model.variance,
    model.confidence,
    ...(model.quantiles ?? []).map(({ column }) => column),
    ...(model.probability ?? []),
    ...(model.logits ?? []),
  ];
}
