import type { Doubt } from '../../shared/roleChoices';
import { listed } from '../../shared/text';
import type { Candidate } from './candidate';
import type { Draft } from './draft';
import { concordance, likely } from './reading/concordance';
import { sharedWords } from './reading/nameEvidence';
import type { Part, Reading } from './reading/reading';
import type { TargetPick } from './target/targetPick';

/** The question a person should be asked once, or null when the columns leave no doubt. */
export function doubtOf(pick: TargetPick, draft: Draft, isOpenTask: boolean): Doubt | null {
  if (pick.how === 'first') return whichTarget(pick, draft);
  return otherReading(pick) ?? modelsOrFeatures(pick) ?? numbersOr(draft, isOpenTask);
}

function numbersOr(draft: Draft, isOpenTask: boolean): Doubt | null {
  return isOpenTask ? numbersOrClasses(draft) : null;
}

/** A reading that is behind by fewer points than these could as well be meant. */
const closeBy = 1.5;
const maxOptions = 4;

/** Another target of the same predictions that is hardly behind; pairs of their own are no rivals. */
function otherReading({ readings }: TargetPick): Doubt | null {
  const [best, ...others] = readings;
  if (best === undefined || best.how !== 'rest') return null;
  const own = new Set(best.parts.map(({ column }) => column));
  const close = others.filter(
    ({ points, parts }) =>
      best.points - points < closeBy && parts.some(({ column }) => own.has(column)),
  );
  if (close.length === 0) return null;
  const names = ({ parts }: Reading) => quoted(parts.map(({ column }) => column));
  return {
    question: 'Which column is the target? Its name does not say.',
    options: [best, ...close].slice(0, maxOptions).map(reading => ({
      label: `"${reading.target.name}" is the target of ${names(reading)}`,
      choices: { target: reading.target.name },
    })),
  };
}

const maxNames = 3;

/** Several columns whose names say nothing, some of which do not say what the target says. */
function modelsOrFeatures({ target, readings, columns }: TargetPick): Doubt | null {
  const parts = readings[0]?.parts ?? [];
  if (parts.length < 2 || !parts.every(isSilent)) return null;
  // `ecmwf_mm` and `gfs_mm` beside `observed_mm` are about one quantity.
  if (columns.every(one => sharedWords(target.name, one.name) > 0)) return null;
  const alike = columns.filter(one => concordance(target, one) >= likely);
  if (alike.length === columns.length) return null;
  const best = alike.length > 0 ? alike : columns.slice(0, 1);
  const option = (taken: readonly Candidate[], word: string) => ({
    label: `${quoted(taken)} ${taken.length > 1 ? 'are' : 'is'} ${word}`,
    choices: { target: target.name, predictions: taken.map(({ name }) => name) },
  });
  return {
    question: `Which columns are predictions of "${target.name}"? Their names do not say.`,
    options: [
      option(columns, 'predictions'),
      option(best, best.length > 1 ? 'predictions, the others are not' : 'one, the others are not'),
    ],
  };
}

function isSilent({ evidence }: Part): boolean {
  return evidence.every(({ kind, points }) => kind !== 'name' || points === 0);
}

function quoted(columns: readonly Candidate[]): string {
  const names = columns.slice(0, maxNames).map(({ name }) => `"${name}"`);
  const more = columns.length - names.length;
  return listed(more > 0 ? [...names, `${more} more`] : names);
}

function whichTarget({ target, rivals }: TargetPick, { models }: Draft): Doubt | null {
  const other = rivals[0]?.name;
  if (other === undefined || models.length !== 1) return null;
  const option = (name: string, prediction: string) => ({
    label: `"${name}" is the target, "${prediction}" the prediction`,
    choices: { target: name, predictions: [prediction] },
  });
  return {
    question: 'Which of the two columns is the target?',
    options: [option(target.name, other), option(other, target.name)],
  };
}

function numbersOrClasses({ task }: Draft): Doubt {
  const measured = {
    label: 'Numbers: how far off matters',
    choices: { task: 'regression' },
  } as const;
  const classes = { label: 'Classes: right or wrong', choices: { task: 'multiclass' } } as const;
  return {
    question: 'Few different integers: are they numbers or classes?',
    options: task === 'regression' ? [measured, classes] : [classes, measured],
  };
}
