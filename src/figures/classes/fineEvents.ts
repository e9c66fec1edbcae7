import type { CalibrationEvents } from './calibrationEvents';

/** Equal cells of [0, 1]; a power of two, so that p * fineCells is exact. */
export const fineCells = 65536;

export interface FineEvents {
  /** Absences of the event in cell 0, events in cell 0, absences in cell 1, ... */
  readonly counts: Uint32Array;
  /** Sum of the probabilities in each cell. */
  readonly sums: Float64Array;
}

/** The cell of a probability; 1 belongs to the last. */
export function cellOf(p: number): number {
  return Math.min(fineCells - 1, (p * fineCells) | 0);
}

/** Counts the events in their cells, and visits those in the cells marked by `isVisited`. */
export function fineEvents(
  { probability, event }: Pick<CalibrationEvents, 'probability' | 'event'>,
  isVisited: Uint8Array,
  visit: (p: number, happened: number) => void,
): FineEvents {
  const counts = new Uint32Array(2 * fineCells);
  const sums = new Float64Array(fineCells);
  const kept = new Int32Array(pieceLength);
  for (let from = 0; from < probability.length; from += pieceLength) {
    const to = Math.min(probability.length, from + pieceLength);
    let length = 0;
    for (let i = from; i < to; i++) {
      const cell = cellOf(probability[i]!);
      counts[2 * cell + event[i]!]! += 1;
      sums[cell]! += probability[i]!;
      // Written always and kept by a step of 0 or 1: a branch would often be sent the wrong way.
      kept[length] = i;
      length += isVisited[cell]!;
    }
    for (const i of kept.subarray(0, length)) visit(probability[i]!, event[i]!);
  }
  return { counts, sums };
}

const pieceLength = 8192;
