import type { Task } from './metricId';
import type { SliceCondition } from './sliceReport';

/** A question the columns cannot answer, with the reading that was taken first. */
export interface Doubt {
  /** For example `Which of the two columns is the target?` */
  readonly question: string;
  /** The first is the reading that was taken. */
  readonly options: readonly { readonly label: string; readonly choices: RoleChoices }[];
}

/** What a person or a command line has decided; everything left out is guessed. */
export interface RoleChoices {
  readonly task?: Task;
  readonly target?: string;
  readonly predictions?: readonly string[];
  /** Columns of P(positive), one model each. */
  readonly probabilities?: readonly string[];
  /** Model name -> its class columns. */
  readonly classProbabilities?: Readonly<Record<string, readonly string[]>>;
  readonly margins?: readonly string[];
  /** null: no weights, even if a column looks like it. */
  readonly weight?: string | null;
  readonly split?: string | null;
  readonly id?: string | null;
  readonly lower?: string;
  readonly upper?: string;
  readonly positive?: string;
  /** All classes, the least first, where they have an order. */
  readonly order?: readonly string[];
  readonly x?: string;
  /** Of a forecast: the columns of its series, of the last time known and of the steps from there. */
  readonly series?: string;
  readonly cutoff?: string;
  readonly horizon?: string;
  /** Steps after which the series repeats. */
  readonly season?: number;
  readonly ignored?: readonly string[];
  /** Only rows that meet all of these: the report is about them alone. */
  readonly scope?: readonly SliceCondition[];
  /** Whether the files are parts of one table; by default their names and rows tell. */
  readonly parts?: boolean;
}

/** Says for every choice which columns it needs to be read; a choice that is forgotten here does not compile. */
const neededColumns: {
  readonly [Role in keyof Required<RoleChoices>]: (
    choice: NonNullable<RoleChoices[Role]>,
  ) => readonly string[];
} = {
  task: () => [],
  target: name => [name],
  predictions: names => names,
  probabilities: names => names,
  classProbabilities: models => Object.values(models).flat(),
  margins: names => names,
  weight: name => [name],
  split: name => [name],
  id: name => [name],
  lower: name => [name],
  upper: name => [name],
  positive: () => [],
  order: () => [],
  x: name => [name],
  series: name => [name],
  cutoff: name => [name],
  horizon: name => [name],
  season: () => [],
  ignored: () => [],
  scope: where => where.map(({ column }) => column),
  parts: () => [],
};

/** The columns that these choices need to be read. */
export function columnsOfChoices(choices: RoleChoices): readonly string[] {
  const roles = Object.keys(neededColumns) as readonly (keyof RoleChoices)[];
  return roles.flatMap(role => {
    const choice = choices[role];
    const columns = neededColumns[role] as (choice: unknown) => readonly string[];
    return choice === undefined || choice === null ? [] : columns(choice);
  });
}
