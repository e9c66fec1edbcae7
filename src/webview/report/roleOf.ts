import type { ReportRoles, RunReport } from '../../shared/lossReport';
import type { Task } from '../../shared/metricId';
import type { RoleChoices } from '../../shared/roleChoices';

/** What a column can be for, as the form offers it. */
export type RoleName =
  | 'target'
  | 'prediction'
  | 'probability'
  | 'class'
  | 'margin'
  | 'weight'
  | 'split'
  | 'id'
  | 'lower'
  | 'upper'
  | 'x'
  | 'curve'
  | 'none';

export const roleLabels: Readonly<Record<RoleName, string>> = {
  target: 'Target',
  prediction: 'Prediction',
  probability: 'Probability',
  class: 'Probability of a class',
  margin: 'Score or logit',
  weight: 'Weight',
  split: 'Split',
  id: 'Row id',
  lower: 'Lower bound',
  upper: 'Upper bound',
  x: 'Epoch or step',
  curve: 'Curve',
  none: 'Not used',
};

/** The role of every column: what was guessed, overruled by what the person has chosen. */
export function rolesOf(
  columns: readonly string[],
  roles: ReportRoles,
  choices: RoleChoices,
  runs: readonly RunReport[] = [],
): ReadonlyMap<string, RoleName> {
  const found = new Map<string, RoleName>(columns.map(column => [column, 'none']));
  const put = (role: RoleName, names: readonly (string | null | undefined)[]): void => {
    for (const name of names) if (name && found.has(name)) found.set(name, role);
  };
  for (const run of runs) {
    put(
      'curve',
      run.series.map(series => series.name),
    );
    put('x', [run.x]);
  }
  put('id', [roles.id]);
  put('split', [roles.split]);
  put('weight', [roles.weight]);
  put('prediction', roles.predictions);
  for (const own of Object.values(roles.probabilities))
    put(own.length > 1 ? 'class' : 'probability', own);
  put('target', [roles.target]);
  put('margin', choices.margins ?? []);
  put('lower', [choices.lower]);
  put('upper', [choices.upper]);
  put('x', [choices.x]);
  return found;
}

const single: ReadonlySet<RoleName> = new Set([
  'target',
  'weight',
  'split',
  'id',
  'lower',
  'upper',
  'x',
]);

/**
 * The choices after one column has been given another role. A role that only one column can have is taken
 * over, and the column that had it gets the other's: two columns change places in one step.
 */
export function choicesAfter(
  before: ReadonlyMap<string, RoleName>,
  column: string,
  role: RoleName,
  roles: ReportRoles,
  choices: RoleChoices,
): RoleChoices {
  const left = before.get(column) ?? 'none';
  const after = new Map(
    [...before].map(
      ([name, own]) => [name, own === role && single.has(role) ? left : own] as const,
    ),
  );
  after.set(column, role);
  const having = (wanted: RoleName): readonly string[] =>
    [...after].filter(([, own]) => own === wanted).map(([name]) => name);
  const one = <K extends string>(key: K, wanted: RoleName): Partial<Record<K, string>> => {
    const name = having(wanted)[0];
    return name === undefined ? {} : ({ [key]: name } as Record<K, string>);
  };
  const classProbabilities = classColumns(roles, new Set(having('class')));
  return {
    ...(choices.task === undefined ? {} : { task: choices.task }),
    ...(choices.positive === undefined ? {} : { positive: choices.positive }),
    ...(choices.order === undefined ? {} : { order: choices.order }),
    ...one('target', 'target'),
    predictions: having('prediction'),
    probabilities: having('probability'),
    ...(Object.keys(classProbabilities).length === 0 ? {} : { classProbabilities }),
    ...(having('margin').length === 0 ? {} : { margins: having('margin') }),
    weight: having('weight')[0] ?? null,
    split: having('split')[0] ?? null,
    id: having('id')[0] ?? null,
    ...one('lower', 'lower'),
    ...one('upper', 'upper'),
    ...one('x', 'x'),
    ignored: having('none'),
  };
}

/** The models' class columns that still are class columns; new ones join the last model. */
function classColumns(
  roles: ReportRoles,
  wanted: ReadonlySet<string>,
): Readonly<Record<string, readonly string[]>> {
  const models = Object.entries(roles.probabilities).filter(([, columns]) => columns.length > 1);
  const known = new Set(models.flatMap(([, columns]) => columns));
  const added = [...wanted].filter(column => !known.has(column));
  const kept = models.map(
    ([name, columns], i) =>
      [
        name,
        [
          ...columns.filter(column => wanted.has(column)),
          ...(i === models.length - 1 ? added : []),
        ],
      ] as const,
  );
  if (kept.length === 0 && added.length > 0) return { probability: added };
  return Object.fromEntries(kept.filter(([, columns]) => columns.length > 0));
}

/** The roles that make sense for a task. */
export const rolesFor: Readonly<Record<Task, readonly RoleName[]>> = {
  regression: ['target', 'prediction', 'lower', 'upper', 'weight', 'split', 'id', 'none'],
  errors: ['target', 'prediction', 'weight', 'split', 'id', 'none'],
  binary: ['target', 'prediction', 'probability', 'margin', 'weight', 'split', 'id', 'none'],
  multiclass: ['target', 'prediction', 'class', 'weight', 'split', 'id', 'none'],
  multilabel: ['target', 'prediction', 'probability', 'weight', 'split', 'id', 'none'],
  multioutput: ['target', 'prediction', 'probability', 'weight', 'split', 'id', 'none'],
  training: ['x', 'curve', 'none'],
};
