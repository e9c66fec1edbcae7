import type { Usable, UsableBinary, UsableMulticlass } from '../samples/usable';

export type Classifier = UsableBinary | UsableMulticlass;

/** Whether a model says classes, be it with probabilities or without. */
export function isClassifier(usable: Usable): usable is Classifier {
  return usable.task === 'binary' || usable.task === 'multiclass';
}

/** Counts over the classes that occur most often, true or predicted. */
export interface ConfusionCounts {
  /** Codes of the classes shown, ascending. */
  readonly codes: readonly number[];
  /** Row-major: row = true class, column = predicted class. */
  readonly counts: Float64Array;
  /** Classes that occur but are not shown. */
  readonly hiddenClasses: number;
  /** Samples whose true or predicted class is not shown. */
  readonly hiddenSamples: number;
}

/** The confusion counts of at most `most` classes. */
export function confusionCounts(usable: Classifier, most: number): ConfusionCounts {
  const { codes, occurring } = frequentCodes(usable, most);
  const place = new Int32Array(usable.classes.length).fill(-1);
  for (const [i, code] of codes.entries()) place[code] = i;
  const counts = new Float64Array(codes.length ** 2);
  let hidden = 0;
  for (let i = 0; i < usable.n; i++) {
    const row = place[usable.target[i]!]!;
    const column = place[usable.predicted[i]!]!;
    if (row < 0 || column < 0) hidden++;
    else counts[row * codes.length + column]! += 1;
  }
  return { codes, counts, hiddenClasses: occurring - codes.length, hiddenSamples: hidden };
}

function frequentCodes(
  usable: Classifier,
  most: number,
): { readonly codes: readonly number[]; readonly occurring: number } {
  const seen = new Float64Array(usable.classes.length);
  for (let i = 0; i < usable.n; i++) {
    seen[usable.target[i]!]! += 1;
    seen[usable.predicted[i]!]! += 1;
  }
  const occurring = [...seen.keys()].filter(code => seen[code]! > 0);
  const codes = occurring
    .toSorted((a, b) => seen[b]! - seen[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  return { codes, occurring: occurring.length };
}
