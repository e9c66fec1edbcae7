import type { Roles } from '../roles';
import { isNumeric } from './candidate';
import type { Draft } from './draft';
import { distinct } from './models/modelName';
import { namedPredictions } from './namedPredictions';
import { named, type Survey } from './survey';

/** Columns that hold errors themselves, for a table that has nothing to compute them from; null without any. */
export function errorColumnsOf(survey: Survey): Draft | null {
  const { candidates, choices } = survey;
  const wanted =
    choices.task === 'errors'
      ? [...(choices.predictions ?? []), ...(choices.target === undefined ? [] : [choices.target])]
      : [];
  const numeric = candidates.filter(one => isNumeric(one) && one.column.kind === 'number');
  const found =
    wanted.length > 0
      ? named(survey, wanted)
      : numeric.filter(({ said }) => said?.role === 'error' || said?.role === 'residual');
  const plain = found.some(({ said }) => said?.stem === '' && said.strength === 3);
  const alone = numeric.every(
    one =>
      found.includes(one) || one.facts.rising || (one.said !== null && aside.has(one.said.role)),
  );
  const isChosen = choices.task === 'errors';
  const columns = found.length === 0 && isChosen ? numeric.slice(0, 1) : found;
  if (columns.length === 0 || !(isChosen || plain || alone)) return null;
  const residual = columns.find(({ said }) => said?.role === 'residual');
  return {
    task: 'errors',
    models: distinct(columns.map(({ name }) => ({ name, prediction: name }))),
    classes: null,
    positive: null,
    notes: [
      ...(residual === undefined ? [] : [residualNote(residual.name)]),
      ...predictionNote(survey, choices.task === 'errors'),
    ],
  };
}

const aside: ReadonlySet<string> = new Set([
  ...['id', 'index', 'time', 'absError', 'derived', 'weight', 'epoch', 'step'],
]);

/** A prediction whose target is not in the table, or not told. */
function predictionNote(survey: Survey, isChosen: boolean): string[] {
  const names = namedPredictions(survey).filter(({ said }) => said?.role === 'prediction');
  if (isChosen || names.length === 0) return [];
  const [first] = names;
  return [
    `"${first!.name}" looks like a prediction, but no column could be told to be its target; choose one to see the ` +
      'losses of the predictions themselves.',
  ];
}

function residualNote(name: string): string {
  return `"${name}" is taken as it is; if it is target - prediction, its sign is opposite to that of an error.`;
}

/** Why the error columns are the roles. */
export function errorsReason(models: Roles['models']): string {
  const names = models.map(({ name }) => `"${name}"`).join(', ');
  const isOne = models.length === 1;
  return (
    `${names} ${isOne ? 'holds' : 'hold'} errors because of ${isOne ? 'its name' : 'their names'}, ` +
    'and there is no pair of target and prediction.'
  );
}
