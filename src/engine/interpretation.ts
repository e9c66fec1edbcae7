import type { PredictionData } from '../core/predictionData';
import type { LabelColumn } from '../core/samples/samples';
import type { History } from '../core/training/history';
import type { Table } from '../readers/table';
import type { OutputRoles } from '../roles/outputs/rolesOfOutputs';
import type { Roles } from '../roles/roles';
import type { Skipped } from '../shared/lossReport';
import type { ReportScope } from '../shared/sliceReport';
import type { SumsRead } from './sums/interpretSums';

/** What the tables mean under the roles: predictions to be judged, training runs, or sums of predictions. */
export type Interpretation = Predictions | Outputs | Training | SumsRead;

export interface Predictions {
  readonly kind: 'predictions';
  readonly table: Table;
  readonly roles: Roles;
  readonly data: PredictionData;
  /** Which rows the report is about, where not all. */
  readonly scope?: ReportScope;
  /** The fold of each row, where the rows come from folds. */
  readonly fold?: LabelColumn;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/** Several outputs, each of which could be a report of its own. */
export interface Outputs {
  readonly kind: 'outputs';
  readonly table: Table;
  readonly roles: Roles;
  /** Two or more, in the order of the table. */
  readonly outputs: readonly OutputRead[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

export interface OutputRead {
  readonly name: string;
  readonly output: OutputRoles;
  readonly predictions: Predictions;
}

export interface Training {
  readonly kind: 'training';
  readonly tables: readonly Table[];
  readonly roles: Roles;
  readonly histories: readonly History[];
  readonly notes: readonly string[];
}
