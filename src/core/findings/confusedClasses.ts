import { percent, plural } from '../../shared/text';
import { shortened } from '../modelTitle';
import { linesAt } from '../places';
import type { ModelDetector } from './detector';

const minWrong = 30;
/** A table of classes x classes larger than this is not built. */
const maxClasses = 500;
/** The pair must make an eighth of all errors, and 2.5 times what errors spread evenly over the classes would give it. */
const smallestShare = 0.125;
const smallestExcess = 2.5;
/** Standard deviations of a count; pairs are many. */
const deviations = 6;

interface Pair {
  readonly codes: readonly [number, number];
  readonly count: number;
  readonly expected: number;
}

/** Two classes that are mistaken for one another far more than others. */
export const confusedClasses: ModelDetector = ({ data, model, title }) => {
  if (model.task !== 'multiclass' || model.weight !== undefined) return null;
  const size = model.classes.length;
  if (size < 3 || size > maxClasses) return null;
  const { counts, wrong, totals } = errorsBetween(model.target, model.predicted, size);
  if (wrong < minWrong) return null;
  const pair = mostConfused(counts, totals, size, wrong);
  if (pair === null) return null;
  const [a, b] = pair.codes;
  const names = pair.codes.map(code => shortened(model.classes[code]!));
  const rows: number[] = [];
  for (let i = 0; i < model.n && rows.length < 100; i++) {
    const [truth, said] = [model.target[i], model.predicted[i]];
    if ((truth === a && said === b) || (truth === b && said === a)) rows.push(i);
  }
  return {
    id: 'confused-classes',
    text: `${title} takes ${names[0]} for ${names[1]} or the other way round on ${plural(pair.count, 'row')}, ${percent(pair.count / wrong)} of its ${wrong} errors; errors spread evenly over the classes would put ${pair.expected.toFixed(0)} there.`,
    evidence: { model: title, classes: names, rows: pair.count, wrong, expected: pair.expected },
    weight: 0.5 + 0.2 * (pair.count / wrong),
    lines: linesAt(data, model, rows),
  };
};

/** Errors between each two classes, all of them, and the rows of each true class. */
function errorsBetween(target: Int32Array, predicted: Int32Array, size: number) {
  const counts = new Float64Array(size * size);
  const totals = new Float64Array(size);
  let wrong = 0;
  for (let i = 0; i < target.length; i++) {
    const [a, b] = [target[i]!, predicted[i]!];
    totals[a]! += 1;
    if (a === b) continue;
    counts[Math.min(a, b) * size + Math.max(a, b)]! += 1;
    wrong += 1;
  }
  return { counts, totals, wrong };
}

function mostConfused(
  counts: Float64Array,
  totals: Float64Array,
  size: number,
  wrong: number,
): Pair | null {
  let place = 0;
  for (const [k, count] of counts.entries()) if (count > counts[place]!) place = k;
  const [a, b] = [Math.floor(place / size), place % size];
  const count = counts[place]!;
  const rows = totals.reduce((sum, n) => sum + n, 0);
  const expected = (wrong * (totals[a]! + totals[b]!)) / (rows * (size - 1));
  const isFar = count > expected + deviations * Math.sqrt(expected);
  const isMuch = count >= smallestShare * wrong && count >= smallestExcess * expected;
  return isFar && isMuch ? { codes: [a, b], count, expected } : null;
}
