import type { FigureId } from './figureId';
import type { SliceCondition } from './sliceReport';

/**
 * A chart as plain data: what is drawn, the sentence that reads it, the table behind it and the controls
 * that change it. The page draws any figure with one renderer; no figure needs code of its own there.
 */
export interface Figure {
  readonly id: FigureId;
  readonly title: string;
  /** One sentence that says what the figure shows about this very data. */
  readonly reading: string;
  readonly panels: readonly Panel[];
  readonly controls: readonly Control[];
  readonly table: DataTable;
}

export type Panel = Plot | Heat;

/** A chart with two axes. Panels of one figure stand below one another and share x. */
export interface Plot {
  readonly kind: 'plot';
  /** Height relative to the other panels; 1 by default. */
  readonly share?: number;
  /** True where both axes measure the same and the plot is as wide as it is high. */
  readonly square?: true;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Second axis on the right. */
  readonly y2?: PlotAxis;
  readonly marks: readonly Mark[];
}

/** A matrix drawn as a table with heat: rows are true classes, columns predicted ones. */
export interface Heat {
  readonly kind: 'heat';
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** Row-major counts. */
  readonly values: Float64Array;
  /** Row-major, 0 to 1: how strongly a cell is tinted. */
  readonly heat: Float64Array;
}

export interface PlotAxis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly min?: number;
  readonly max?: number;
  /** Names of the whole numbers 0, 1, 2, ... of a categorical axis. */
  readonly categories?: readonly string[];
}

/** Which of the theme's colours a mark takes; models and runs go by their index. */
export type Tone =
  | { readonly series: number }
  | { readonly meaning: 'good' | 'bad' | 'warning' | 'neutral' | 'accent' };

interface MarkBase {
  readonly name: string;
  readonly tone: Tone;
  readonly axis?: 'y' | 'y2';
  /** The name of the mark that it goes with: the legend leaves it out, and hides it with the other. */
  readonly of?: string;
}

/** The numbers of single samples that figures group into bins. */
export const binnedNumbers = ['error', 'probability'] as const;
export type BinnedNumber = (typeof binnedNumbers)[number];

/**
 * Which samples of one model each bar or point of a mark stands for: those whose number lies in
 * [from, to). Bins ascend, and the last one holds its `to` as well.
 */
export interface Bins {
  readonly model: string;
  readonly split: string | null;
  readonly by: BinnedNumber;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Which group of rows each bar of a mark stands for. */
export interface BarGroups {
  readonly model: string;
  readonly split: string | null;
  /** Null where a bar stands for many small groups together. */
  readonly where: readonly (readonly SliceCondition[] | null)[];
  /** The groups in words. */
  readonly texts: readonly string[];
}

/** NaN in y breaks the line. */
export interface LineMark extends MarkBase {
  readonly kind: 'line';
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dash?: 'solid' | 'dashed' | 'dotted';
  readonly faint?: boolean;
  readonly step?: boolean;
  /** Data rows and lines behind the vertices, for curves whose vertices are rows of the source. */
  readonly rows?: Int32Array;
  readonly lines?: Int32Array;
  /** Index of the source that each line is of; the first one when left out. */
  readonly sources?: Int32Array;
}

export interface PointsMark extends MarkBase {
  readonly kind: 'points';
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly shape?: 'circle' | 'triangle' | 'cross' | 'square' | 'diamond';
  /** Data row of each point. */
  readonly rows?: Int32Array;
  /** 1-based line of each point, 0 where there is none. */
  readonly lines?: Int32Array;
  /** Index of the source that each line is of; the first one when left out. */
  readonly sources?: Int32Array;
  readonly labels?: readonly string[];
  readonly bins?: Bins;
  /** Vertical whiskers. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
}

export interface BarsMark extends MarkBase {
  readonly kind: 'bars';
  /** One more edge than bars. */
  readonly edges: Float64Array;
  readonly heights: Float64Array;
  readonly bins?: Bins;
  readonly groups?: BarGroups;
}

export interface BandMark extends MarkBase {
  readonly kind: 'band';
  readonly x: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Counts on a grid, painted as pixels: for more rows than can be drawn one by one. */
export interface DensityMark extends MarkBase {
  readonly kind: 'density';
  readonly x: { readonly min: number; readonly max: number; readonly bins: number };
  readonly y: { readonly min: number; readonly max: number; readonly bins: number };
  /** Row-major from the lowest y; length x.bins * y.bins. */
  readonly counts: Float64Array;
}

/** A tinted stretch of an axis with a caption. */
export interface RegionMark extends MarkBase {
  readonly kind: 'region';
  readonly along: 'x' | 'y';
  readonly from: number;
  readonly to: number;
}

/** A straight line across the plot at one value. */
export interface RuleMark extends MarkBase {
  readonly kind: 'rule';
  readonly along: 'x' | 'y';
  readonly value: number;
}

export type Mark =
  | LineMark
  | PointsMark
  | BarsMark
  | BandMark
  | DensityMark
  | RegionMark
  | RuleMark;

/** An input the page shows with the figure; changing it asks for the figure again. */
export type Control =
  | {
      readonly kind: 'slider';
      readonly id: string;
      readonly label: string;
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly scale: 'linear' | 'log';
    }
  | {
      /** A number that is typed; whether it makes sense the figure says. */
      readonly kind: 'number';
      readonly id: string;
      readonly label: string;
      readonly value: number;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | {
      readonly kind: 'choices';
      readonly id: string;
      readonly label: string;
      readonly value: readonly string[];
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | {
      readonly kind: 'toggle';
      readonly id: string;
      readonly label: string;
      readonly value: boolean;
    }
  | { readonly kind: 'copy'; readonly id: string; readonly label: string; readonly text: string };

/** Controls that mean the same in every figure that has them: set in one, they are set in all. */
export const sharedControls: ReadonlySet<string> = new Set([
  'threshold',
  'falseAlarm',
  'miss',
  'amount',
  'amountOf',
]);

/** Values of a figure's controls by id, and of its zoom (`xMin`, `xMax`). Unknown ids are ignored. */
export type FigureOptions = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** The numbers behind a figure, for reading, copying and screen readers. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly DataRow[];
  /** Rows left out of `rows`, so that the page can say so. */
  readonly omitted?: number;
}

export interface DataRow {
  readonly cells: readonly (number | string | null)[];
  readonly line?: number;
  /** Index of the source that the line is of; the first one when left out. */
  readonly source?: number;
}
