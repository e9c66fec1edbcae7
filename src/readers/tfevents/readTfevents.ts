import type { ByteSource } from '../byteSource';
import { columnOfCells } from '../cells';
import { refuseBeyondBudget } from '../memoryBudget';
import { columnOfNumbers, tableWithoutLines } from '../numberTable';
import { ReadError } from '../readError';
import type { Problem, Table } from '../table';
import { maskedCrc32c } from './crc32c';
import { type Scalar, scalarsOf } from './scalars';

const windowBytes = 2 ** 22;
/** Events with images in them are longer than this and hold no scalars worth the memory. */
const maxEvent = 2 ** 26;
const headerBytes = 12;
const footerBytes = 4;
/** What a scalar takes as an object and as the cells it becomes. */
const bytesOfScalar = 160;

/**
 * Reads the scalars of a TensorBoard event file in long form: wall time, step, tag, value. A record that
 * is cut off, as in a file still being written, ends the reading and is told; so is a wrong checksum.
 */
export async function readTfevents(source: ByteSource, memoryBudget?: number): Promise<Table> {
  const { scalars, fault } = await readEvents(source, memoryBudget);
  const problems = fault === undefined ? [] : [{ place: { source: source.name }, text: fault }];
  if (scalars.length === 0) {
    const reason = fault ?? 'it holds no scalars';
    throw new ReadError({ source: source.name }, `nothing to draw in this event file: ${reason}`);
  }
  return tableOfEvents(source.name, source.size, scalars, problems);
}

/** What whole records hold. */
export interface EventsRead {
  readonly scalars: readonly Scalar[];
  /** Offset behind the last whole record. */
  readonly end: number;
  /** Why the reading ended before the source did, in words for a person. */
  readonly fault?: string;
  /** True when the last record is merely not written to its end. */
  readonly isCut: boolean;
}

/** Reads record by record up to the first that is not whole. Rejects when they exceed the budget, in bytes. */
export async function readEvents(source: ByteSource, memoryBudget?: number): Promise<EventsRead> {
  const scalars: Scalar[] = [];
  let at = 0;
  while (at < source.size) {
    const window = await source.read(at, Math.min(source.size, at + windowBytes));
    const { used, needed, fault } = readRecords(window, scalars);
    const room = { rows: scalars.length, columns: 4, bytesPerRow: bytesOfScalar };
    refuseBeyondBudget(source.name, room, memoryBudget);
    at += used;
    if (fault !== undefined) {
      return {
        scalars,
        end: at,
        fault: `${fault} at byte ${at} (the rest is left out)`,
        isCut: false,
      };
    }
    if (used > 0) continue;
    if (needed > maxEvent || at + needed > source.size) {
      return { scalars, end: at, fault: 'the last event is cut off (left out)', isCut: true };
    }
    const whole = await source.read(at, at + needed);
    at += Math.max(1, readRecords(whole, scalars).used);
  }
  return { scalars, end: at, isCut: false };
}

interface RecordsRead {
  /** Bytes of whole records. */
  readonly used: number;
  /** Bytes of the first record that was not whole, as far as they are known. */
  readonly needed: number;
  readonly fault?: string;
}

/** TFRecord framing: length (8 bytes), its checksum (4), the data, its checksum (4). */
function readRecords(bytes: Uint8Array, scalars: Scalar[]): RecordsRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + headerBytes <= bytes.length) {
    const length = Number(view.getBigUint64(at, true));
    if (maskedCrc32c(bytes.subarray(at, at + 8)) !== view.getUint32(at + 8, true)) {
      return { used: at, needed: 0, fault: 'the length of an event does not match its checksum' };
    }
    const end = at + headerBytes + length + footerBytes;
    if (end > bytes.length) return { used: at, needed: end - at };
    const data = bytes.subarray(at + headerBytes, end - footerBytes);
    if (maskedCrc32c(data) !== view.getUint32(end - footerBytes, true)) {
      return { used: at, needed: 0, fault: 'an event does not match its checksum' };
    }
    for (const scalar of scalarsOf(data)) scalars.push(scalar);
    at = end;
  }
  return { used: at, needed: headerBytes };
}

/** Scalars in long form. */
export function tableOfEvents(
  name: string,
  bytes: number,
  scalars: readonly Scalar[],
  problems: readonly Problem[],
): Table {
  return tableWithoutLines({
    name,
    format: 'tfevents',
    bytes,
    rows: scalars.length,
    columns: [
      columnOfNumbers(
        'Wall time',
        Float64Array.from(scalars, scalar => scalar.wallTime),
      ),
      columnOfNumbers(
        'Step',
        Float64Array.from(scalars, scalar => scalar.step),
      ),
      columnOfCells(
        'Tag',
        scalars.map(scalar => scalar.tag),
      ),
      columnOfNumbers(
        'Value',
        Float64Array.from(scalars, scalar => scalar.value),
      ),
    ],
    problems,
    history: true,
  });
}
