import { plural } from '../shared/text';
import { ReadError } from './readError';

/** Bytes of columns that are kept at once, unless a person wants another number. */
export const defaultMemoryBudget: number = 2 * 2 ** 30;

/** `2 GB`, `64 MB`, `900 kB` */
export function memoryText(bytes: number): string {
  const [size, unit] = bytes >= 2 ** 30 ? [30, 'GB'] : bytes >= 2 ** 20 ? [20, 'MB'] : [10, 'kB'];
  return `${Number((bytes / 2 ** size).toPrecision(3))} ${unit}`;
}

export interface Room {
  readonly rows: number;
  readonly columns: number;
  /** What the cells of one row take, where they are not all numbers. */
  readonly bytesPerRow?: number;
}

/**
 * For sources that cannot be sampled. Throws a ReadError when `rows` cells in each of `columns` would exceed the
 * budget, in bytes.
 */
export function refuseBeyondBudget(
  source: string,
  { rows, columns, bytesPerRow = columns * Float64Array.BYTES_PER_ELEMENT }: Room,
  budget: number = defaultMemoryBudget,
): void {
  const bytes = rows * bytesPerRow;
  if (bytes <= budget) return;
  throw new ReadError(
    { source },
    `${plural(rows, 'row')} of ${plural(columns, 'column')} take ${memoryText(bytes)}, more than the memory budget of ${memoryText(budget)}`,
  );
}
