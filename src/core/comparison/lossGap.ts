import type { Region } from '../../shared/lossReport';
import { regions } from '../measures/region';
import { fillLength } from '../statistics/fill';
import type { Judged } from './judged';
import { type JudgedPiece, judgedPiece } from './judgedPiece';

export type Outcome = 'both' | 'first' | 'second' | 'neither';

/** Samples with the same outcome, or with the same outcome and confidence, and their part in the gap. */
export interface GapPart {
  /** Which of the two models is right. */
  readonly right: Outcome;
  /** Regions of the first and the second model; null without probabilities or over all regions. */
  readonly regions: readonly [Region, Region] | null;
  readonly count: number;
  /** What these samples add to (mean loss of the second) - (mean loss of the first). */
  readonly gap: number;
  /** gap / whole gap; NaN when there is no finite gap. */
  readonly share: number;
  readonly meanLoss: readonly [number, number];
  /** Mean probability of the true class; null when a model has none. */
  readonly probability: readonly [number, number] | null;
  /** The first common samples of the part, at most 100. */
  readonly samples: readonly number[];
}

export interface LossGap {
  readonly n: number;
  readonly accuracy: readonly [number, number];
  readonly meanLoss: readonly [number, number];
  readonly gap: number;
  /** By outcome: at most four, the largest share first. They add up to the gap. */
  readonly parts: readonly GapPart[];
  /** The same by outcome and confidence. */
  readonly cells: readonly GapPart[];
}

/** Sums of the samples of one outcome and one pair of regions. */
interface Tally {
  readonly right: Outcome;
  readonly regions: readonly [Region, Region] | null;
  readonly count: number;
  readonly weight: number;
  readonly loss: readonly [number, number];
  readonly probability: readonly [number, number];
  readonly samples: readonly number[];
}

const maxSamples = 100;
const outcomes = ['neither', 'first', 'second', 'both'] as const;

/** Splits the difference of two mean losses exactly into groups of samples, which are common and aligned. */
export function lossGap(
  first: Judged,
  second: Judged,
  cellSums: CellSums = sumsByCell(first, second),
): LossGap {
  const probable = first.probability !== null && second.probability !== null;
  const tallies = talliesOf(cellSums, first.weight === undefined, probable);
  const cells = tallies.filter(({ count }) => count > 0);
  const parts = outcomes.flatMap(right => merged(cells, right));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const gap = differenceOf(parts) / total;
  const finished = (tallies: readonly Tally[]) =>
    tallies
      .map(tally => finish(tally, total, gap, probable))
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || b.count - a.count);
  const sumBy = (value: (part: Tally) => number) =>
    parts.reduce((sum, part) => sum + value(part), 0) / total;
  const rightBy = (side: Outcome) =>
    sumBy(({ right, weight }) => (right === 'both' || right === side ? weight : 0));
  return {
    n: first.n,
    accuracy: [rightBy('first'), rightBy('second')],
    meanLoss: [sumBy(part => part.loss[0]), sumBy(part => part.loss[1])],
    gap,
    parts: finished(parts),
    cells: finished(cells),
  };
}

/** Count, weight, both losses and both probabilities of a cell. */
export const cellWidth = 6;

/** By outcome, then by region of the first model, then of the second. */
function talliesOf(
  { sums, samples }: CellSums,
  unweighted: boolean,
  probable: boolean,
): readonly Tally[] {
  return outcomes.flatMap((right, outcome) =>
    regions.flatMap((a, row) =>
      regions.map((b, column): Tally => {
        const cell = 9 * outcome + 3 * row + column;
        const [count, weight, ...rest] = sums.subarray(cellWidth * cell, cellWidth * (cell + 1));
        return {
          right,
          regions: probable ? [a, b] : null,
          count: count!,
          weight: unweighted ? count! : weight!,
          loss: [rest[0]!, rest[1]!],
          probability: [rest[2]!, rest[3]!],
          samples: samples[cell]!,
        };
      }),
    ),
  );
}

/** Sums and first samples by cell: 9 times the outcome, 3 times the region of the first model, that of the second. */
export interface CellSums {
  /** `cellWidth` sums for each cell. */
  readonly sums: Float64Array;
  readonly samples: readonly number[][];
}

export function emptyCells(): CellSums {
  const cells = 9 * outcomes.length;
  return {
    sums: new Float64Array(cellWidth * cells),
    samples: Array.from({ length: cells }, () => []),
  };
}

/** Keeps a sample of a cell while there are few; false when there is no room for more. */
export function keepSample({ samples }: CellSums, cell: number, i: number): boolean {
  const tallies = samples[cell]!;
  if (tallies.length < maxSamples) tallies.push(i);
  return tallies.length < maxSamples;
}

/** One pass over both models, piece by piece. */
function sumsByCell(first: Judged, second: Judged): CellSums {
  const found = emptyCells();
  const { sums } = found;
  const [a, b] = [judgedPiece(first), judgedPiece(second)];
  const cells = new Uint8Array(fillLength);
  const wanted = new Uint8Array(9 * outcomes.length).fill(1);
  for (let from = 0; from < first.n; from += fillLength) {
    const length = Math.min(fillLength, first.n - from);
    const weights = first.weight?.subarray(from, from + length) ?? ones;
    a.fill(from, length);
    b.fill(from, length);
    findCells(a, b, cells);
    addTerms(cells, length, ones, ones, sums, 0);
    if (first.weight !== undefined) addTerms(cells, length, weights, ones, sums, 1);
    addTerms(cells, length, weights, a.loss, sums, 2);
    addTerms(cells, length, weights, b.loss, sums, 3);
    if (first.probability !== null) addTerms(cells, length, ones, a.probability, sums, 4);
    if (second.probability !== null) addTerms(cells, length, ones, b.probability, sums, 5);
    for (let i = 0; i < length; i++) {
      const cell = cells[i]!;
      if (wanted[cell] === 1) wanted[cell] = Number(keepSample(found, cell, from + i));
    }
  }
  return found;
}

const ones = new Float64Array(fillLength).fill(1);

function findCells(a: JudgedPiece, b: JudgedPiece, cells: Uint8Array): void {
  for (let i = 0; i < cells.length; i++) {
    const outcome = a.right[i]! + 2 * b.right[i]!;
    cells[i] = 9 * outcome + 3 * a.region[i]! + b.region[i]!;
  }
}

/** Adds weight times value to one sum of each cell; a weight of 0 takes a sample out, even an infinite one. */
function addTerms(
  cells: Uint8Array,
  length: number,
  weights: Float64Array,
  values: Float64Array,
  sums: Float64Array,
  offset: number,
): void {
  for (let i = 0; i < length; i++) {
    const w = weights[i]!;
    sums[cellWidth * cells[i]! + offset]! += w > 0 ? w * values[i]! : 0;
  }
}

/** All cells of one outcome as one; nothing when there are none. */
function merged(cells: readonly Tally[], right: Outcome): readonly Tally[] {
  const tallies = cells.filter(cell => cell.right === right);
  if (tallies.length === 0) return [];
  const sum = (value: (cell: Tally) => number) =>
    tallies.reduce((total, cell) => total + value(cell), 0);
  const samples = tallies.flatMap(cell => cell.samples).sort((a, b) => a - b);
  return [
    {
      right,
      regions: null,
      count: sum(cell => cell.count),
      weight: sum(cell => cell.weight),
      loss: [sum(cell => cell.loss[0]), sum(cell => cell.loss[1])],
      probability: [sum(cell => cell.probability[0]), sum(cell => cell.probability[1])],
      samples: samples.slice(0, maxSamples),
    },
  ];
}

function differenceOf(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { loss }) => sum + (loss[1] - loss[0]), 0);
}

function finish(tally: Tally, total: number, whole: number, probable: boolean): GapPart {
  const gap = differenceOf([tally]) / total;
  return {
    right: tally.right,
    regions: tally.regions,
    count: tally.count,
    gap,
    share: Number.isFinite(whole) && whole !== 0 ? gap / whole : Number.NaN,
    meanLoss: [tally.loss[0] / tally.weight, tally.loss[1] / tally.weight],
    probability: probable
      ? [tally.probability[0] / tally.count, tally.probability[1] / tally.count]
      : null,
    samples: tally.samples,
  };
}
