import { type Cell, columnOfCells } from '../cells';
import { columnOfNumbers } from '../numberTable';
import type { Column } from '../table';
import type { Leaf } from './leaves';
import { ParquetError } from './parquetError';

/** Numbers as long as there are no other cells. */
interface Cells {
  numbers: Float64Array | undefined;
  others: Cell[] | undefined;
}

/** Gathers the cells of one leaf: a column of its name, or one for each place in its lists. */
export class LeafColumns {
  readonly #name: string;
  readonly #rows: number;
  readonly #reserve: () => void;
  readonly #isList: boolean;
  readonly #columns = new Map<string, Cells>();

  /** `reserve` is called before a column is made and throws when there is no room for one more. */
  constructor({ name, repetitions }: Leaf, rows: number, reserve: () => void) {
    this.#name = name;
    this.#rows = rows;
    this.#reserve = reserve;
    this.#isList = repetitions > 0;
  }

  set(row: number, places: readonly number[], value: unknown): void {
    const cells = this.#cellsAt(this.#isList ? placeName(places) : '');
    const cell = cellOf(value);
    if (typeof cell === 'number' && cells.numbers !== undefined) cells.numbers[row] = cell;
    else if (cell !== null) this.#othersOf(cells)[row] = cell;
  }

  columns(): readonly Column[] {
    if (this.#columns.size === 0) this.#cellsAt('');
    return [...this.#columns].map(([place, { numbers, others }]) =>
      others === undefined
        ? columnOfNumbers(this.#name + place, numbers!)
        : columnOfCells(this.#name + place, others),
    );
  }

  #cellsAt(place: string): Cells {
    const found = this.#columns.get(place);
    if (found !== undefined) return found;
    this.#reserve();
    const numbers = new Float64Array(this.#rows).fill(Number.NaN);
    const cells: Cells = { numbers, others: undefined };
    this.#columns.set(place, cells);
    return cells;
  }

  #othersOf(cells: Cells): Cell[] {
    if (cells.others !== undefined) return cells.others;
    const others = Array.from(
      cells.numbers!,
      (number): Cell => (Number.isNaN(number) ? null : number),
    );
    cells.others = others;
    cells.numbers = undefined;
    return others;
  }
}

function placeName(places: readonly number[]): string {
  return places.map(place => `[${place}]`).join('');
}

/** Dates as texts, whole numbers beyond 2^53 rounded as any double is, missing ones and no dates as null. */
function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    default:
      if (value === null || value === undefined) return null;
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
      if (value instanceof Uint8Array) return hexadecimal(value);
      throw new ParquetError('a column holds values that are not read');
  }
}

/** Bytes that are no text, as those of fixed length. */
function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
