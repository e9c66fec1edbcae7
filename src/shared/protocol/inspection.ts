import type { Explanation } from '../explanation';
import type { BinnedNumber, Figure, FigureOptions } from '../figure';
import type { FigureId } from '../figureId';
import type { FindingId } from '../findingId';
import type { Headline } from '../headline';
import type { Comparison, LossReport, ModelReport, WorstRow } from '../lossReport';
import type { MetricId, Parameters } from '../metricId';
import type { Doubt, RoleChoices } from '../roleChoices';
import type { SliceCondition } from '../sliceReport';
import type { SlicesFound } from '../slicesFound';

export type { Explanation };

export interface InspectOptions {
  readonly choices?: RoleChoices;
  readonly parameters?: Partial<Parameters>;
  /** Only these are computed; by default all that the columns permit. */
  readonly metrics?: readonly MetricId[];
  /** Losses and worst rows alone, without baselines, findings and a list of the other losses. */
  readonly lossesAlone?: boolean;
  /** Findings that nobody wants to hear of. */
  readonly muted?: readonly FindingId[];
  /** How many worst rows each model lists; 10 by default. */
  readonly worst?: number;
  /**
   * Bytes of columns to keep, 2 GB by default. A larger table is judged by a uniform sample of its rows, and
   * the report says so; it counts when a file is read, not when roles or parameters change.
   */
  readonly memoryBudget?: number;
}

/** A report with what is needed to draw it and to go on asking. */
export interface Inspection {
  /** Names the data inside the engine until it is closed. */
  readonly id: number;
  readonly report: LossReport;
  /** Columns that can be given a role, with what the reader made of them. */
  readonly columns: readonly ColumnInfo[];
  /** The sentence that says why the roles are as they are. */
  readonly reason: string;
  readonly doubt: Doubt | null;
  readonly choices: RoleChoices;
  readonly parameters: Parameters;
  /** Metrics that the columns permit in the order of the table, with what the page shows about them. */
  readonly metrics: readonly MetricInfo[];
  /** The metrics that say most for this task, at most six. */
  readonly first: readonly MetricId[];
  /** Figures this data has, the most telling first. */
  readonly figures: readonly FigureInfo[];
}

export interface ColumnInfo {
  readonly name: string;
  readonly kind: string;
  readonly sample: readonly string[];
}

export interface FigureInfo {
  readonly id: FigureId;
  readonly title: string;
  /** One line on what it shows, until its own reading is there. */
  readonly about: string;
  /** True when a part that is zoomed into is drawn anew with more points. */
  readonly zoomAsks?: true;
  /** Figures next to each other with the same axis move and zoom together. */
  readonly sharedAxis?: 'error';
}

/** The part of the catalogue that travels with a report. */
export interface MetricInfo {
  readonly id: MetricId;
  readonly name: string;
  /** Plain text, for example `mean of (prediction - target)^2`. */
  readonly formula: string;
  /** MathML source of the formula. */
  readonly mathml: string;
  readonly direction: 'lower' | 'higher' | 'zero';
  readonly range: string;
  /** True when single rows have a loss by it, so that it can rank them. */
  readonly ofRows: boolean;
  /** One note on the convention shown and what other libraries print. */
  readonly note: string;
  readonly source: string;
  /** What it punishes, in one sentence. */
  readonly punishes: string;
  /** When to choose another one, in one sentence. */
  readonly otherwise: string;
  /** What the first rows cost by it, where single rows have a loss. */
  readonly example?: string;
  /** What libraries call it: `PyTorch MSELoss`. */
  readonly called: readonly string[];
}

export type Question =
  | { readonly kind: 'figure'; readonly figure: FigureId; readonly options: FigureOptions }
  | { readonly kind: 'metrics' }
  | { readonly kind: 'intervals' }
  | {
      readonly kind: 'slices';
      /** Columns to group by. */
      readonly by?: readonly string[];
    }
  | {
      readonly kind: 'worst';
      /** The metric whose per-sample loss ranks the rows; null takes the task's own. */
      readonly metric: MetricId | null;
      readonly model: string;
      /** The split of the model; the first one when left out. */
      readonly split?: string | null;
      /** Rank by loss(model) - loss(versus) instead. */
      readonly versus: string | null;
      readonly className: string | null;
      /** Only samples of this bin. */
      readonly bin?: Bin;
      readonly count: number;
    }
  | {
      readonly kind: 'row';
      /** As points of figures name it. */
      readonly row: number;
      /** Whose value is looked for; the first one's when left out. */
      readonly model?: string;
    }
  | { readonly kind: 'explain'; readonly value: string }
  | {
      readonly kind: 'code';
      readonly metric: MetricId;
      readonly model: string;
      readonly split?: string | null;
    };

/** The samples that a bar or a point of a chart stands for. */
export type Bin = NumberBin | GroupBin;

/** Samples of a group of rows. */
export interface GroupBin {
  readonly by: 'group';
  readonly where: readonly SliceCondition[];
  /** The group in words. */
  readonly text: string;
}

/** Samples whose number lies in [from, to), or in [from, to] where the bin is closed. */
export interface NumberBin {
  readonly by: BinnedNumber;
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

export type Answer =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'metrics'; readonly models: readonly ModelReport[] }
  | {
      readonly kind: 'intervals';
      readonly models: readonly ModelReport[];
      readonly comparisons: readonly Comparison[];
      readonly headline?: Headline;
    }
  | ({ readonly kind: 'slices' } & SlicesFound)
  | {
      readonly kind: 'worst';
      readonly rows: readonly WorstDetail[];
      /** How many samples there are of the class and in the bin that were asked for. */
      readonly samples: number;
    }
  | ({
      readonly kind: 'row';
      /** Where the row's value is written in its line, where that is known. */
      readonly cell?: CellPlace;
    } & RowCells)
  | { readonly kind: 'explain'; readonly explanations: readonly Explanation[] }
  | { readonly kind: 'code'; readonly lines: readonly { library: string; code: string }[] };

/** Characters [start, end) of a line, or which of the `count` fields of a record, `column` being its name. */
export type CellPlace =
  | { readonly kind: 'characters'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'field';
      readonly column: string;
      readonly index: number;
      readonly count: number;
    };

/** What the other columns say about a row. */
export interface RowCells {
  /** 0-based data row of the source. */
  readonly row: number;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
}

/** A row as reports list it, with its other columns. */
export interface WorstDetail extends WorstRow, RowCells {
  /** Of the other model, where the row was ranked by what it costs beyond that. */
  readonly versus?: OtherLoss;
}

/** What another model makes of the same row. */
export interface OtherLoss extends Pick<WorstRow, 'prediction' | 'probability' | 'loss'> {
  /** The row's loss minus this one: what it is ranked by. */
  readonly difference: number;
}

export interface Progress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  readonly secondsLeft: number | null;
}
