import { roleOfName } from '../../names/names';
import { listed } from '../../shared/text';
import type { ModelRoles } from '../roles';
import type { Draft } from './draft';
import { chosenColumns, type Survey } from './survey';
import type { TargetPick } from './target/targetPick';

/** One sentence: why these columns have these roles. */
export function reasonOf(pick: TargetPick, draft: Draft, survey: Survey): string {
  const { candidates, choices, table } = survey;
  const columns = [...new Set(draft.models.flatMap(columnsOf))];
  const silent = new Set(candidates.filter(({ said }) => said === null).map(({ name }) => name));
  const told = columns.filter(name => !silent.has(name) && roleOfName(name) !== null);
  const many = columns.length > 1;
  const predictions = `${listed(shown(columns))} ${many ? 'are' : 'is'} ${kindOf(draft, many)}`;
  const isKnown =
    table.known?.predictions !== undefined && choices.predictions === table.known.predictions;
  const isChosen = chosenColumns(choices).length > 0 && !isKnown;
  const ofName = whyEach(told, columns, draft);
  const isBeside = isKnown && table.modelNames === undefined;
  const unchosen = isBeside
    ? `because ${many ? 'they stand' : 'it stands'} beside the target`
    : ofName;
  const why = isChosen ? `because you chose ${many ? 'them' : 'it'}` : unchosen;
  const joint = why.startsWith('"') ? ', ' : ' ';
  return `"${pick.target.name}" is the target ${targetWhy(pick)}; ${predictions}${joint}${why}.`;
}

/** Their names where they speak, what their values are where they do not. */
function whyEach(told: readonly string[], columns: readonly string[], draft: Draft): string {
  const [many, others] = [columns.length > 1, columns.filter(name => !told.includes(name))];
  if (others.length === 0) return `because of ${many ? 'their names' : 'its name'}`;
  if (told.length === 0) return byValues(draft, many);
  const ofNames = `because of ${told.length > 1 ? 'their names' : 'its name'}`;
  return `${listed(shown(told))} ${ofNames}, ${listed(shown(others))} ${byValues(draft, others.length > 1)}`;
}

const maxNames = 8;

function shown(columns: readonly string[]): string[] {
  const names = columns.slice(0, maxNames).map(name => `"${name}"`);
  const more = columns.length - names.length;
  return more > 0 ? [...names, `${more} more`] : names;
}

const targetReasons: Readonly<Record<TargetPick['how'], string>> = {
  choice: 'because you chose it',
  join: 'because the files were joined for it',
  beside: 'because it stands beside its predictions',
  name: 'because of its name',
  pair: 'because the predictions are named after it',
  rest: 'because no other column looks like what is predicted',
  values: 'because the predictions go with it',
  first: 'because it comes first',
  difference: 'because a column of differences lies between it and its prediction',
};

function targetWhy({ how }: TargetPick): string {
  return targetReasons[how];
}

function kindOf({ models, task }: Draft, many: boolean): string {
  const isScored = models.some(model => model.prediction === undefined) && task !== 'regression';
  const word = isScored ? 'prediction or probability' : 'prediction';
  return many ? (isScored ? 'predictions or probabilities' : 'predictions') : `its ${word}`;
}

function byValues({ task }: Draft, many: boolean): string {
  if (task === 'regression') {
    return many
      ? 'because they are numbers of the same scale'
      : 'because its numbers have the same scale';
  }
  return many ? 'because they hold the same classes' : 'because of its values';
}

function columnsOf(model: ModelRoles): string[] {
  const columns = [
    model.prediction,
    ...(model.probability ?? []),
    ...(model.logits ?? []),
    model.margin,
  ];
  return columns.filter(name => name !== undefined);
}
