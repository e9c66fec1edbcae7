import type { Cell } from '../cells';
import { refuseUnwritten } from '../refuseUnwritten';
import type { Cells } from './cellLists';
import { isScalars, JsonArray, JsonObject, type JsonValue } from './jsonValue';
import { records, recordsOf } from './records';

/** True for objects with a list in them. */
export function isColumns(value: JsonValue | undefined): value is JsonObject {
  return value instanceof JsonObject && listsOf(value).length > 0;
}

/** An object of lists: a Keras History, targets and predictions. Scalars beside them are left out. */
export function columns(value: JsonObject): Cells {
  const all = new Map<string, readonly Cell[]>();
  const lists = allListsOf(value);
  for (const [name, list] of lists) {
    for (const [column, cells] of columnsOf(name, list)) all.set(column, cells);
  }
  const lines = maxLines(lists.map(([, list]) => list));
  const isHistory = [...all.keys()].some(name => /loss/i.test(name));
  return { columns: isHistory ? padded(all, lines.length) : all, lines };
}

/** True for an object of objects, some of them of objects, of lists of scalars. */
export function isEvalsResult(value: JsonValue): value is JsonObject {
  return (
    value instanceof JsonObject &&
    value.entries.size > 0 &&
    [...value.entries.values()].every(
      set => set instanceof JsonObject && holdsCurves(set, maxDepth),
    )
  );
}

const maxDepth = 3;

/** Nothing but lists of scalars, or objects of them. */
function holdsCurves(value: JsonObject, depth: number): boolean {
  return [...value.entries.values()].every(
    part =>
      isScalars(part) || (depth > 1 && part instanceof JsonObject && holdsCurves(part, depth - 1)),
  );
}

/**
 * XGBoost's and LightGBM's `{"train": {"logloss": [...]}}`, Ludwig's `{"training": {"combined": {"loss": [...]}}}`:
 * one column `train-logloss` or `training-combined-loss` for each list.
 */
export function evalsResult(value: JsonObject): Cells {
  const lists = curvesOf(value, '');
  const lines = maxLines(lists.map(([, list]) => list));
  const cells = new Map(lists.map(([name, list]) => [name, list.items as readonly Cell[]]));
  return { columns: padded(cells, lines.length), lines, history: true };
}

function curvesOf(value: JsonObject, path: string): readonly (readonly [string, JsonArray])[] {
  return [
    ...listsOf(value).map(([name, list]) => [`${path}${name}`, list] as const),
    ...[...value.entries].flatMap(([name, part]) =>
      part instanceof JsonObject ? curvesOf(part, `${path}${name}-`) : [],
    ),
  ];
}

function listsOf(value: JsonObject): readonly (readonly [string, JsonArray])[] {
  return [...value.entries].flatMap(([name, list]) =>
    list instanceof JsonArray && list.items.length > 0 ? [[name, list] as const] : [],
  );
}

/** The lists of an object and the equally long ones one level below: `{"y": [...], "models": {"ridge": [...]}}`. */
function allListsOf(value: JsonObject): readonly (readonly [string, JsonArray])[] {
  const own = listsOf(value);
  const inner = [...value.entries]
    .flatMap(([name, part]) =>
      part instanceof JsonObject ? listsOf(part).map(([key, list]) => ({ name, key, list })) : [],
    )
    .filter(({ list }) => own.every(([, { items }]) => items.length === list.items.length));
  const keys = [...own.map(([name]) => name), ...inner.map(({ key }) => key)];
  const isOnce = (key: string) => keys.indexOf(key) === keys.lastIndexOf(key);
  return [
    ...own,
    ...inner.map(({ name, key, list }) => [isOnce(key) ? key : `${name}-${key}`, list] as const),
  ];
}

/** The columns of one list: itself, or one per key when its items are lists or objects. */
function columnsOf(name: string, list: JsonArray): ReadonlyMap<string, readonly Cell[]> {
  if (isScalars(list)) return new Map([[name, list.items]]);
  const wrapped = list.items.map((item, i) => {
    const record = new JsonObject(list.itemLines[i]!);
    record.set(name, item);
    return record;
  });
  return records(recordsOf(wrapped, list.itemLines)).columns;
}

function maxLines(lists: readonly JsonArray[]): readonly number[] {
  return lists.reduce(
    (longest: readonly number[], { itemLines }) =>
      itemLines.length > longest.length ? itemLines : longest,
    [],
  );
}

/** Curves that stopped early are filled up to the length of the longest. */
function padded(
  cells: ReadonlyMap<string, readonly Cell[]>,
  length: number,
): ReadonlyMap<string, readonly Cell[]> {
  const written = [...cells.values()].reduce((sum, list) => sum + list.length, 0);
  refuseUnwritten(length, cells.size, written);
  return new Map(
    [...cells].map(([name, list]) => [
      name,
      [...list, ...Array.from({ length: length - list.length }, () => null)],
    ]),
  );
}
