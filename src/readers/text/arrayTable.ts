import { type Cell, columnOfCells } from '../cells';
import type { Problem, Table } from '../table';
import { uniqueNames } from '../uniqueNames';
import { type ArrayBlock, hintsOf } from './arrayBlock';
import type { ArrayGroup } from './chooseArrays';
import type { Scalar } from './literal';

/** The columns of arrays that belong together; a row stands where its target stands, else its first cell. */
export function arrayTable(name: string, group: ArrayGroup, problems: readonly Problem[]): Table {
  const named = group.blocks.flatMap(namedColumns(group.blocks));
  const names = uniqueNames(named.map(column => column.name));
  const anchor = group.blocks.find(block => hintsOf(block).includes('target')) ?? group.blocks[0]!;
  const places = anchor.columns[0]!.cells;
  return {
    name,
    format: 'selection',
    bytes: 0,
    rows: group.rows,
    columns: named.map(({ cells }, i) => columnOfCells(names[i]!, cells.map(cellOf))),
    lineOf: row => places[row]?.line ?? null,
    charactersOf: row => {
      const cell = places[row];
      return cell === undefined ? null : [cell.character, cell.character + cell.width];
    },
    problems,
    ...(group.history ? { history: true } : {}),
  };
}

interface NamedCells {
  readonly name: string;
  readonly cells: readonly Scalar[];
}

/** `name`, `name[0]`, `name[dog]`, or the field's own name; arrays without one are counted. */
function namedColumns(blocks: readonly ArrayBlock[]): (block: ArrayBlock) => NamedCells[] {
  const nameless = blocks.filter(block => block.name === null);
  return block => {
    const base = block.name ?? `array ${nameless.indexOf(block) + 1}`;
    return block.columns.map(({ key, indexed, cells }) => ({
      name: key === null ? base : indexed ? `${base}[${key}]` : key,
      cells,
    }));
  };
}

function cellOf(scalar: Scalar): Cell {
  if (scalar.kind === 'missing') return null;
  if (scalar.kind === 'boolean') return scalar.number === 1;
  return scalar.kind === 'number' ? scalar.number : scalar.text;
}
