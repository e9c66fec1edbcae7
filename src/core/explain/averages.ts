import type { ClassView } from '../measures/classView';
import { tally } from '../measures/tally';
import type { Quantity } from './quantity';

/** Absent classes that a macro average may have been divided by beside those that occur. */
const maxAbsent = 10;
/** Classes whose own precision, recall and F1 are tried. */
const maxClasses = 20;

/**
 * The averages of precision, recall and F1 that libraries print: scikit-learn's macro and weighted, and macro
 * averages in which classes that do not occur, or for which the number would be 0 / 0, count differently.
 */
export function averages(view: ClassView): readonly Quantity[] {
  if (view.n === 0) return [];
  const { correctOf, actualOf, predictedOf, total } = tally(view);
  const part = (k: number): PerClass => ({
    name: view.classes[k]!,
    actual: actualOf[k]!,
    precision: [correctOf[k]!, predictedOf[k]!],
    recall: [correctOf[k]!, actualOf[k]!],
    F1: [2 * correctOf[k]!, actualOf[k]! + predictedOf[k]!],
  });
  const classes = view.classes.map((_, k) => part(k));
  return (['precision', 'recall', 'F1'] as const).flatMap(name => ofScore(name, classes, total));
}

type Score = 'precision' | 'recall' | 'F1';

interface PerClass extends Readonly<Record<Score, readonly [part: number, whole: number]>> {
  readonly name: string;
  /** Weight of the rows of this class. */
  readonly actual: number;
}

function ofScore(score: Score, classes: readonly PerClass[], total: number): readonly Quantity[] {
  const scoreOf = (one: PerClass, ofNothing: number) =>
    one[score][1] === 0 ? ofNothing : one[score][0] / one[score][1];
  const sum = (of: readonly PerClass[], ofNothing = 0) =>
    of.reduce((found, one) => found + scoreOf(one, ofNothing), 0);
  const present = classes.filter(one => one.F1[1] > 0);
  const known = classes.filter(one => one.actual > 0);
  const said = (text: string, value: number, cost: number): Quantity => ({
    text: `${score} ${text}`,
    value,
    kind: 'score',
    cost,
  });
  const absent = Array.from({ length: maxAbsent }, (_, more) => present.length + more + 1);
  return [
    said('with average="macro"', sum(present) / present.length, 1),
    said(
      'with average="weighted"',
      classes.reduce((found, one) => found + (scoreOf(one, 0) * one.actual) / total, 0),
      1,
    ),
    said('with average="macro" over the classes of the target alone', sum(known) / known.length, 2),
    said('with average="macro" and zero_division=1', sum(present, 1) / present.length, 2),
    ...absent.map(count =>
      said(
        `with average="macro" over ${count} classes, ${count - present.length} of which do not occur and count as 0`,
        sum(present) / count,
        count === classes.length ? 1 : 2 + Math.min(2, (count - present.length) / 4),
      ),
    ),
    ...classes
      .slice(0, maxClasses)
      .map(one => said(`of class "${one.name}" alone`, scoreOf(one, 0), 2)),
  ];
}
