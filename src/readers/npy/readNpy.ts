import type { ByteSource } from '../byteSource';
import { type Cell, columnOfCells } from '../cells';
import { refuseBeyondBudget } from '../memoryBudget';
import { columnOfNumbers, tableWithoutLines } from '../numberTable';
import { ReadError } from '../readError';
import type { Column, Table } from '../table';
import { uniqueNames } from '../uniqueNames';
import { maxFields, type NpyElement, type NpyField, npyElement } from './npyFields';
import { type NpyHeader, npyHeader } from './npyHeader';

const chunkBytes = 2 ** 22;
/** What a cell of text takes beside its characters: its place in a list, and the number that it is not. */
const bytesOfText = 24;
const bytesOfNumber = 8;

/**
 * Reads an `.npy` array of one or two dimensions; the file's stem names the columns. Fields of structured arrays are
 * columns and their elements rows, in C order. Rejects with a ReadError when the header lies about the size, for
 * types that are not read, and for an array whose columns would exceed `memoryBudget` bytes.
 */
export async function readNpy(source: ByteSource, memoryBudget?: number): Promise<Table> {
  const stem = source.name.replace(/\.npy$/i, '');
  const columns = await npyColumns(source, stem, memoryBudget);
  return tableWithoutLines({
    name: source.name,
    format: 'npy',
    bytes: source.size,
    rows: columns[0]?.numbers.length ?? 0,
    columns,
  });
}

/**
 * The columns of an `.npy` array: `stem`, or `stem[0]`, `stem[1]`, ... for two dimensions. Reads the source from its
 * start to its end, without going back.
 */
export async function npyColumns(
  source: ByteSource,
  stem: string,
  memoryBudget?: number,
): Promise<readonly Column[]> {
  const header = await npyHeader(source);
  const layout = layoutOf(source, header);
  refuseBeyondBudget(source.name, layout, memoryBudget);
  const { names, cells } = columnsFor(stem, layout);
  await eachElement(source, header, layout, (row, column, value) => {
    cells[column]![row] = value as number;
  });
  const unique = uniqueNames(names);
  return cells.map((list, i) =>
    list instanceof Float64Array
      ? columnOfNumbers(unique[i]!, list)
      : columnOfCells(unique[i]!, list),
  );
}

interface Layout {
  readonly rows: number;
  /** Elements of a row. */
  readonly across: number;
  readonly element: NpyElement;
  /** Columns of the table: elements of a row times fields of an element. */
  readonly columns: number;
  readonly bytesPerRow: number;
}

function layoutOf(source: ByteSource, { descr, shape, offset }: NpyHeader): Layout {
  const { name, size } = source;
  const element = npyElement(name, descr);
  const told = `(${shape.join(', ')})`;
  const refuse = (reason: string): never => {
    throw new ReadError({ source: name }, reason);
  };
  if (shape.filter(length => length !== 1).length > 2) {
    refuse(`the array has the shape ${told}; one or two dimensions can be inspected`);
  }
  const length = shape.reduce((product, part) => product * part, 1);
  if (length === 0) refuse(`the array of the shape ${told} is empty`);
  if (element.bytes === 0 || element.fields.length === 0) {
    refuse('the elements of the array have no width, so there is nothing to inspect');
  }
  const claimed = length * element.bytes;
  if (claimed > size - offset) {
    refuse(
      `the header promises ${claimed} bytes of data (shape ${shape.join(' x ')}), but the file holds ${size - offset}`,
    );
  }
  const isPlain = element.fields.length === 1 && element.fields[0]!.name === '';
  const rows = isPlain ? (shape[0] ?? 1) : length;
  const across = length / rows;
  const columns = across * element.fields.length;
  if (columns > maxFields) refuse(`the array has ${columns} columns, more than a table has`);
  const perElement = element.fields.reduce((sum, field) => sum + bytesOf(field), 0);
  return { rows, across, element, columns, bytesPerRow: across * perElement };
}

function bytesOf({ type }: NpyField): number {
  return type.isText ? bytesOfText + type.bytes : bytesOfNumber;
}

function columnsFor(
  stem: string,
  { rows, across, element }: Layout,
): { readonly names: readonly string[]; readonly cells: readonly (Float64Array | Cell[])[] } {
  const names: string[] = [];
  const cells: (Float64Array | Cell[])[] = [];
  for (let i = 0; i < across; i++) {
    for (const { name, type } of element.fields) {
      names.push(name === '' ? stem + (across === 1 ? '' : `[${i}]`) : name);
      cells.push(type.isText ? new Array<Cell>(rows).fill(null) : new Float64Array(rows));
    }
  }
  return { names, cells };
}

/** Goes through the elements in the order of the file, a chunk at a time. */
async function eachElement(
  source: ByteSource,
  { offset, fortranOrder, shape }: NpyHeader,
  { rows, across, element }: Layout,
  visit: (row: number, column: number, value: Cell) => void,
): Promise<void> {
  const { fields, bytes: stride } = element;
  const elements = rows * across;
  const inOrder = fortranOrder ? fortranPlaces(shape) : (at: number) => at;
  const perChunk = Math.max(1, Math.floor(chunkBytes / stride));
  for (let first = 0; first < elements; first += perChunk) {
    const last = Math.min(elements, first + perChunk);
    const bytes = await source.read(offset + first * stride, offset + last * stride);
    if (bytes.length < (last - first) * stride) {
      throw new ReadError({ source: source.name }, 'the file became shorter while it was read');
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = first; i < last; i++) {
      const place = inOrder(i);
      const column = (place % across) * fields.length;
      for (let field = 0; field < fields.length; field++) {
        const { at, type } = fields[field]!;
        const value = type.read(view, (i - first) * stride + at);
        visit(Math.floor(place / across), column + field, value);
      }
    }
  }
}

/** Where the elements of an array in Fortran order stand in C order; at most two lengths are not 1. */
function fortranPlaces(shape: readonly number[]): (at: number) => number {
  const [height = 1, width = 1] = shape.filter(length => length !== 1);
  return at => (at % height) * width + Math.floor(at / height);
}
