import type { SchemaElement } from 'hyparquet/src/types.js';
import { ParquetError } from './parquetError';

/** One stored column of a Parquet file: a leaf of its schema. */
export interface Leaf {
  /** Names from the top down to the leaf, as the file has them. */
  readonly path: readonly string[];
  /** The path without the groups that only make lists and maps, joined with dots. */
  readonly name: string;
  readonly element: SchemaElement;
  /** Optional and repeated levels above and with the leaf: a value is there when all of them are. */
  readonly definitions: number;
  /** Repeated levels: 0 for one value per row. */
  readonly repetitions: number;
  /** Definition level from which an item is there in the innermost list, be it a missing one. */
  readonly itemLevel: number;
}

const deepest = 64;

interface Above {
  readonly path: readonly string[];
  readonly said: readonly string[];
  readonly definitions: number;
  readonly repetitions: number;
  readonly itemLevel: number;
  /** How many groups below this one only make a list or a map. */
  readonly plumbing: number;
}

const top: Above = {
  path: [],
  said: [],
  definitions: 0,
  repetitions: 0,
  itemLevel: 0,
  plumbing: 0,
};

/** The leaves in the order of the file, which is that of the columns of every row group. Throws a ParquetError. */
export function leavesOf(schema: readonly SchemaElement[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let at = 0;
  const next = (): SchemaElement => {
    const element = schema[at];
    if (element === undefined) throw new ParquetError('its schema is damaged');
    at += 1;
    return element;
  };
  const visit = (above: Above, depth: number): void => {
    const element = next();
    if (depth > deepest) throw new ParquetError(`its columns are nested deeper than ${deepest}`);
    const children = element.num_children ?? 0;
    const own = below(above, element);
    if (children <= 0) leaves.push(leafOf(own, element));
    for (let child = 0; child < children; child++) visit(own, depth + 1);
  };
  const root = next();
  for (let child = 0; child < (root.num_children ?? 0); child++) visit(top, 1);
  return leaves;
}

function below(above: Above, element: SchemaElement): Above {
  const isRepeated = element.repetition_type === 'REPEATED';
  const definitions = above.definitions + (element.repetition_type === 'REQUIRED' ? 0 : 1);
  return {
    path: [...above.path, element.name],
    said: above.plumbing > 0 ? above.said : [...above.said, element.name],
    definitions,
    repetitions: above.repetitions + (isRepeated ? 1 : 0),
    itemLevel: isRepeated ? definitions : above.itemLevel,
    plumbing: plumbingOf(above, element, isRepeated),
  };
}

/** A list is a group around a repeated group around the item; a map's repeated group holds `key` and `value`. */
function plumbingOf(above: Above, element: SchemaElement, isRepeated: boolean): number {
  const kind = element.converted_type ?? element.logical_type?.type;
  if (!isRepeated && kind === 'LIST') return 2;
  if (!isRepeated && (kind === 'MAP' || kind === 'MAP_KEY_VALUE')) return 1;
  const isSingle = (element.num_children ?? 0) === 1;
  return isRepeated && above.plumbing === 2 && isSingle ? 1 : 0;
}

function leafOf(own: Above, element: SchemaElement): Leaf {
  const { path, said, definitions, repetitions, itemLevel } = own;
  return {
    path,
    name: said.join('.'),
    element,
    definitions,
    repetitions,
    itemLevel,
  };
}
