import type { ByteSource } from '../byteSource';
import { defaultMemoryBudget, memoryText } from '../memoryBudget';
import { tableWithoutLines } from '../numberTable';
import { ReadError } from '../readError';
import type { Column, Problem, Table } from '../table';
import { uniqueNames } from '../uniqueNames';
import { npyColumns } from './readNpy';
import { type ZipEntry, zipEntries } from './zip';
import { zipMember } from './zipMember';

/**
 * Reads the arrays of an `.npz` archive as columns. Arrays of another length than most are left out and
 * told. Rejects with a ReadError when the archive is torn or would unpack to more than `memoryBudget` bytes.
 */
export async function readNpz(
  source: ByteSource,
  memoryBudget: number = defaultMemoryBudget,
): Promise<Table> {
  const entries = (await zipEntries(source)).filter(entry => entry.name.endsWith('.npy'));
  if (entries.length === 0) {
    throw new ReadError({ source: source.name }, 'the archive holds no NumPy arrays');
  }
  refuseBomb(source, entries, memoryBudget);
  const columns: Column[] = [];
  const problems: Problem[] = [];
  let left = memoryBudget;
  for (const entry of entries) {
    const read = await columnsOf(source, entry, left).catch((error: unknown) => {
      if (!(error instanceof ReadError) || entries.length === 1) throw error;
      problems.push({
        place: { source: source.name },
        text: `${error.message} (the array is left out)`,
      });
      return [];
    });
    for (const column of read) columns.push(column);
    left -= read.reduce((bytes, { numbers }) => bytes + numbers.byteLength, 0);
  }
  return tableOf(source, columns, problems);
}

function refuseBomb(source: ByteSource, entries: readonly ZipEntry[], budget: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total <= budget) return;
  throw new ReadError(
    { source: source.name },
    `the archive would unpack to ${memoryText(total)}, more than the memory budget of ${memoryText(budget)}`,
  );
}

async function columnsOf(
  source: ByteSource,
  entry: ZipEntry,
  memoryBudget: number,
): Promise<readonly Column[]> {
  const member = await zipMember(source, entry);
  const columns = await npyColumns(member, entry.name.replace(/\.npy$/, ''), memoryBudget);
  // Reading up to the end compares the checksum, also where the array ends before the member does.
  await member.read(member.size, member.size);
  return columns;
}

/** The columns of the most frequent length; the first of equally frequent ones. */
function tableOf(source: ByteSource, columns: readonly Column[], problems: Problem[]): Table {
  const counts = new Map<number, number>();
  for (const { numbers } of columns)
    counts.set(numbers.length, (counts.get(numbers.length) ?? 0) + 1);
  const [rows] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  const kept = columns.filter(column => column.numbers.length === rows);
  const others = columns.filter(column => column.numbers.length !== rows);
  const names = uniqueNames(kept.map(column => column.name));
  return tableWithoutLines({
    name: source.name,
    format: 'npz',
    bytes: source.size,
    rows,
    columns: kept.map((column, i) => ({ ...column, name: names[i]! })),
    problems: [
      ...problems,
      ...others.map(({ name, numbers }) => ({
        place: { source: source.name, column: name },
        text: `the array has ${numbers.length} rows where the others have ${rows} (left out)`,
      })),
    ],
  });
}
