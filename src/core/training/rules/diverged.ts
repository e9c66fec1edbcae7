import { significant } from '../../../shared/text';
import { type Found, type Judged, placeText, type TrainingEvidence } from '../evidence';
import type { History, Series } from '../history';
import { riseOf } from '../shape';

const doubt =
  'It could be wrong if the log holds the wreck of one run and the start of another, or if large values are normal for this loss.';

/** The loss became NaN or infinite and stayed so, or ends far above where it began. */
export function diverged(evidence: TrainingEvidence): Found | null {
  const { history, train, validation } = evidence;
  for (const one of [train, validation]) {
    const lost = one === null ? null : lostAt(history, one, train ?? one);
    if (one !== null && lost !== null) {
      return {
        text: `Diverged: ${one.name} is no longer a finite number from ${placeText(history, lost)} on.`,
        doubt: 'It could be wrong if the missing values were lost in writing the log.',
        numbers: { series: one.name, since: lost },
      };
    }
  }
  const leading = train ?? validation;
  if (leading === null || !blewUp(leading, train === null ? 1 : 0.5)) return null;
  const { start, lowest, end } = leading.shape;
  return {
    text: `Diverged: ${leading.name} starts at ${significant(start)} and ends at ${significant(end)}; its lowest level was ${significant(lowest)}.`,
    doubt,
    numbers: { series: leading.name, start, lowest, end },
  };
}

/**
 * x from which the values are not finite to the end, or missing although the log goes on. A validation loss
 * that ends before the training loss was only taken less often.
 */
function lostAt(history: History, { curve }: Judged, train: Judged): number | null {
  if (curve.endsNonFinite) return lastStretchStart(history, curve.series);
  const losses = history.series.filter(one => one.direction === 'lower' && one.split !== null);
  const end = curve.series.rows.at(-1) ?? -1;
  const rows = history.x.values.length;
  if ((train.curve.series.rows.at(-1) ?? -1) > end) return null;
  return losses.every(isDense) && end >= 1 && rows - 1 - end >= 2
    ? history.x.values[end + 1]!
    : null;
}

/** A value in every row up to its last: where such a curve stops early, something happened to it. */
function isDense({ rows }: Series): boolean {
  return rows.at(-1) === rows.length - 1;
}

function lastStretchStart(history: History, { rows, values }: Series): number {
  let first = values.length - 1;
  while (first > 0 && !Number.isFinite(values[first - 1]!)) first -= 1;
  return history.x.values[rows[first]!]!;
}

/** Ends above its start by more than `share` of the start, and clearly above its noise. */
function blewUp({ shape }: Judged, share: number): boolean {
  if (shape.y.length < 3) return false;
  const above = shape.end - shape.start;
  return above > share * Math.abs(shape.start) && riseOf(shape).errors > 5;
}
