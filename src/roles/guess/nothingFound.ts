import { roleOfName } from '../../names/names';
import { ReadError } from '../../readers/readError';
import type { Table } from '../../readers/table';
import { listed, plural } from '../../shared/text';
import type { Candidate } from './candidate';
import { quantileLevel } from './models/bounds';
import { namedPredictions } from './namedPredictions';
import { NoTargetError } from './noTargetError';
import { otherContent } from './otherContent';
import type { Survey } from './survey';
import type { TargetPick } from './target/targetPick';

const maxNames = 12;

/** The error for a table without a pair to compare; its sentence says what the table looks like instead. */
export function nothingFound(survey: Survey, pick: TargetPick | null): ReadError {
  const { table } = survey;
  if (table.rows === 0) return refuse(table, 'there are no data rows');
  if (table.columns.length === 1) return refuse(table, oneColumn(table));
  const other = otherContent(survey);
  if (other !== undefined) return refuse(table, other);
  const levels = quantilesIn(survey);
  if (levels.length > 0) {
    const hasMedian = levels.some(one => quantileLevel(one) === 0.5);
    const text = hasMedian ? quantileForecast : withoutMedian(levels);
    return new NoTargetError(place(table), text);
  }
  if (pick !== null && isSure(pick)) {
    return new NoTargetError(place(table), noPrediction(table, pick.target.name));
  }
  const predictions = namedPredictions(survey).map(({ name }) => name);
  return new NoTargetError(place(table), noTarget(table, predictions));
}

function isSure({ target, how }: TargetPick): boolean {
  return (
    how === 'choice' ||
    how === 'join' ||
    how === 'beside' ||
    (target.said?.role === 'target' && target.said.strength > 1)
  );
}

function noPrediction(table: Table, target: string): string {
  return `"${target}" looks like the target, but no column looks like its prediction; ${columnsOf(table)}`;
}

function refuse(table: Table, text: string): ReadError {
  return new ReadError(place(table), text);
}

function place({ name }: Table): { readonly source: string } {
  return { source: name };
}

function noTarget(table: Table, predictions: readonly string[]): string {
  const seen =
    predictions.length === 0
      ? 'no target and no prediction was found'
      : `no target was found beside ${listed(quoted(predictions))}`;
  return `${seen}; ${columnsOf(table)}. A column called y_true would be taken; a file with the true values can be joined by id`;
}

function columnsOf({ columns }: Table): string {
  const names = columns.map(({ name }) => name);
  const shown = quoted(names.slice(0, maxNames));
  const more = names.length - shown.length;
  return `the columns are ${listed(more > 0 ? [...shown, `${more} more`] : shown)}`;
}

function quoted(names: readonly string[]): string[] {
  return names.map(name => `"${name.length > 60 ? `${name.slice(0, 60)}...` : name}"`);
}

function oneColumn({ columns, rows }: Table): string {
  const [column] = columns;
  if (roleOfName(column!.name)?.role === 'metric') {
    return `there is nothing but ${plural(rows, 'value')} of "${column!.name}", which is a score of predictions; losses can only be inspected from the predictions themselves`;
  }
  return (
    `there is one column alone, "${column!.name}" with ${plural(rows, 'row')}; ` +
    'a target and a prediction are needed, or a name that says that these are errors'
  );
}

const quantileForecast =
  'these are quantile forecasts without the observed values; a file that has them can be joined by date';

function quantilesIn({ candidates }: Survey): readonly Candidate[] {
  return candidates.filter(({ said }) => said?.role === 'quantile');
}

/** The observed values may be there; what is missing is the forecast that they would be compared with. */
function withoutMedian(levels: readonly Candidate[]): string {
  const names = quoted(levels.slice(0, maxLevels).map(({ name }) => name));
  const more = levels.length - names.length;
  return `these are quantile forecasts without a median, and no column is called a prediction; choose one of ${listed(
    more > 0 ? [...names, `${more} more`] : names,
  )} as the prediction and the column of the observed values as the target; a file that has them can be joined by date`;
}

const maxLevels = 3;
