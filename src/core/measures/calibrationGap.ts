import { Sum } from '../statistics/sum';
import type { ClassView } from './classView';
import type { Measured } from './measured';
import { noMean, totalWeight } from './totalWeight';

/**
 * Expected calibration error over equal-width bins, left-closed: sum over the bins of
 * |sum of w outcome - sum of w confidence| / sum of w. Two classes: probability of the positive class
 * against its occurrence; several: the largest probability against whether that class is the true one.
 */
export function calibrationGap(view: ClassView, bins: number): Measured {
  const rated = ratedClass(view);
  if (rated === null) return null;
  const reason = noMean(view);
  if (reason !== null) return reason;
  const gaps = Array.from({ length: bins }, () => new Sum());
  for (let from = 0; from < view.n; from += pieceLength) {
    const found = pieceGaps(view, rated, bins, from);
    if (found === null) return { undefined: 'a confidence is missing or outside 0 to 1' };
    for (let bin = 0; bin < bins; bin++) gaps[bin]!.add(found[bin]!);
  }
  const total = new Sum();
  for (const gap of gaps) total.add(Math.abs(gap.value));
  return { value: total.value / totalWeight(view) };
}

/** Terms added plainly before their sum joins a compensated one. */
const pieceLength = 4096;

/** Sums of w (outcome - confidence) of each bin over one piece of the samples; null when one has no confidence. */
function pieceGaps(
  view: ClassView,
  { classOf, confidenceOf }: RatedClass,
  bins: number,
  from: number,
): Float64Array | null {
  const { target, weight } = view;
  const gaps = new Float64Array(bins);
  const to = Math.min(view.n, from + pieceLength);
  for (let i = from; i < to; i++) {
    const confidence = confidenceOf(i);
    if (!(confidence >= 0 && confidence <= 1)) return null;
    const bin = Math.min(bins - 1, Math.floor(bins * confidence));
    const w = weight === undefined ? 1 : weight[i]!;
    gaps[bin]! += w * (Number(target[i] === classOf(i)) - confidence);
  }
  return gaps;
}

/** The class whose probability is judged in each sample, and that probability. */
interface RatedClass {
  readonly classOf: (i: number) => number;
  readonly confidenceOf: (i: number) => number;
}

function ratedClass(view: ClassView): RatedClass | null {
  const { probability, confidence } = view.outputs;
  if (probability !== undefined) {
    if (view.binary) return { classOf: () => 1, confidenceOf: i => probability(1, i) };
    const classOf = (i: number) => likeliest(view, probability, i);
    return { classOf, confidenceOf: i => probability(classOf(i), i) };
  }
  if (confidence === undefined) return null;
  return { classOf: i => view.predicted[i & view.predictedMask]!, confidenceOf: confidence };
}

function likeliest(
  view: ClassView,
  probability: (k: number, i: number) => number,
  i: number,
): number {
  let top = 0;
  for (let k = 1; k < view.classes.length; k++) {
    if (probability(k, i) > probability(top, i)) top = k;
  }
  return top;
}
