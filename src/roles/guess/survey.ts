import { type NameRoleId, roleOfName } from '../../names/names';
import type { Table } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import { matrices } from '../matrices';
import { type Candidate, candidatesOf, isFraction, wordsIn } from './candidate';
import { addUpToOne } from './models/classColumns';
import { asQuantiles } from './quantiles';

/** A table under inspection: what is known of its columns and what has been decided already. */
export interface Survey {
  readonly table: Table;
  readonly choices: RoleChoices;
  /** All columns but those to be ignored. */
  readonly candidates: readonly Candidate[];
}

export function surveyOf(table: Table, choices: RoleChoices): Survey {
  const ignored = new Set(choices.ignored);
  for (const name of [choices.target, ...chosenColumns(choices)]) ignored.delete(name ?? '');
  const own = candidatesOf(table).filter(({ name }) => !ignored.has(name));
  const candidates = withCentre(asShares(asQuantiles(own))).map(candidate =>
    asChosen(candidate, choices),
  );
  return { table, choices, candidates };
}

/** `y_pred[0]`, `y_pred[1]`, ...: a matrix whose rows add up to 1 has one probability per class. */
function asShares(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.some(one => one.said?.role === 'target' && isFraction(one))) return candidates;
  const shares = new Map(
    [...matrices(candidates)]
      .filter(([, columns]) => areShares(columns))
      .flatMap(([matrix, columns]) => columns.map(column => [column, matrix] as const)),
  );
  return candidates.map(one => {
    const matrix = shares.get(one);
    const isOpen = one.said === null || one.said.role === 'prediction';
    if (matrix === undefined || !isOpen) return one;
    const said = roleOfName(`${matrix} prob${one.name.slice(matrix.length)}`);
    return said === null
      ? one
      : { ...one, said: { ...said, stem: one.name }, stem: wordsIn(said.stem) };
  });
}

function areShares(columns: readonly Candidate[]): boolean {
  return (
    columns.length > 1 && columns.every(({ facts }) => facts.unitShare === 1) && addUpToOne(columns)
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
