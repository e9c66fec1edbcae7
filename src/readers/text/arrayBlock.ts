import type { Dict, Entry, List, Literal, Scalar } from './literal';
import { isKeyed, roleHint } from './roleHint';
import type { Binding } from './statement';

/** One array of a text as columns of equal length. */
export interface ArrayBlock {
  readonly name: string | null;
  readonly line: number;
  readonly rows: number;
  readonly columns: readonly CellColumn[];
  /** `scalar`: a single value that was no list. */
  readonly from: Binding['from'] | 'scalar';
  readonly elidedAt?: number;
}

export interface CellColumn {
  /** null: the column has the name of its array. */
  readonly key: string | null;
  /** True for `name[key]`, false for `key` alone. */
  readonly indexed: boolean;
  readonly cells: readonly Scalar[];
}

const deepest = 4;
const maxFields = 1000;

/** The arrays that a named value holds: one for a list, one per entry for a dict. */
export function blocksOf(binding: Binding, depth = 0): ArrayBlock[] {
  const { name, value, line, from } = binding;
  if (value.kind === 'dict') return dictBlocks(binding, value, depth);
  if (value.kind !== 'list') {
    const columns = [{ key: null, indexed: false, cells: [value] }];
    return [{ name, line, rows: 1, columns, from: 'scalar' }];
  }
  const columns = columnsOfList(name, value);
  if (columns === undefined) return [];
  const rows = columns[0]?.cells.length ?? 0;
  const block = { name, line, rows, columns, from };
  return [value.elidedAt === undefined ? block : { ...block, elidedAt: value.elidedAt }];
}

function dictBlocks(binding: Binding, dict: Dict, depth: number): ArrayBlock[] {
  const { name, line, from } = binding;
  if (
    name !== null &&
    isKeyed(
      name,
      dict.entries.map(entry => entry.key),
    ) &&
    allNumbers(dict)
  ) {
    return [{ name, line, rows: 1, columns: recordColumns(name, [dict]), from: 'bracket' }];
  }
  if (depth >= deepest) return [];
  const records = keyedRecords(dict);
  if (records !== undefined) return blocksOf({ ...binding, name: null, value: records }, depth + 1);
  const outer = depth === 0 ? null : name;
  return dict.entries.flatMap(({ key, value, line: at }) => {
    const list = value.kind === 'dict' ? indexedList(value) : undefined;
    const inner = outer === null ? key : `${outer}-${key}`;
    const named: Binding = {
      name: inner,
      value: list ?? value,
      line: at,
      from: from === 'name' ? 'name' : 'bracket',
    };
    return blocksOf(named, depth + 1);
  });
}

/** `{"a": {"actual": 1, "predicted": 2}, "b": {...}}`: records by their ids. */
function keyedRecords(dict: Dict): List | undefined {
  const values = dict.entries.map(entry => entry.value);
  const isRecord = (value: Literal): boolean =>
    value.kind === 'dict' &&
    indexedList(value) === undefined &&
    value.entries.every(entry => isScalar(entry.value));
  if (values.length < 2 || !values.every(isRecord)) return undefined;
  return { kind: 'list', items: values, line: dict.line };
}

/** `{0: 0.7, 1: 0.3}`, a column of pandas' `to_dict()`, as a list. */
function indexedList(dict: Dict): List | undefined {
  const inOrder = dict.entries.every(({ key, value }, i) => key === String(i) && isScalar(value));
  return inOrder
    ? { kind: 'list', items: dict.entries.map(entry => entry.value), line: dict.line }
    : undefined;
}

function allNumbers(dict: Dict): boolean {
  return dict.entries.every(({ value }) => value.kind === 'number');
}

function isScalar(value: Literal): value is Scalar {
  return value.kind !== 'list' && value.kind !== 'dict';
}

/** Undefined when the cells are neither scalars nor rows of equal length nor records. */
function columnsOfList(name: string | null, list: List): CellColumn[] | undefined {
  const items = list.items.map(unwrapped);
  if (items.length === 0) return undefined;
  if (items.every(isScalar)) return [{ key: null, indexed: false, cells: items }];
  if (items.every(item => item.kind === 'dict')) return recordColumns(name, items);
  if (items.every(item => item.kind === 'list')) return matrixColumns(items);
  return undefined;
}

/** A list of one value is that value: shapes [n][1] and [n][1][1] are columns. */
function unwrapped(value: Literal): Literal {
  let inner = value;
  for (
    let depth = 0;
    depth < deepest && inner.kind === 'list' && inner.items.length === 1;
    depth += 1
  ) {
    inner = inner.items[0]!;
  }
  return inner;
}

function matrixColumns(rows: readonly List[]): CellColumn[] | undefined {
  const width = rows[0]!.items.length;
  const cells = rows.map(row => row.items);
  if (width === 0 || !cells.every(row => row.length === width && row.every(isScalar))) {
    return undefined;
  }
  const scalars = cells as readonly (readonly Scalar[])[];
  return Array.from({ length: width }, (_, k) => ({
    key: String(k),
    indexed: true,
    cells: scalars.map(row => row[k]!),
  }));
}

/** Records as columns; a field that a record lacks, or that is no scalar, is missing there. */
function recordColumns(name: string | null, records: readonly Dict[]): CellColumn[] {
  const columns = new Map<string, Scalar[]>();
  for (const [row, record] of records.entries()) {
    for (const { key, value } of record.entries.flatMap(flatEntry)) {
      const cells = columns.get(key) ?? [];
      while (cells.length < row) cells.push(absent(records[cells.length]!.line));
      if (cells.length === row) cells.push(value);
      columns.set(key, cells);
    }
  }
  const indexed = name !== null && isKeyed(name, [...columns.keys()]);
  return [...columns].map(([key, cells]) => {
    while (cells.length < records.length) cells.push(absent(records[cells.length]!.line));
    return { key, indexed, cells };
  });
}

/** `probs: [0.7, 0.3]` in a record is `probs[0]` and `probs[1]`. */
function flatEntry({ key, value }: Entry): { readonly key: string; readonly value: Scalar }[] {
  if (isScalar(value)) return [{ key, value }];
  const inner =
    value.kind === 'dict'
      ? value.entries.map(entry => [entry.key, entry.value] as const)
      : value.items.map((item, i) => [String(i), item] as const);
  return inner
    .slice(0, maxFields)
    .flatMap(([name, item]) => (isScalar(item) ? [{ key: `${key}[${name}]`, value: item }] : []));
}

function absent(line: number): Scalar {
  return { kind: 'missing', text: '', number: Number.NaN, line, character: 0, width: 0 };
}

/** What the names of an array and of its fields hint at. */
export function hintsOf(block: ArrayBlock): ReturnType<typeof roleHint>[] {
  const keys = block.columns.flatMap(({ key, indexed }) => (key === null || indexed ? [] : [key]));
  return [block.name ?? '', ...keys].map(roleHint);
}
