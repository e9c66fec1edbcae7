import type { CalibrationEvents } from './calibrationEvents';
import { cellOf, fineCells, fineEvents } from './fineEvents';
import { placeAmong } from './placeAmong';

/** Samples grouped by predicted probability in equal bins of [0, 1], each closed on the left. */
export interface CalibrationBins {
  readonly edges: Float64Array;
  readonly counts: Float64Array;
  /** Share of the samples in which the event happened; NaN for an empty bin. */
  readonly observed: Float64Array;
  /** Mean predicted probability; NaN for an empty bin. */
  readonly predicted: Float64Array;
}

/** The events between neighbours among all edges of 1 to `maxBins` bins: any number of bins follows exactly. */
export interface EventsByEdge {
  /** Ascending; the first is 0, and the last stretch goes to 1. */
  readonly starts: Float64Array;
  readonly counts: Float64Array;
  readonly happened: Float64Array;
  /** Sums of the probabilities. */
  readonly sums: Float64Array;
  /** The same events in `fineCells` equal cells: absences and events of each. */
  readonly fine: Uint32Array;
}

export const maxBins = 100;

/** One pass over the events: cells that no edge cuts are counted as a whole, the samples of the others one by one. */
export function eventsByEdge(events: Events): EventsByEdge {
  const starts = allStarts();
  const place = placeAmong(starts);
  const sums = new Float64Array(3 * starts.length);
  const add = (p: number, count: number, happened: number, sum: number) => {
    const at = 3 * (place(p) - 1);
    sums[at]! += count;
    sums[at + 1]! += happened;
    sums[at + 2]! += sum;
  };
  const isCut = new Uint8Array(fineCells);
  for (const start of starts) isCut[cellOf(start)] = Number(!Number.isInteger(start * fineCells));
  const fine = fineEvents(events, isCut, (p, happened) => add(p, 1, happened, p));
  for (let cell = 0; cell < fineCells; cell++) {
    const happened = fine.counts[2 * cell + 1]!;
    const count = fine.counts[2 * cell]! + happened;
    if (isCut[cell] === 0) add(cell / fineCells, count, happened, fine.sums[cell]!);
  }
  const every = (offset: number) => starts.map((_, at) => sums[3 * at + offset]!);
  return { starts, counts: every(0), happened: every(1), sums: every(2), fine: fine.counts };
}

type Events = Pick<CalibrationEvents, 'probability' | 'event'>;

/** Every i / bins below 1. */
function allStarts(): Float64Array {
  const starts = new Set<number>();
  for (let bins = 1; bins <= maxBins; bins++) {
    for (let i = 0; i < bins; i++) starts.add(i / bins);
  }
  return Float64Array.from(starts).sort();
}

/** At most `maxBins` bins. */
export function calibrationBins(events: EventsByEdge, bins: number): CalibrationBins {
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => i / bins);
  const counts = new Float64Array(bins);
  const happened = new Float64Array(bins);
  const sums = new Float64Array(bins);
  let bin = 0;
  for (const [at, start] of events.starts.entries()) {
    if (bin + 1 < bins && start >= edges[bin + 1]!) bin++;
    counts[bin]! += events.counts[at]!;
    happened[bin]! += events.happened[at]!;
    sums[bin]! += events.sums[at]!;
  }
  return {
    edges,
    counts,
    observed: happened.map((count, i) => count / counts[i]!),
    predicted: sums.map((sum, i) => sum / counts[i]!),
  };
}

/** sum n_b / n |observed - predicted|, the expected calibration error. */
export function expectedCalibrationError(bins: CalibrationBins): number {
  let sum = 0;
  let n = 0;
  for (const [i, count] of bins.counts.entries()) {
    n += count;
    if (count > 0) sum += count * Math.abs(bins.observed[i]! - bins.predicted[i]!);
  }
  return sum / n;
}
