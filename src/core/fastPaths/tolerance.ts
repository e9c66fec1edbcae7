import { remembered } from '../../shared/remembered';
import type { Judged } from '../comparison/judged';
import { type CellSums, cellWidth, emptyCells, keepSample } from '../comparison/lossGap';
import { isWithin } from '../measures/withinTolerance';
import { LatestMemo } from '../memo/latestMemo';
import type { ModelSamples, RegressionModelSamples } from '../samples/modelSamples';
import { fillLength } from '../statistics/fill';
import { fastPaths } from './fastPaths';

/** Whether it pays to remember which tolerance each sample takes. */
export function isLong(model: ModelSamples): model is RegressionModelSamples {
  return model.task === 'regression' && model.n >= fastPaths.tolerance.from;
}

/** Leading bits of the tolerance from which a sample counts as right: |error| / |target|. */
const codesOf = remembered(({ n, prediction, target }: RegressionModelSamples): Uint16Array => {
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
const countsBelow = remembered((model: RegressionModelSamples): Uint32Array => {
  const below = new Uint32Array(codeCount + 1);
  for (const code of codesOf(model)) below[code + 1]! += 1;
  for (let code = 0; code < codeCount; code++) below[code + 1]! += below[code]!;
  return below;
});

const edges = remembered((_: RegressionModelSamples) => new LatestMemo<Int32Array>());

/** The samples with a code, ascending; kept until those with another are asked for. */
function samplesAt(model: RegressionModelSamples, code: number): Int32Array {
  return edges(model).get(String(code), () => {
    const codes = codesOf(model);
    const below = countsBelow(model);
    const found = new Int32Array(below[code + 1]! - below[code]!);
    // Three times as fast as a loop of our own over all samples.
    for (let at = 0, i = -1; at < found.length; at++) {
      i = codes.indexOf(code, i + 1);
      found[at] = i;
    }
    return found;
  });
}

/** How many samples are right within the tolerance. */
export function countWithin(model: RegressionModelSamples, tolerance: number): number {
  const limit = codeOf(tolerance);
  let count = countsBelow(model)[limit]!;
  for (const i of samplesAt(model, limit)) count += rightAt(model, i, tolerance);
  return count;
}

function rightAt(
  { prediction, target }: RegressionModelSamples,
  i: number,
  tolerance: number,
): number {
  return Number(isWithin(prediction[i]!, target[i]!, tolerance));
}

type Pair<T> = readonly [T, T];

/**
 * The sums that `lossGap` is made of at any tolerance, over the same samples of two models. Samples are
 * summed once by the code of the first, of the second and of the later of both; only those whose code is
 * that of the tolerance are looked at again.
 */
export function cellsByTolerance(
  models: Pair<RegressionModelSamples>,
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
    keepFirst(models, codes, tolerance, cells);
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
  for (const column of sums)
    for (let at = terms; at < column.length; at++) column[at]! += column[at - terms]!;
  return sums;
}

function add(sums: Float64Array, entry: number, weight: number, a: number, b: number): void {
  const at = terms * entry;
  sums[at]! += 1;
  sums[at + 1]! += weight;
  sums[at + 2]! += a;
  sums[at + 3]! += b;
}

/** Moves the samples whose code is that of the tolerance to where they belong. */
function settle(
  models: Pair<RegressionModelSamples>,
  judged: Pair<Judged>,
  codes: Pair<Uint16Array>,
  tolerance: number,
  cells: CellSums,
): void {
  const limit = codeOf(tolerance);
  const outcomeOf = outcomesOf(models, codes, tolerance);
  const termsAt = termsOf(judged);
  const ofSecondAlone = samplesAt(models[1], limit).filter(i => codes[0][i] !== limit);
  for (const samples of [samplesAt(models[0], limit), ofSecondAlone]) {
    for (const i of samples) {
      const counted = Number(codes[0][i]! < limit) + 2 * Number(codes[1][i]! < limit);
      const outcome = outcomeOf(i);
      if (outcome !== counted) move(termsAt(i), cells.sums, counted, outcome);
    }
  }
}

/** Keeps the first samples of each cell, as many as it holds or takes. */
function keepFirst(
  models: Pair<RegressionModelSamples>,
  codes: Pair<Uint16Array>,
  tolerance: number,
  cells: CellSums,
): void {
  const left = [0, 1, 2, 3].map(outcome => cells.sums[cellWidth * 9 * outcome]!);
  const outcomeOf = outcomesOf(models, codes, tolerance);
  let open = left.filter(count => count > 0).length;
  for (let i = 0; open > 0; i++) {
    const outcome = outcomeOf(i);
    if (left[outcome] === 0) continue;
    const isTaken = keepSample(cells, 9 * outcome, i);
    left[outcome] = isTaken ? left[outcome]! - 1 : 0;
    open -= Number(left[outcome] === 0);
  }
}

/** Of a sample: 1 where the first model is right, and 2 more where the second is. */
function outcomesOf(
  models: Pair<RegressionModelSamples>,
  [first, second]: Pair<Uint16Array>,
  tolerance: number,
): (i: number) => number {
  const limit = codeOf(tolerance);
  return i => {
    const [codeA, codeB] = [first[i]!, second[i]!];
    const isRightA = codeA === limit ? rightAt(models[0], i, tolerance) : Number(codeA < limit);
    const isRightB = codeB === limit ? rightAt(models[1], i, tolerance) : Number(codeB < limit);
    return isRightA + 2 * isRightB;
  };
}

/** What a sample adds to its cell; overwritten by the next one. */
function termsOf([a, b]: Pair<Judged>): (i: number) => Float64Array {
  const added = Float64Array.of(1, 1, 0, 0);
  const losses = [added.subarray(2, 3), added.subarray(3, 4)] as const;
  return i => {
    const weight = a.weight === undefined ? 1 : a.weight[i]!;
    added[1] = weight;
    a.loss(i, losses[0]);
    b.loss(i, losses[1]);
    for (let term = 2; term < terms; term++) added[term] = weight > 0 ? weight * added[term]! : 0;
    return added;
  };
}

function move(added: Float64Array, sums: Float64Array, from: number, to: number): void {
  for (let term = 0; term < terms; term++) {
    sums[cellWidth * 9 * from + term]! -= added[term]!;
    sums[cellWidth * 9 * to + term]! += added[term]!;
  }
}
