import type { Bounds } from './bounds';
import type { FindingId } from './findingId';
import type { Headline } from './headline';
import type { MetricId, Task } from './metricId';
import type { GroupReport, ReportScope, SliceReport } from './sliceReport';
import type { Verdict } from './verdict';

/** Everything one inspection found, as small plain data. `--json` prints it; the page draws it. */
export interface LossReport {
  readonly schema: 1;
  readonly sources: readonly Source[];
  readonly task: Task;
  readonly roles: ReportRoles;
  /** The rows that the report is about, where a group was made its scope. */
  readonly scope?: ReportScope;
  readonly skipped: readonly Skipped[];
  /** The answer in two sentences; with several models of many rows it comes with the intervals. */
  readonly headline?: Headline;
  readonly models: readonly ModelReport[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly runs: readonly RunReport[];
  /** Pairs of models; present with the intervals. */
  readonly comparisons?: readonly Comparison[];
  /** By the columns that were asked for. */
  readonly groups?: readonly GroupReport[];
  /** Present while a file is still being read, and after a cancel. */
  readonly partial?: { readonly rows: number; readonly bytes: number; readonly cancelled: boolean };
}

export interface Source {
  readonly name: string;
  /** `csv`, `tsv`, `json`, `jsonl`, `npy`, `parquet`, `selection`, ... */
  readonly format: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Which column plays which role, by the names the file gives. */
export interface ReportRoles {
  readonly target: string | null;
  readonly predictions: readonly string[];
  /** Model name -> its column of P(positive), or its class columns. */
  readonly probabilities: Readonly<Record<string, readonly string[]>>;
  readonly positive: string | null;
  readonly classes: readonly string[] | null;
  /** True where a person said that the classes have this order, least first. */
  readonly ordered?: true;
  readonly weight: string | null;
  readonly split: string | null;
  readonly id: string | null;
  /** Of a forecast, where they were found. */
  readonly series?: string;
  readonly cutoff?: string;
  readonly horizon?: string;
  /** Where there are several: each with the columns that predict it. */
  readonly outputs?: readonly OutputRoles[];
  readonly ignored: readonly string[];
}

/** The columns of one of several outputs, by the models that predict it. */
export interface OutputRoles {
  /** What its columns have in common, else the target's name. */
  readonly name: string;
  readonly target: string;
  readonly predictions: Readonly<Record<string, string>>;
  readonly probabilities: Readonly<Record<string, readonly string[]>>;
}

/** Rows left out of the figures of one model, or of all models when `model` is null. */
export interface Skipped {
  readonly model: string | null;
  /** The output that cannot be judged on them, where there are several. */
  readonly output?: string;
  readonly reason: string;
  readonly count: number;
  /** The first 100 lines. */
  readonly lines: readonly number[];
  /** Index of the source that each line is of; the first one when left out. */
  readonly sources?: readonly number[];
}

export interface ModelReport {
  readonly name: string;
  readonly split: string | null;
  /** Of several outputs the one that is meant, null for all of them together; left out where there is but one. */
  readonly output?: string | null;
  /** The fold whose rows these are; left out where they are all there are. */
  readonly fold?: string | null;
  /** Mean and standard deviation of each loss over the folds, where there are some. */
  readonly overFolds?: OverFolds;
  /** Rows with a usable target and a usable prediction of this model. */
  readonly n: number;
  readonly values: Readonly<Partial<Record<MetricId, number>>>;
  /** Why a value does not exist. An id is in `values` or here, never in both. */
  readonly undefined: Readonly<Partial<Record<MetricId, string>>>;
  /** What was done to get a value, where something was: rows left out, zeros taken, who prints what. */
  readonly notes?: Readonly<Partial<Record<MetricId, string>>>;
  readonly worst: readonly WorstRow[];
  /** Value of each loss for a constant prediction: mean, median or class frequencies of the target. */
  readonly baseline?: Readonly<Partial<Record<MetricId, number>>>;
  /** 1 - loss / baseline loss: 1 is perfect, 0 no better than the constant. */
  readonly skill?: Readonly<Partial<Record<MetricId, number>>>;
  /** Where the true value lies, of values that do not follow exactly from what was read: sums of a table, not its rows. */
  readonly bounds?: Readonly<Partial<Record<MetricId, Bounds>>>;
  /** 95 % intervals of the values that have one. */
  readonly intervals?: Readonly<Partial<Record<MetricId, readonly [low: number, high: number]>>>;
  /** How each interval was found, or why a value that could have one has none. */
  readonly intervalMethod?: Readonly<Partial<Record<MetricId, IntervalMethod>>>;
  /** Groups that cost more than the rest, the costliest first, at most five; present once they are searched for. */
  readonly slices?: readonly SliceReport[];
}

export type OverFolds = Readonly<
  Partial<Record<MetricId, { readonly mean: number; readonly deviation: number }>>
>;

export type IntervalMethod = 'skewness-corrected' | 'wilson' | 'too few rows';

/** Two models of one split by one metric over the rows both have: the first less the second. */
export interface Comparison {
  readonly models: readonly [first: string, second: string];
  readonly split: string | null;
  readonly metric: MetricId;
  readonly difference: number;
  /** 95 % interval of the difference; null of too few rows. It tells them apart when it leaves out 0. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** The same as a sentence. */
  readonly text: string;
}

export type Region = 'confident-right' | 'unsure' | 'confident-wrong';

export interface WorstRow {
  /** 1-based physical line where the record starts; null where the source has no lines. */
  readonly line: number | null;
  /** Index of the source that the line is of; the first one when left out. */
  readonly source?: number;
  /** 0-based data row. */
  readonly row: number;
  readonly target: number | string | null;
  readonly prediction: number | string | null;
  /** prediction - target; null for labels. */
  readonly error: number | null;
  readonly loss: number;
  /** Probability given to the true class. */
  readonly probability?: number;
  readonly region?: Region;
}

/** A sentence about the data that the report worked out, with its evidence. */
export interface Finding {
  readonly id: FindingId;
  /** At most eight words. */
  readonly title?: string;
  /** One sentence with at most three numbers. */
  readonly brief?: string;
  /** The whole of it, with the numbers behind. */
  readonly text: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** 0 to 1: findings are shown weightiest first. */
  readonly weight?: number;
  /** Lines the sentence speaks of, the first 100. */
  readonly lines?: readonly number[];
  /** Index of the source that each line is of; the first one when left out. */
  readonly sources?: readonly number[];
}

export interface RunReport {
  readonly name: string;
  /** Name of the column the series are drawn over; null when it is the row number. */
  readonly x: string | null;
  readonly series: readonly SeriesReport[];
  /** null when nothing honest can be said. */
  readonly verdict: Verdict | null;
  /** x of the best validation loss, as the file counts. */
  readonly bestAt: number | null;
  /** The verdict in words, with its evidence and why it could be wrong. */
  readonly text: string;
}

export type SeriesSplit = 'train' | 'validation' | 'test' | null;

export interface SeriesReport {
  readonly name: string;
  readonly split: SeriesSplit;
  /** What is measured: `loss`, `accuracy`, `lr`, `rmse`, ... Train and validation of one quantity share it. */
  readonly quantity: string;
  /** Finite values. */
  readonly n: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Smallest for losses, largest for scores. */
  readonly best: number | null;
  readonly bestAt: number | null;
}
