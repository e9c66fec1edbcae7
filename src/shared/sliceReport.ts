import type { MetricId } from './metricId';

/** What a column's value must be for a row to belong to a slice. */
export type SliceCondition = {
  readonly column: string;
  /** What of the column: the hour, weekday or month of a date, the length of a text; else its value. */
  readonly part?: 'hour' | 'weekday' | 'month' | 'length';
} & (
  | { readonly is: string | null }
  /** In [from, below); null is no bound; times as texts. */
  | { readonly from: number | string | null; readonly below: number | string | null }
);

/** A group of rows that costs more than the others, found on one half of the rows and confirmed on the other. */
export interface SliceReport {
  readonly where: readonly SliceCondition[];
  readonly n: number;
  /** Mean of the model's ranking loss in the slice, and over the other rows. */
  readonly loss: number;
  readonly rest: number;
  /** What the mean would fall by if the slice were as the rest. */
  readonly excess: number;
  /** One-sided, of the confirming half. */
  readonly p: number;
  readonly confirmed: true;
  /** The first 100. */
  readonly lines: readonly number[];
  /** The conditions in words. */
  readonly text: string;
}

/** The only rows that a report is about. */
export interface ReportScope {
  readonly where: readonly SliceCondition[];
  /** The conditions in words. */
  readonly text: string;
  readonly rows: number;
}

/** The rows that have one value, or a range of values, in a column. */
export interface GroupReport {
  readonly column: string;
  readonly value: string | null;
  readonly model: string;
  readonly split: string | null;
  readonly n: number;
  readonly values: Readonly<Partial<Record<MetricId, number>>>;
  /** Of the mean ranking loss, 95 %; null of too few rows. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Share of the sum of the ranking loss. */
  readonly share: number | null;
  readonly excess: number | null;
  /** By the ranking loss and by accuracy, how far the group is from all other rows; left out without rows. */
  readonly gaps?: Readonly<Partial<Record<MetricId, Gap>>>;
}

/** The value in a group less that over all other rows, with its 95 % interval; null of too few rows. */
export interface Gap {
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
}
