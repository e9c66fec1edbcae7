import { columnNamed } from '../../readers/table';
import { plural } from '../../shared/text';
import { type Candidate, isFraction } from './candidate';
import type { Draft } from './draft';
import type { Survey } from './survey';
import type { TargetPick } from './target/targetPick';

/** What is unusual about the values of the target and how they are taken. */
export function targetNotes(
  survey: Survey,
  { target, columns }: TargetPick,
  draft: Draft,
): string[] {
  return [...markNote(survey, target, draft), ...softNote(target, columns, draft)];
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
