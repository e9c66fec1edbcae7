import { roleOfName } from '../../names/names';
import { type Column, columnNamed, type Table, type TablePart } from '../../readers/table';
import type { Roles } from '../roles';

/** What the rows of the parts have in common. */
export interface RowsInCommon {
  /** `all`: every part has the same rows; `some`: pairs of parts do; `none`: none was found. */
  readonly kind: 'all' | 'some' | 'none';
  /** Names of a part and of an earlier one with the same rows. */
  readonly pairs: readonly (readonly [part: string, as: string])[];
  /** True when the rows of each part go on counting where those of the part before ended. */
  readonly goesOn: boolean;
  /** Ids that occur in more than one part. */
  readonly repeated: number;
  /** True when ids were compared, and not targets. */
  readonly byIds: boolean;
}

/** That targets are equal by chance, in as many rows, is to be rarer. */
const rare = 1e-6;

/**
 * Whether parts hold the same rows, by their ids in any order, else by their targets in this order. Row numbers
 * that begin anew in each part are no ids. Where names say that they are parts, few or one-sided targets prove nothing; where names leave it
 * open (`isOpen`) equal targets are the likelier reading. Linear in rows.
 */
export function rowsInCommon(
  table: Table,
  roles: Pick<Roles, 'id' | 'target'> | undefined,
  isOpen: boolean,
): RowsInCommon {
  const parts = (table.parts ?? []).filter(({ rows }) => rows > 0);
  if (parts.length < 2 || table.sampled !== undefined) return nothing;
  const id = idOf(table, roles?.id ?? null);
  const isCounter = id !== undefined && parts.every(part => countsFromStart(id, part));
  const target = columnNamed(table, roles?.target ?? '');
  const isId = id !== undefined && !isCounter;
  const marks = isId
    ? parts.map(part => markOfIds(id, part))
    : parts.map(part => (target === undefined ? undefined : markOfTargets(target, part, isOpen)));
  const pairs = pairsOf(parts, marks);
  return {
    kind:
      pairs.length === 0
        ? 'none'
        : pairs.length === parts.length - 1 && isOne(marks)
          ? 'all'
          : 'some',
    pairs,
    goesOn: isId && ascends(id, parts),
    repeated: isId ? repeatedIds(id, parts) : 0,
    byIds: isId,
  };
}

const nothing: RowsInCommon = { kind: 'none', pairs: [], goesOn: false, repeated: 0, byIds: false };

/** Beyond so many rows ids are not remembered one by one. */
const maxIds = 2_000_000;

/** The column of ids, by its name where there are no roles. */
function idOf(table: Table, id: string | null): Column | undefined {
  if (id !== null) return columnNamed(table, id);
  return table.columns.find(({ name }) => roleOfName(name)?.role === 'id');
}

/** Rows whose id was met in an earlier part. */
function repeatedIds(id: Column, parts: readonly TablePart[]): number {
  if (parts.reduce((sum, { rows }) => sum + rows, 0) > maxIds) return 0;
  const partOf = new Map<number | string, number>();
  let repeated = 0;
  for (const [part, { row, rows }] of parts.entries()) {
    for (let i = row; i < row + rows; i++) {
      const number = id.numbers[i]!;
      const key = Number.isNaN(number) ? id.textOf(i) : number;
      const before = partOf.get(key);
      if (before === undefined) partOf.set(key, part);
      else if (before !== part && key !== '') repeated++;
    }
  }
  return repeated;
}

function isOne(marks: readonly (string | undefined)[]): boolean {
  return new Set(marks).size === 1;
}

function pairsOf(
  parts: readonly TablePart[],
  marks: readonly (string | undefined)[],
): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  return parts.flatMap(({ name }, i) => {
    const mark = marks[i];
    if (mark === undefined) return [];
    const as = first.get(mark);
    if (as !== undefined) return [[name, as] as const];
    first.set(mark, name);
    return [];
  });
}

function countsFromStart({ numbers }: Column, { row, rows }: TablePart): boolean {
  const start = numbers[row]!;
  if (start !== 0 && start !== 1) return false;
  for (let i = 0; i < rows; i++) if (numbers[row + i] !== start + i) return false;
  return true;
}

/** Every id of a part is above all of the parts before. */
function ascends({ numbers }: Column, parts: readonly TablePart[]): boolean {
  let highest = Number.NEGATIVE_INFINITY;
  for (const { row, rows } of parts) {
    let [low, high] = [Number.POSITIVE_INFINITY, highest];
    for (let i = row; i < row + rows; i++) {
      const number = numbers[i]!;
      if (Number.isNaN(number)) return false;
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    if (low <= highest) return false;
    highest = high;
  }
  return true;
}

/** The same for the same ids in any order. */
function markOfIds(id: Column, { row, rows }: TablePart): string {
  let [sum, mixed] = [0, 0];
  for (let i = row; i < row + rows; i++) {
    const hash = cellHash(id, i);
    sum = (sum + hash) >>> 0;
    mixed = (mixed + Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)) >>> 0;
  }
  return `${rows} ${sum} ${mixed}`;
}

/** undefined where other rows could have the same targets. */
function markOfTargets(
  target: Column,
  { row, rows }: TablePart,
  isOpen: boolean,
): string | undefined {
  const counts = new Map<number, number>();
  let [one, two] = [0, 0x9e3779b9];
  for (let i = row; i < row + rows; i++) {
    const hash = cellHash(target, i);
    if (counts.size < 1000) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    one = Math.imul(one ^ hash, 0x85ebca6b) + 1;
    two = Math.imul((two << 5) ^ (two >>> 2) ^ hash, 0xc2b2ae35);
  }
  const repeats = [...counts.values()].reduce((sum, count) => sum + (count / rows) ** 2, 0);
  const chance = Math.log(Math.min(1, repeats)) * rows;
  return !isOpen && chance > Math.log(rare) ? undefined : `${rows} ${one >>> 0} ${two >>> 0}`;
}

const doubles = new Float64Array(1);
const words = new Int32Array(doubles.buffer);

function cellHash(column: Column, row: number): number {
  const number = column.numbers[row]!;
  if (!Number.isNaN(number)) {
    doubles[0] = number;
    return mix(Math.imul(words[0]!, 0x9e3779b1) ^ words[1]!);
  }
  let hash = 0x811c9dc5;
  const text = column.textOf(row);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return Math.imul(once ^ (once >>> 15), 0x846ca68b) >>> 0;
}
