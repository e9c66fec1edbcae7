import { roleOfName } from '../../names/names';
import { columnNamed } from '../../readers/table';
import { plural } from '../../shared/text';
import { type Candidate, isFraction } from './candidate';
import { differencesIn } from './differences';
import type { Draft } from './draft';
import type { Survey } from './survey';
import { survivalTimes } from './survivalTimes';
import type { TargetPick } from './target/targetPick';

/** What is unusual about the values of the target and how they are taken. */
export function targetNotes(
  survey: Survey,
  { target, columns }: TargetPick,
  draft: Draft,
): string[] {
  return [
    ...markNote(survey, target, draft),
    ...softNote(target, columns, draft),
    ...differenceNote(survey, target, columns),
    ...censoredNote(survey, target, draft),
  ];
}

function markNote({ marks, table }: Survey, { name }: Candidate, { task }: Draft): string[] {
  const mark = marks.get(name);
  const numbers = columnNamed(table, name)?.numbers;
  if (mark === undefined || numbers === undefined || task === 'regression') return [];
  let count = 0;
  for (const value of numbers) if (value === mark) count++;
  return [`${mark} in "${name}" marks rows without a label: ${plural(count, 'row')} left out.`];
}

/** A share of a class between none and all: a draw that counts one half. */
function softNote(target: Candidate, columns: readonly Candidate[], { task }: Draft): string[] {
  if (task !== 'regression' || !isFraction(target) || target.facts.unitShare < 1) return [];
  const chance = columns.find(({ said }) => said?.role === 'probability');
  if (chance === undefined) return [];
  return [
    `"${target.name}" holds values between 0 and 1, so its labels are soft: "${chance.name}" is compared with ` +
      'them as a number, the mean squared error is the Brier score, and there is no class to count as right.',
  ];
}

/** Times until an event that may not have come are no plain targets. */
function censoredNote(survey: Survey, target: Candidate, { task }: Draft): string[] {
  const found = survivalTimes(survey, one => one === target);
  if (found === undefined || task !== 'regression') return [];
  return [
    `"${found.time.name}" and "${found.event.name}" are survival times with an event flag, so that some are censored: they say ` +
      'how long nothing happened. The losses here take every time for the end itself, which is wrong for the censored ' +
      'rows; filter these out, or look at a concordance index.',
  ];
}

/** Where values alone tell what is target and prediction, as in the tables that SPSS saves. */
function differenceNote(
  { candidates }: Survey,
  target: Candidate,
  columns: readonly Candidate[],
): string[] {
  const isNamed = columns.some(({ name }) => roleOfName(name)?.role === 'prediction');
  if (isNamed || target.said?.role === 'target') return [];
  const found = differencesIn(candidates).find(({ between }) => between.includes(target));
  const other = found?.between.find(one => one !== target);
  if (found === undefined || other === undefined || !columns.includes(other)) return [];
  const [from, less] = found.between;
  return [
    `"${found.column.name}" is "${from.name}" - "${less.name}" in every row that was looked at, so "${target.name}" is ` +
      `taken for the target and "${other.name}" for its prediction.`,
  ];
}
