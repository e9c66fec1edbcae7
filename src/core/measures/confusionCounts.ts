import type {
  BinaryModelSamples,
  ModelSamples,
  MulticlassModelSamples,
} from '../samples/modelSamples';

export type Classifier = BinaryModelSamples | MulticlassModelSamples;

/** Whether a model says classes, be it with probabilities or without. */
export function isClassifier(model: ModelSamples): model is Classifier {
  return model.task === 'binary' || model.task === 'multiclass';
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
export function confusionCounts(model: Classifier, most: number): ConfusionCounts {
  const { codes, occurring } = frequentCodes(model, most);
  const place = new Int32Array(model.classes.length).fill(-1);
  for (const [i, code] of codes.entries()) place[code] = i;
  const counts = new Float64Array(codes.length ** 2);
  let hidden = 0;
  for (let i = 0; i < model.n; i++) {
    const row = place[model.target[i]!]!;
    const column = place[model.predicted[i]!]!;
    if (row < 0 || column < 0) hidden++;
    else counts[row * codes.length + column]! += 1;
  }
  return { codes, counts, hiddenClasses: occurring - codes.length, hiddenSamples: hidden };
}

function frequentCodes(
  model: Classifier,
  most: number,
): { readonly codes: readonly number[]; readonly occurring: number } {
  const seen = new Float64Array(model.classes.length);
  for (let i = 0; i < model.n; i++) {
    seen[model.target[i]!]! += 1;
    seen[model.predicted[i]!]! += 1;
  }
  const occurring = [...seen.keys()].filter(code => seen[code]! > 0);
  const codes = occurring
    .toSorted((a, b) => seen[b]! - seen[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  return { codes, occurring: occurring.length };
}
