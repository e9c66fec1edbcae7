import type { Column, Table } from '../../readers/table';
import { type Candidate, wordsIn } from '../guess/candidate';
import { medians } from '../guess/models/regressors';
import { keyRows } from '../pivot/keyRows';
import { cellKey, holdsCodes, writesZeros, zerolessKey } from './cellKey';
import { dateKeys } from './dateKeys';
import type { FileSide } from './fileSide';

/** Which row of another file belongs to each row of the first. */
export interface RowMatch {
  /** Row of the other file per row of the first, -1 for none. */
  readonly rows: Int32Array;
  /** Names in the two files of the columns that were compared; empty when rows go by their order. */
  readonly keys: readonly (readonly [string, string])[];
  readonly matched: number;
  /** Rows of the other file whose id does not occur in the first. */
  readonly left: number;
  /** Rows of the other file left out although their id occurs, because it occurs more often there. */
  readonly repeated: number;
  /** Set where the ids were compared without their leading zeros. */
  readonly zeroless?: boolean;
}

/** Matches forecasts by dates, others by common id columns, else row by row; null when nothing is possible. */
export function matchRows(first: FileSide, other: FileSide): RowMatch | null {
  const dated = datesIn(first, other);
  const isForecast = [first, other].some(({ survey }) => medians(survey).length > 0);
  if (dated !== undefined && isForecast) return byDates(first, other, dated);
  for (const keys of keyPairs(first, other)) {
    const match = byKeys(first.table, other.table, keys);
    if (match.matched > 0) return match;
    const zeroless = withoutZeros(first.table, other.table, keys);
    if (zeroless !== null) return zeroless;
  }
  const match = dated === undefined ? null : byDates(first, other, dated);
  if (match !== null) return match;
  return first.table.rows === other.table.rows ? byOrder(first.table.rows) : null;
}

function datesIn(first: FileSide, other: FileSide): readonly KeyPair[] | undefined {
  return dateKeys(keysOf(first), keysOf(other), sharedKeys(first, other))?.map(columnsOf);
}

/** A spreadsheet takes the zeros off `00042`: where no id matches, they are tried without them if no two become one. */
function withoutZeros(first: Table, other: Table, keys: readonly KeyPair[]): RowMatch | null {
  const [pair] = keys;
  if (pair === undefined || keys.length > 1 || !pair.some(writesZeros) || pair.every(writesZeros))
    return null;
  const isSafe = pair.every((column, i) => staysApart(column, (i === 0 ? first : other).rows));
  if (!isSafe) return null;
  const match = byKeys(first, other, keys, zerolessKey);
  return match.matched === 0 ? null : { ...match, zeroless: true };
}

function staysApart(column: Column, rows: number): boolean {
  const seen = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const key = cellKey(column, row);
    const known = seen.get(zerolessKey(column, row)) ?? key;
    if (known !== key) return false;
    seen.set(zerolessKey(column, row), key);
  }
  return true;
}

/** Rows of true values must be the only ones of their date and place. */
function byDates(first: FileSide, other: FileSide, keys: readonly KeyPair[]): RowMatch | null {
  const { rows } = other.table;
  const theirs = keys.map(([, key]) => key);
  const isTold = other.side === 'predictions' || keyRows(theirs, rows).firstRows.length === rows;
  const match = isTold ? byKeys(first.table, other.table, keys) : null;
  return match === null || match.matched === 0 ? null : match;
}

function columnsOf([a, b]: readonly [Candidate, Candidate]): KeyPair {
  return [a.column, b.column];
}

function byOrder(rows: number): RowMatch {
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  return { rows: order, keys: [], matched: rows, left: 0, repeated: 0 };
}

type KeyPair = readonly [Column, Column];

type Id = string | number;
type IdOf = (row: number) => Id;

/** The second row with an id goes to the second one of the other file, and the last as often as needed. */
function byKeys(
  first: Table,
  other: Table,
  keys: readonly KeyPair[],
  keyOf: typeof cellKey = cellKey,
): RowMatch {
  const areNumbers = keyOf === cellKey && keys.length === 1 && keys[0]!.every(isPlainNumber);
  const ownId = idOf(
    keys.map(([key]) => key),
    areNumbers,
    keyOf,
  );
  const theirId = idOf(
    keys.map(([, key]) => key),
    areNumbers,
    keyOf,
  );
  const { open, next } = rowsById(other.rows, theirId);
  const rows = new Int32Array(first.rows);
  const taken = new Uint8Array(other.rows);
  let matched = 0;
  for (let row = 0; row < first.rows; row++) {
    const id = ownId(row);
    const match = open.get(id) ?? -1;
    rows[row] = match;
    if (match < 0) continue;
    matched++;
    taken[match] = 1;
    if (next[match]! >= 0) open.set(id, next[match]!);
  }
  return {
    rows,
    keys: keys.map(([a, b]) => [a.name, b.name]),
    matched,
    ...countLeft(theirId, taken),
  };
}

/** The first row of each id, and for each row the next one with the same id or -1. */
function rowsById(count: number, id: IdOf) {
  const open = new Map<Id, number>();
  const next = new Int32Array(count);
  for (let row = count - 1; row >= 0; row--) {
    const key = id(row);
    next[row] = open.get(key) ?? -1;
    open.set(key, row);
  }
  return { open, next };
}

function countLeft(
  id: IdOf,
  taken: Uint8Array,
): { readonly left: number; readonly repeated: number } {
  if (!taken.includes(0)) return { left: 0, repeated: 0 };
  const matched = new Set<Id>();
  for (let row = 0; row < taken.length; row++) if (taken[row] === 1) matched.add(id(row));
  let left = 0;
  let repeated = 0;
  for (let row = 0; row < taken.length; row++) {
    if (taken[row] === 1) continue;
    if (matched.has(id(row))) repeated++;
    else left++;
  }
  return { left, repeated };
}

/** Ids are compared as texts, so that `007` is not 7 but 7.0 is; columns of nothing but numbers as numbers. */
function idOf(columns: readonly Column[], areNumbers: boolean, keyOf: typeof cellKey): IdOf {
  const [column] = columns;
  if (areNumbers) return row => column!.numbers[row]!;
  if (columns.length === 1) return row => keyOf(column!, row);
  return row => columns.map(one => keyOf(one, row)).join('\u0000');
}

function isPlainNumber(column: Column): boolean {
  const { kind, missing, invalid } = column;
  return kind === 'number' && missing === 0 && invalid.size === 0 && !holdsCodes(column);
}

/** Ways to match, the likeliest first: an id of one name, all columns of one name, ids of two names. */
function keyPairs(first: FileSide, other: FileSide): KeyPair[][] {
  const shared = sharedKeys(first, other);
  const ids = shared.filter(([key]) => key.said?.role === 'id');
  const indexes = shared.filter(([key]) => key.said?.role === 'index');
  const singles = [
    ...ids,
    ...shared.filter(pair => !ids.includes(pair) && !indexes.includes(pair)),
  ];
  const unique = [...singles, ...indexes].filter(pair => pair.every(isUnique));
  const ways = unique.map(pair => [pair]);
  const together = shared.filter(pair => !indexes.includes(pair));
  const apart = onlyIds(first, other);
  return [
    ...ways,
    ...(unique.length === 0 && together.length > 1 ? [together] : []),
    ...ids.filter(pair => !unique.includes(pair)).map(pair => [pair]),
    ...(apart === undefined ? [] : [[apart]]),
  ].map(way => way.map(columnsOf));
}

/** Columns of the same name that are no target and no prediction in either file. */
function sharedKeys(first: FileSide, other: FileSide): (readonly [Candidate, Candidate])[] {
  return keysOf(first).flatMap(one => {
    const match = keysOf(other).find(two => sameName(one.name, two.name));
    return match === undefined ? [] : [[one, match] as const];
  });
}

function keysOf({ survey, target, predictions, named, side }: FileSide): Candidate[] {
  const values = new Set(named || side === 'pair' ? [target, ...predictions] : [target]);
  return survey.candidates.filter(
    ({ name, column, facts }) =>
      !values.has(name) &&
      column.kind !== 'empty' &&
      (column.kind !== 'number' || facts.integer) &&
      column.kind !== 'boolean',
  );
}

function sameName(a: string, b: string): boolean {
  return wordsIn(a).join(' ') === wordsIn(b).join(' ') && a.trim() !== '';
}

/** Different in nearly every row, as far as the rows looked at tell. */
function isUnique({ facts, column }: Candidate): boolean {
  if (!holdsCodes(column)) return facts.labels.size >= 0.9 * facts.rows;
  const { length } = column.numbers;
  const codes = new Set(Array.from({ length }, (_, row) => cellKey(column, row)));
  return codes.size >= 0.9 * length;
}

function onlyIds(first: FileSide, other: FileSide): readonly [Candidate, Candidate] | undefined {
  const [own, theirs] = [first, other].map(side =>
    keysOf(side).filter(one => one.said?.role === 'id' && isUnique(one)),
  );
  const [a, b] = [own?.[0], theirs?.[0]];
  return own?.length === 1 && theirs?.length === 1 && a !== undefined && b !== undefined
    ? [a, b]
    : undefined;
}
