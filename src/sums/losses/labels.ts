import type { Cell } from '../result/cell';
import { exact, type Found, missing } from './found';
import type { Judged, Losses } from './numbers';
import { totalOf } from './totals';

/** The true and the predicted class of a bin. */
export interface Labelled {
  readonly truth: number;
  readonly guess: number;
}

interface Counts {
  readonly total: number;
  readonly correctOf: readonly number[];
  readonly actualOf: readonly number[];
  readonly predictedOf: readonly number[];
}

function countsOf(
  cells: readonly Cell[],
  classes: number,
  labelsOf: (cell: Cell) => Labelled,
): Counts {
  const all = Array.from({ length: classes }, (_, k) => k);
  const weightOf = (test: (labels: Labelled) => boolean) =>
    totalOf(cells, cell => (test(labelsOf(cell)) ? cell.of['w']! : 0));
  return {
    total: weightOf(() => true),
    correctOf: all.map(k => weightOf(({ truth, guess }) => truth === k && guess === k)),
    actualOf: all.map(k => weightOf(({ truth }) => truth === k)),
    predictedOf: all.map(k => weightOf(({ guess }) => guess === k)),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** 0 / 0 counts as 0, as in scikit-learn. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Scores of hard labels, which the counts of pairs of classes say exactly; with two classes, of the second. */
export function labelLosses(labelsOf: (cell: Cell) => Labelled): Losses {
  const over =
    (value: (counts: Counts, isBinary: boolean) => Found | number) =>
    ({ cells, classes }: Judged): Found => {
      const isBinary = classes.length === 0;
      const found = value(countsOf(cells, isBinary ? 2 : classes.length, labelsOf), isBinary);
      return typeof found === 'number' ? exact(found) : found;
    };
  const perClass = (ofClass: (counts: Counts, k: number) => number) =>
    over((counts, isBinary) => {
      const occur = counts.actualOf.flatMap((actual, k) =>
        actual > 0 || counts.predictedOf[k]! > 0 ? [k] : [],
      );
      const of = isBinary ? [1] : occur;
      return sum(of.map(k => ofClass(counts, k))) / of.length;
    });
  return {
    zero_one: over(({ total, correctOf }) => (total - sum(correctOf)) / total),
    accuracy: over(({ total, correctOf }) => sum(correctOf) / total),
    balanced_accuracy: over(({ correctOf, actualOf }) => {
      const present = actualOf.flatMap((actual, k) => (actual > 0 ? [correctOf[k]! / actual] : []));
      return sum(present) / present.length;
    }),
    precision: perClass(({ correctOf, predictedOf }, k) => share(correctOf[k]!, predictedOf[k]!)),
    recall: perClass(({ correctOf, actualOf }, k) => share(correctOf[k]!, actualOf[k]!)),
    f1: perClass(({ correctOf, actualOf, predictedOf }, k) =>
      share(2 * correctOf[k]!, actualOf[k]! + predictedOf[k]!),
    ),
    mcc: over(matthews),
    kappa: over(kappa),
  };
}

function matthews({ total, correctOf, actualOf, predictedOf }: Counts): Found | number {
  const isOne = (counts: readonly number[]) => counts.filter(count => count > 0).length < 2;
  if (isOne(actualOf)) return missing('the targets are all of one class');
  if (isOne(predictedOf)) return missing('the predictions are all of one class');
  const product = (a: readonly number[], b: readonly number[]) => sum(a.map((x, k) => x * b[k]!));
  const covariance = sum(correctOf) * total - product(actualOf, predictedOf);
  const spread = (of: readonly number[]) => Math.sqrt(total * total - product(of, of));
  return covariance / spread(actualOf) / spread(predictedOf);
}

function kappa({ total, correctOf, actualOf, predictedOf }: Counts): Found | number {
  const occur = actualOf.filter((actual, k) => actual > 0 || predictedOf[k]! > 0).length;
  if (occur < 2) return missing('targets and predictions are one and the same class');
  const chance = sum(actualOf.map((actual, k) => (actual / total) * (predictedOf[k]! / total)));
  return (sum(correctOf) / total - chance) / (1 - chance);
}
