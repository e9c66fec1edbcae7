import { plural, significant } from '../../../shared/text';
import { type Course, gainOf, riseOf } from '../course';
import { type Found, hasEnough, type Judged, type TrainingEvidence } from '../evidence';
import type { History, Series } from '../history';
import { bestOf, endsOf, placeText, told, wordsFor } from '../sentences';
import { brokenStretch, lostCompanion, stretchToEnd } from '../stretches';

/** The loss became NaN or infinite and stayed so, left the log, or ends where it began or above. */
export function diverged(evidence: TrainingEvidence): Found | null {
  return notFinite(evidence) ?? zeroed(evidence) ?? missing(evidence) ?? cameApart(evidence);
}

/** A loss that ends in values which are not finite: two or more of them, one where it is the training loss. */
function notFinite({ history, train }: TrainingEvidence): Found | null {
  const losses = history.series.filter(({ direction }) => direction === 'lower');
  for (const series of [...losses].sort((a, b) => rankOf(b, train) - rankOf(a, train))) {
    const stretch = brokenStretch(series);
    const count = series.values.length - stretch;
    if (count < (series === train?.curve.series ? 1 : 2) || stretch === 0) continue;
    const since = history.x.values[series.rows[stretch]!]!;
    const last = series.values.subarray(0, stretch).findLast(value => Number.isFinite(value));
    const before = last === undefined ? '' : ` Its last finite value is ${significant(last)}.`;
    return {
      text: `Diverged: ${series.name} is no longer a finite number from ${placeText(history, since)} on (${plural(count, 'value')} to the end).${before}`,
      doubt: 'It could be wrong if the missing values were lost in writing the log.',
      numbers: { series: series.name, since },
    };
  }
  return null;
}

function rankOf(series: Series, train: Judged | null): number {
  return series === train?.curve.series ? 2 : series.split === 'train' ? 1 : 0;
}

/** A loss that drops to exactly 0 while something beside it stops being a number. */
function zeroed({ history, train }: TrainingEvidence): Found | null {
  if (train === null) return null;
  const zeros = zerosToEnd(train);
  if (zeros === null) return null;
  const row = train.curve.series.rows[zeros]!;
  const companion = lostCompanion(history, train.curve.series, row);
  if (companion === undefined) return null;
  const since = history.x.values[row]!;
  return {
    text: `Diverged: from ${placeText(history, since)} on ${train.name} is exactly 0 and ${companion.name} is not a finite number; before that it was ${significant(train.curve.series.values[zeros - 1]!)}. A loss of 0 beside such a value is an overflow or an empty target, not a perfect model.`,
    doubt: 'It could be wrong if the targets end there, so that nothing is left to be learned.',
    numbers: { series: train.name, since, companion: companion.name },
  };
}

/** Index from which the training loss is exactly 0 to the end, after a value that was not near it. */
export function zerosToEnd({ curve, course }: Judged): number | null {
  const { values } = curve.series;
  if (curve.series.direction !== 'lower') return null;
  const first = stretchToEnd(values, value => value === 0);
  if (values.length - first < 2 || first === 0) return null;
  return values[first - 1]! > 0.01 * Math.abs(course.start) ? first : null;
}

/** A training loss that was in every row is no longer written, although the log goes on. */
function missing({ history, train }: TrainingEvidence): Found | null {
  if (train === null) return null;
  const since = leftAt(history, train.curve.series);
  if (since === null) return null;
  const companion = lostCompanion(history, train.curve.series, since);
  const beside =
    companion === undefined ? '' : ` ${companion.name} is not a finite number in those rows.`;
  return {
    text: `Diverged: ${train.name} is no longer a finite number from ${placeText(history, history.x.values[since]!)} on: it is missing in the last ${plural(history.x.values.length - since, 'row')}, which other curves go on to fill.${beside}`,
    doubt: 'It could be wrong if the log was written by something else from there on.',
    numbers: { series: train.name, since: history.x.values[since]! },
  };
}

/** Row after the last value of a dense curve that another dense curve outlives by two rows or more. */
function leftAt(history: History, series: Series): number | null {
  const end = series.rows.at(-1) ?? -1;
  const isDense = series.rows.length >= 0.9 * (end + 1) && end >= 1;
  if (!isDense || history.x.values.length - 1 - end < 2) return null;
  const goesOn = history.series.some(({ rows, split }) => {
    const before = rows.filter(row => row <= end).length;
    return split !== 'test' && before >= 0.9 * (end + 1) && rows.length - before >= 2;
  });
  return goesOn ? end + 1 : null;
}

/** The training loss fell, then climbed back to where it began or beyond, and stayed up. */
function cameApart({ history, train, validation }: TrainingEvidence): Found | null {
  const judged = train ?? validation;
  if (judged === null || !hasEnough(judged) || !endsUp(judged.course, train === null)) return null;
  const { first, last } = endsOf(judged);
  const best = bestOf(judged);
  const back = `is best at ${placeText(history, best.x)} (${significant(best.y)})`;
  return {
    text: told(
      `Diverged: ${judged.name} starts at ${significant(first)}, ${back} and ends at ${significant(last)}: what was learned is lost, and it does not come back.`,
      train === null
        ? ''
        : 'A smaller learning rate or gradient clipping would be the first to try.',
    ),
    doubt:
      'It could be wrong if the log holds the wreck of one run and the start of another, or if large values are normal for this loss.',
    numbers: {
      series: judged.name,
      start: first,
      best: best.y,
      end: last,
      worse: wordsFor(judged).worse,
    },
  };
}

/**
 * The end lies a quarter of the start above it, or at least four fifths of what was gained are lost; beyond
 * noise, and for good: the curve went up once and stayed there. A validation curve alone must end at twice its
 * start, because overfitting too can take it that far.
 */
function endsUp(course: Course, alone: boolean): boolean {
  const { start, end } = course;
  const { rise, errors } = riseOf(course);
  const gain = gainOf(course);
  const blewUp = end - start > (alone ? 1 : 0.25) * Math.abs(start);
  const gaveBack = !alone && gain > 0.1 * Math.abs(start) && rise > 0.8 * gain;
  if (!blewUp && !gaveBack) return false;
  return (errors > 5 || rise > 5 * course.noise) && staysUp(course, rise);
}

/** The last values, two at least, lie above a quarter of the rise, and the half of it was crossed but once. */
function staysUp({ calm, lowest, lowestAt, window }: Course, rise: number): boolean {
  const last = calm.slice(calm.length - Math.max(2, Math.ceil(window / 2)));
  if (last.some(value => value <= lowest + rise / 4)) return false;
  let crossings = 0;
  for (let i = lowestAt + 1; i < calm.length; i++) {
    if (calm[i]! > lowest + rise / 2 && calm[i - 1]! <= lowest + rise / 2) crossings += 1;
  }
  return crossings <= 1 + calm.length / 100;
}
