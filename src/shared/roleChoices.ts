import type { Task } from './metricId';

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
  readonly x?: string;
  readonly ignored?: readonly string[];
  /** Whether the files are parts of one table; by default their names and rows tell. */
  readonly parts?: boolean;
}
