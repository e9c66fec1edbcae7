import { remembered } from '../../remembered';
import { fillLength } from '../../statistics/fill';
import type { UsableRegression } from '../../usable';
import type { Judged } from './judged';
import { type CellSums, cellWidth, emptyCells, keepSample } from './lossGap';

/** Leading bits of the tolerance from which a sample counts as right: |error| / |target|. */
const codesOf = remembered(({ n, prediction, target }: UsableRegression): Uint16Array => {
  const codes = new Uint16Array(n);
  const ratios = new Float64Array(Math.min(n, fillLength));
  const words = new Uint32Array(ratios.buffer);
  for (let from = 0; from < n; from += ratios.length) {
    const length = Math.min(ratios.length, n - from);
    for (let i = 0; i < length; i++) {
      const size = Math.abs(prediction[from + i]! - target[from + i]!);
      // Without an error the ratio is 0, even to a target of 0.
      ratios[i] = size / (Math.abs(target[from + i]!) + Number(size === 0));
    }
    for (let i = 0; i < length; i++) codes[from + i] = codeOfWord(words[2 * i + 1]!);
  }
  return codes;
});

const codeCount = 65536;
/** The exponent and 9 bits of the fraction, from 2^-100 up; smaller and larger ones share the outermost codes. */
const codeShift = 11;
const lowestCode = (1023 - 100) << 9;

function codeOfWord(high: number): number {
  return Math.max(0, Math.min(codeCount - 1, (high >>> codeShift) - lowestCode));
}

function codeOf(tolerance: number): number {
  return codeOfWord(new Uint32Array(Float64Array.of(tolerance).buffer)[1]!);
}

/** For each code, how many samples have a lower one. */
const countsBelow = remembered((model: UsableRegression): Uint32Array => {
  const below = new Uint32Array(codeCount + 1);
  for (const code of codesOf(model)) below[code + 1]! += 1;
  for (let code = 0; code < codeCount; code++) below[code + 1]! += below[code]!;
  return below;
});

/** How many samples are right within the tolerance. */
export function countWithin(model: UsableRegression, tolerance: number): number {
  const codes = codesOf(model);
  const limit = codeOf(tolerance);
  let count = countsBelow(model)[limit]!;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] === limit) count += isWithin(model, i, tolerance);
  }
  return count;
}

function isWithin({ prediction, target }: UsableRegression, i: number, tolerance: number): 0 | 1 {
  const y = target[i]!;
  return Math.abs(prediction[i]! - y) <= tolerance * Math.abs(y) ? 1 : 0;
}

type Pair<T> = readonly [T, T];

/**
 * The sums that `lossGap` is made of at any tolerance, over the same samples of two models. Samples are
 * summed once by the code of the first, of the second and of the later of both; only those whose code is
 * that of the tolerance are looked at again.
 */
export function cellsByTolerance(
  models: Pair<UsableRegression>,
  judged: Pair<Judged>,
): (tolerance: number) => CellSums {
  const codes = [codesOf(models[0]), codesOf(models[1])] as const;
  const below = sumsBelow(codes, judged);
  return tolerance => {
    const limit = codeOf(tolerance);
    const cells = emptyCells();
    const [first, second, both] = below.map(sums => sums.subarray(terms * limit));
    const all = below[2]!.subarray(terms * codeCount);
    for (let term = 0; term < terms; term++) {
      const [a, b, ab] = [first![term]!, second![term]!, both![term]!];
      const values = [all[term]! - a - b + ab, a - ab, b - ab, ab];
      for (const [outcome, value] of values.entries()) {
        cells.sums[cellWidth * 9 * outcome + term] = value;
      }
    }
    settle(models, judged, codes, tolerance, cells);
    return cells;
  };
}

/** Count, weight and both weighted losses, as at the start of a cell. */
const terms = 4;

/** For each code, the sums of the samples with lower codes; the last entry sums all. */
function sumsBelow(
  [first, second]: Pair<Uint16Array>,
  [a, b]: Pair<Judged>,
): readonly Float64Array[] {
  const sums = [first, second, first].map(() => new Float64Array(terms * (codeCount + 1)));
  const losses = [new Float64Array(fillLength), new Float64Array(fillLength)] as const;
  for (let from = 0; from < a.n; from += fillLength) {
    const to = Math.min(a.n, from + fillLength);
    a.loss(from, losses[0].subarray(0, to - from));
    b.loss(from, losses[1].subarray(0, to - from));
    for (let i = from; i < to; i++) {
      const weight = a.weight === undefined ? 1 : a.weight[i]!;
      const lossA = weight > 0 ? weight * losses[0][i - from]! : 0;
      const lossB = weight > 0 ? weight * losses[1][i - from]! : 0;
      add(sums[0]!, first[i]! + 1, weight, lossA, lossB);
      add(sums[1]!, second[i]! + 1, weight, lossA, lossB);
      add(sums[2]!, Math.max(first[i]!, second[i]!) + 1, weight, lossA, lossB);
    }
  }
  for (const of of sums) for (let at = terms; at < of.length; at++) of[at]! += of[at - terms]!;
  return sums;
}

function add(sums: Float64Array, entry: number, weight: number, a: number, b: number): void {
  const at = terms * entry;
  sums[at]! += 1;
  sums[at + 1]! += weight;
  sums[at + 2]! += a;
  sums[at + 3]! += b;
}

/** Moves the samples whose code is that of the tolerance to where they belong, and keeps the first of each cell. */
function settle(
  models: Pair<UsableRegression>,
  judged: Pair<Judged>,
  [first, second]: Pair<Uint16Array>,
  tolerance: number,
  cells: CellSums,
): void {
  const limit = codeOf(tolerance);
  const wanted = Uint8Array.of(1, 1, 1, 1);
  for (let i = 0; i < first.length; i++) {
    const codeA = first[i]!;
    const codeB = second[i]!;
    const counted = Number(codeA < limit) + 2 * Number(codeB < limit);
    const isEdge = Number(codeA === limit) | Number(codeB === limit);
    if ((isEdge | wanted[counted]!) === 0) continue;
    let outcome = counted;
    if (codeA === limit) outcome += isWithin(models[0], i, tolerance);
    if (codeB === limit) outcome += 2 * isWithin(models[1], i, tolerance);
    wanted[outcome] = Number(keepSample(cells, 9 * outcome, i));
    if (outcome !== counted) move(termsOf(judged, i), cells.sums, counted, outcome);
  }
}

/** What a sample adds to its cell. */
function termsOf(judged: Pair<Judged>, i: number): readonly number[] {
  const weight = judged[0].weight === undefined ? 1 : judged[0].weight[i]!;
  const losses = judged.map(({ loss }) => {
    const value = new Float64Array(1);
    loss(i, value);
    return weight > 0 ? weight * value[0]! : 0;
  });
  return [1, weight, ...losses];
}

function move(added: readonly number[], sums: Float64Array, from: number, to: number): void {
  for (const [term, value] of added.entries()) {
    sums[cellWidth * 9 * from + term]! -= value;
    sums[cellWidth * 9 * to + term]! += value;
  }
}
