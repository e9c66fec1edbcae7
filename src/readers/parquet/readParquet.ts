import type { FileMetaData, RowGroup } from 'hyparquet/src/types.js';
import type { ByteSource } from '../byteSource';
import { defaultMemoryBudget, memoryText, refuseBeyondBudget } from '../memoryBudget';
import { tableWithoutLines } from '../numberTable';
import { ReadError } from '../readError';
import type { Column, Table } from '../table';
import { uniqueNames } from '../uniqueNames';
import { footerOf } from './footer';
import { eachCell } from './leafCells';
import { LeafColumns } from './leafColumns';
import { type Leaf, leavesOf } from './leaves';
import type { Allowance } from './pages';
import { ParquetError } from './parquetError';

/** What a cell takes that is no number: its place in a list, and the number that it is not. */
const bytesOfText = 24;
const bytesOfNumber = 8;

/**
 * Reads a Parquet file. Fields of groups become columns `group.field`, items of lists `name[0]`, `name[1]`; all
 * are told apart by their whole path. Rejects with a ReadError when the footer is cut off, a page is damaged,
 * or the columns would exceed `memoryBudget` bytes; sizes are compared before anything is made.
 */
export async function readParquet(
  source: ByteSource,
  memoryBudget: number = defaultMemoryBudget,
): Promise<Table> {
  try {
    return await tableOf(source, memoryBudget);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const reason = error instanceof ParquetError ? error.message : 'its data cannot be decoded';
    throw new ReadError({ source: source.name }, `this Parquet file cannot be read: ${reason}`);
  }
}

async function tableOf(source: ByteSource, budget: number): Promise<Table> {
  const metadata = await footerOf(source);
  const leaves = leavesOf(metadata.schema);
  const groups = groupsOf(metadata, leaves);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  refuseBeyondBudget(source.name, { rows, columns: leaves.length }, budget);
  refuseTexts(source, leaves, groups, budget);
  const room = roomFor(source, rows, budget);
  const allowance: Allowance = { bytes: budget };
  const columns: Column[] = [];
  for (const [index, leaf] of leaves.entries()) {
    const cells = new LeafColumns(leaf, rows, room);
    for (const { group, first, rows: count } of groups) {
      const meta = group.columns[index]!.meta_data!;
      await eachCell(source, leaf, meta, count, allowance, (row, places, value) =>
        cells.set(first + row, places, value),
      );
    }
    for (const column of cells.columns()) columns.push(column);
  }
  const names = uniqueNames(columns.map(({ name }) => name));
  return tableWithoutLines({
    name: source.name,
    format: 'parquet',
    bytes: source.size,
    rows,
    columns: columns.map((column, i) => ({ ...column, name: names[i]! })),
  });
}

interface Group {
  readonly group: RowGroup;
  /** Its first row. */
  readonly first: number;
  readonly rows: number;
}

/** The row groups, when the footer does not contradict itself. */
function groupsOf(metadata: FileMetaData, leaves: readonly Leaf[]): readonly Group[] {
  let first = 0;
  return metadata.row_groups.map(group => {
    const rows = Number(group.num_rows);
    checkGroup(group, rows, leaves);
    first += rows;
    return { group, first: first - rows, rows };
  });
}

function checkGroup(group: RowGroup, rows: number, leaves: readonly Leaf[]): void {
  if (!(rows >= 0) || group.columns.length !== leaves.length) {
    throw new ParquetError('its footer contradicts itself');
  }
  for (const [i, { file_path, meta_data }] of group.columns.entries()) {
    if (file_path) throw new ParquetError('its columns stand in other files');
    if (meta_data === undefined)
      throw new ParquetError('its columns are encrypted or not described');
    const { path, repetitions, element } = leaves[i]!;
    const isSame =
      meta_data.type === element.type &&
      path.length === meta_data.path_in_schema.length &&
      path.every((part, k) => part === meta_data.path_in_schema[k]);
    const values = Number(meta_data.num_values);
    const isWhole = repetitions > 0 ? values >= 0 : values === rows;
    if (!isSame || !isWhole) throw new ParquetError('its footer contradicts itself');
  }
}

/** Columns that are no numbers take more than their cells. */
function refuseTexts(
  source: ByteSource,
  leaves: readonly Leaf[],
  groups: readonly Group[],
  budget: number,
): void {
  let bytes = 0;
  for (const { group } of groups) {
    for (const [i, { meta_data }] of group.columns.entries()) {
      const isText = leaves[i]!.element.type === 'BYTE_ARRAY';
      const each = isText ? bytesOfText : bytesOfNumber;
      bytes += each * Number(meta_data!.num_values);
    }
  }
  if (bytes > budget) throw beyond(source, budget);
}

/** Called for each column; lists may have more places than the footer says. */
function roomFor(source: ByteSource, rows: number, budget: number): () => void {
  let columns = 0;
  return () => {
    columns += 1;
    refuseBeyondBudget(source.name, { rows, columns }, budget);
  };
}

function beyond(source: ByteSource, budget: number): ReadError {
  return new ReadError(
    { source: source.name },
    `its columns take more than the memory budget of ${memoryText(budget)}`,
  );
}
