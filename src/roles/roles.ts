import type { OutputRoles } from '../shared/lossReport';
import type { Task } from '../shared/metricId';
import type { Doubt } from '../shared/roleChoices';

/** What each column is for, by column names. Guessed from names and values; the user may overrule. */
export interface Roles {
  readonly task: Task;
  readonly target: string | null;
  readonly models: readonly ModelRoles[];
  /** Label of the positive class of a binary task, as text. */
  readonly positive: string | null;
  /** The number that marks rows of the target without a label, which are left out. */
  readonly unlabelled?: number;
  /** Class names of a classification, in the order of the probability columns. */
  readonly classes: readonly string[] | null;
  /** Whether a person said that the classes have this order. */
  readonly ordered?: true;
  /** Further targets with predictions of their own, which are not shown. */
  readonly otherTargets?: readonly string[];
  /** Where there are several outputs, each with the columns that predict it; one of them may be the target. */
  readonly outputs?: readonly OutputRoles[];
  readonly weight: string | null;
  readonly split: string | null;
  /** In a long table, the column that names the model of a row. */
  readonly byModel?: string;
  readonly id: string | null;
  /** Of a forecast: the series of a row, the last time known when it was made, the steps from there, its time. */
  readonly forecast?: ForecastRoles;
  readonly groups: readonly string[];
  readonly ignored: readonly string[];
  readonly history: HistoryRoles | null;
  /** One sentence: why these roles. */
  readonly reason: string;
  /** Anything the person should know about the reading, in whole sentences. */
  readonly notes: readonly string[];
  /** Set when another reading is equally good: asked once in the editor, noted in the terminal. */
  readonly doubt: Doubt | null;
}

/** The columns of one model. Which of them are set depends on the task. */
export interface ModelRoles {
  readonly name: string;
  /** Predicted value, hard label, or (task `errors`) the error itself. */
  readonly prediction?: string;
  /** One column: P(positive). Several: one per class, in the order of `Roles.classes`. */
  readonly probability?: readonly string[];
  readonly margin?: string;
  readonly marginIsLogit?: boolean;
  /** One column per class, before the softmax. */
  readonly logits?: readonly string[];
  /** Probability of the predicted class alone. */
  readonly confidence?: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly level?: number;
  /** Columns of predicted quantiles by rising level, three or more. */
  readonly quantiles?: readonly { readonly level: number; readonly column: string }[];
  readonly variance?: string;
  /** True when `variance` names a column of standard deviations. */
  readonly varianceIsSigma?: boolean;
}

/** Columns that say what a forecast is of; null where there is none. */
export interface ForecastRoles {
  readonly series: string | null;
  readonly cutoff: string | null;
  readonly horizon: string | null;
  readonly time: string | null;
  /** Steps after which the series repeats; 1 unless said. */
  readonly season: number;
}

/** How the columns of a training history are meant. */
export interface HistoryRoles {
  readonly x: string | null;
  /** Set where rows share an epoch: the column that counts within it, null where their order does. */
  readonly within?: string | null;
  /** Column that tells training rows from validation rows. */
  readonly set?: string;
  /** Columns drawn as curves. */
  readonly series: readonly string[];
  /** Column that names the run of a row. */
  readonly run: string | null;
  /** Long form: one row per value, the metric's name in one column and its value in another. */
  readonly long: { readonly metric: string; readonly value: string } | null;
}
