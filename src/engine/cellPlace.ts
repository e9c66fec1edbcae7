import type { CellPlace } from '../shared/protocol/inspection';
import type { Predictions } from './interpretation';

/**
 * Where the value of a row stands in its line: the characters of an array's element, or the field of a record
 * that holds what the model predicts. Undefined where neither is known.
 */
export function cellPlace(
  { table, roles }: Predictions,
  row: number,
  modelName: string | undefined,
): CellPlace | undefined {
  const characters = table.charactersOf?.(row);
  if (characters) return { kind: 'characters', start: characters[0], end: characters[1] };
  const model = roles.models.find(({ name }) => name === modelName) ?? roles.models[0];
  const column = model?.prediction ?? model?.probability?.[0] ?? model?.margin ?? roles.target;
  const index = table.columns.findIndex(({ name }) => name === column);
  // Columns that were not read are missing among the others.
  if (typeof column !== 'string' || index < 0 || (table.unread?.length ?? 0) > 0) return undefined;
  return { kind: 'field', column, index, count: table.columns.length };
}
