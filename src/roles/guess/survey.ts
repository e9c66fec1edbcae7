import type { NameRoleId } from '../../names/nameRole';
import type { Table } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import { type Candidate, candidatesOf } from './candidate';
import { asClaimed } from './claims';
import { asClassScores } from './classScores';
import { ignoreLabel } from './ignoreLabel';
import { asQuantiles } from './quantiles';
import { asRelated } from './related';

/** A table under inspection: what is known of its columns and what has been decided already. */
export interface Survey {
  readonly table: Table;
  readonly choices: RoleChoices;
  /** All columns but those to be ignored. */
  readonly candidates: readonly Candidate[];
  /** The number that marks rows without a label, by the column that holds it. */
  readonly marks: ReadonlyMap<string, number>;
}

export function surveyOf(table: Table, choices: RoleChoices): Survey {
  const ignored = new Set(choices.ignored);
  for (const name of [choices.target, ...chosenColumns(choices)]) ignored.delete(name ?? '');
  const own = candidatesOf(table).filter(({ name }) => !ignored.has(name));
  const candidates = asRelated(withCentre(asClassScores(asQuantiles(asClaimed(own))))).map(
    candidate => asChosen(candidate, choices),
  );
  return { table, choices, ...withoutMarks(candidates) };
}

function withoutMarks(candidates: readonly Candidate[]): Pick<Survey, 'candidates' | 'marks'> {
  const marks = new Map<string, number>();
  const cleared = candidates.map(one => {
    const found = couldBeLabels(one) ? ignoreLabel(one, candidates) : undefined;
    if (found !== undefined) marks.set(one.name, found.label);
    return found?.candidate ?? one;
  });
  return { candidates: cleared, marks };
}

const labelRoles: ReadonlySet<NameRoleId> = new Set(['target', 'label', 'group', 'id']);

function couldBeLabels({ said }: Candidate): boolean {
  return (
    said === null || (labelRoles.has(said.role) && (said.role !== 'id' || said.strength === 1))
  );
}

const centres = new Set(['mean', 'mu', 'fit']);

/** Where nothing is called a prediction, the centre of an interval is one: `mean` beside `std`, `fit` beside `lwr` and `upr`. */
function withCentre(candidates: readonly Candidate[]): readonly Candidate[] {
  const has = (role: NameRoleId) => candidates.some(({ said }) => said?.role === role);
  const isSpread = has('sigma') || (has('lower') && has('upper'));
  if (has('prediction') || !isSpread) return candidates;
  const said = { role: 'prediction', strength: 2, stem: '', before: '', after: '' } as const;
  return candidates.map(one =>
    one.said === null && centres.has(one.name.toLowerCase()) ? { ...one, said, stem: [] } : one,
  );
}

/** The candidates with these names, in the order of the names. */
export function named(survey: Survey, names: readonly string[]): Candidate[] {
  const byName = new Map(survey.candidates.map(candidate => [candidate.name, candidate]));
  return names.map(name => byName.get(name)).filter(candidate => candidate !== undefined);
}

/** Names of all columns that have been chosen for a model. */
export function chosenColumns(choices: RoleChoices): string[] {
  return [
    ...(choices.predictions ?? []),
    ...(choices.probabilities ?? []),
    ...Object.values(choices.classProbabilities ?? {}).flat(),
    ...(choices.margins ?? []),
  ];
}

/** A column that was chosen for a role is treated as if its name said so. */
function asChosen(candidate: Candidate, choices: RoleChoices): Candidate {
  const { name, said } = candidate;
  const chosen: readonly (readonly [NameRoleId, readonly string[]])[] = [
    ['prediction', choices.predictions ?? []],
    ['probability', choices.probabilities ?? []],
    ['probability', Object.values(choices.classProbabilities ?? {}).flat()],
    ['margin', choices.margins ?? []],
  ];
  const role = chosen.find(([, names]) => names.includes(name))?.[0];
  if (role === undefined || role === said?.role || (role === 'margin' && said?.role === 'logit')) {
    return candidate;
  }
  const rest = said ?? { stem: name, before: name, after: '' };
  return { ...candidate, said: { ...rest, role, strength: 3 } };
}
