import type { LabelColumn } from '../../core/samples/samples';
import { wordsOf } from '../../names/wordsOf';
import type { Column, Table } from '../../readers/table';
import type { Roles } from '../roles';
import { labelColumn } from '../samples/columns';

/** Beyond so many values a column counts rows, not folds. */
const mostFolds = 100;
const foldWords: ReadonlySet<string> = new Set(['fold', 'folds', 'kfold']);

/** Whether a column is called after the folds of a cross-validation: `fold`, `cv_fold`, `fold_id`, `kfold`. */
export function isFoldName(name: string): boolean {
  const words = wordsOf(name);
  return words.length <= 2 && words.some(word => foldWords.has(word));
}

/**
 * The fold of each row: what the names of the parts say, else the one column that is called a fold, has no other
 * role, and holds a few whole numbers or names, each in several rows. undefined where splits are reported apart.
 */
export function foldColumn(table: Table, roles: Roles): LabelColumn | undefined {
  if (roles.split !== null) return undefined;
  if (table.fold !== undefined) return labelColumn(table, table.fold);
  const free = new Set([...roles.ignored, ...roles.groups]);
  const [found, another] = table.columns.filter(
    column => free.has(column.name) && isFoldName(column.name) && isWhole(column),
  );
  if (found === undefined || another !== undefined) return undefined;
  const column = labelColumn(table, found.name);
  return areFolds(column) ? column : undefined;
}

function isWhole({ kind, numbers, missing, invalid }: Column): boolean {
  if (missing > 0 || invalid.size > 0) return false;
  return kind === 'label' || (kind === 'number' && numbers.every(Number.isInteger));
}

function areFolds({ codes, labels }: LabelColumn): boolean {
  if (labels.length < 2 || labels.length > mostFolds) return false;
  const rows = new Uint32Array(labels.length);
  for (const code of codes) if (code >= 0) rows[code]! += 1;
  return rows.every(count => count >= 2);
}
