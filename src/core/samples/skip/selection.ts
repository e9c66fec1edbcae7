import type { LabelColumn } from '../samples';
import type { SkipLog } from './skipLog';

/** The rows of one split that are left; `rows` is null when they are all rows of the source. */
export interface Selection {
  /** In a long table, the model these rows belong to. */
  readonly model: string | null;
  readonly split: string | null;
  readonly n: number;
  readonly rows: Int32Array | null;
}

/**
 * One selection per model of a long table and split, in order of appearance; one alone without either.
 * Linear in the rows.
 */
export function selections(
  rows: number,
  log: SkipLog,
  split: LabelColumn | undefined,
  byModel?: LabelColumn,
): readonly Selection[] {
  if (byModel !== undefined) return selectionsByModel(rows, log, split, byModel);
  if (split === undefined) {
    const all = log.count === 0;
    return [{ model: null, split: null, n: rows - log.count, rows: all ? null : kept(rows, log) }];
  }
  const order = appearance(split);
  const counts = new Int32Array(split.labels.length + 1);
  for (let row = 0; row < rows; row++) if (!log.has(row)) counts[split.codes[row]! + 1]!++;
  const found = order.map(code => ({ code, rows: new Int32Array(counts[code + 1]!), filled: 0 }));
  const ofCode = new Map(found.map(part => [part.code, part]));
  for (let row = 0; row < rows; row++) {
    const part = log.has(row) ? undefined : ofCode.get(split.codes[row]!);
    if (part !== undefined) part.rows[part.filled++] = row;
  }
  return found.map(part => ({
    model: null,
    split: part.code < 0 ? null : split.labels[part.code]!,
    n: part.filled,
    rows: part.rows,
  }));
}

/** Models and splits crossed into one column of codes, and taken apart again. */
function selectionsByModel(
  rows: number,
  log: SkipLog,
  split: LabelColumn | undefined,
  byModel: LabelColumn,
): readonly Selection[] {
  const splits = [null, ...(split?.labels ?? [])];
  const models = [null, ...byModel.labels];
  const codes = byModel.codes.map(
    (model, row) => (model + 1) * splits.length + (split === undefined ? 0 : split.codes[row]! + 1),
  );
  const labels = Array.from({ length: models.length * splits.length }, (_, code) => String(code));
  return selections(rows, log, { name: byModel.name, codes, labels }).map(selection => {
    const code = Number(selection.split);
    return {
      ...selection,
      model: models[Math.floor(code / splits.length)]!,
      split: splits[code % splits.length]!,
    };
  });
}

/** The entries of the selected rows; the array itself when all rows are selected. */
export function pick<T extends Float64Array | Int32Array>(values: T, { rows, n }: Selection): T {
  if (rows === null) return values;
  const picked = values.slice(0, n) as T;
  for (let i = 0; i < n; i++) picked[i] = values[rows[i]!]!;
  return picked;
}

function kept(rows: number, log: SkipLog): Int32Array {
  const left = new Int32Array(rows - log.count);
  let filled = 0;
  for (let row = 0; row < rows; row++) if (!log.has(row)) left[filled++] = row;
  return left;
}

function appearance({ codes, labels }: LabelColumn): readonly number[] {
  const seen = new Set<number>();
  for (let row = 0; row < codes.length && seen.size <= labels.length; row++) seen.add(codes[row]!);
  return [...seen];
}
