import type { Table } from '../../../readers/table';
import { chosenColumns, named, type Survey } from '../survey';
import { targetByElimination } from './targetByElimination';
import { targetByModels } from './targetByModels';
import { targetByName } from './targetByName';
import { targetByOrder } from './targetByOrder';
import type { TargetPick } from './targetPick';

/** The target: chosen, named, left over, or the first of two; null when no column can be it. */
export function pickTarget(survey: Survey): TargetPick | null {
  if (survey.choices.target !== undefined) return chosenTarget(survey, survey.choices.target);
  const taken = chosenElsewhere(survey);
  const free = survey.candidates.filter(({ name }) => !taken.has(name));
  return (
    targetByName(survey, free) ??
    targetByElimination(survey, free) ??
    targetByModels(survey, free) ??
    targetByOrder(survey, free)
  );
}

function chosenTarget(survey: Survey, name: string): TargetPick {
  const target = named(survey, [name])[0]!;
  const rest = survey.candidates.filter(one => one !== target);
  const other = targetByName(survey, rest);
  const rivals = other === null || other.how === 'pair' ? [] : [other.target, ...other.rivals];
  return { target, how: howChosen(survey.table, name), rivals };
}

/** Only tables that were joined of several files say what their models are called. */
function howChosen({ known, modelNames }: Table, name: string): TargetPick['how'] {
  if (known?.target !== name) return 'choice';
  return modelNames === undefined ? 'beside' : 'join';
}

function chosenElsewhere({ choices }: Survey): Set<string | null | undefined> {
  const { weight, split, id, lower, upper } = choices;
  return new Set([...chosenColumns(choices), weight, split, id, lower, upper]);
}
