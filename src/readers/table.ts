import type { Bounds } from '../shared/bounds';
import { remembered } from '../shared/remembered';
import type { RoleChoices } from '../shared/roleChoices';
import type { ByteSource } from './byteSource';
import type { Place } from './readError';

/** What every reader makes of its bytes or text: named columns of equal length. */
export interface Table {
  /** File name without folders, or what was selected. */
  readonly name: string;
  /** `csv`, `tsv`, `json`, `jsonl`, `npy`, `npz`, `parquet`, `selection`, ... */
  readonly format: string;
  readonly bytes: number;
  readonly rows: number;
  /** Names are unique; a reader adds ` (2)` to a repeated one. */
  readonly columns: readonly Column[];
  /** 1-based physical line where a data row starts; null where the source has no lines. */
  readonly lineOf: (row: number) => number | null;
  /** Characters [start, end) of its line at which the value of a data row stands, where several share a line. */
  readonly charactersOf?: (row: number) => readonly [number, number] | null;
  /** What was odd in the source, told in whole sentences. Counted and capped by the reader. */
  readonly problems: readonly Problem[];
  /** True when the source says that its rows are a training history (a Keras History, a log). */
  readonly history?: boolean;
  /** `Min` or `Max` per column where the source itself says which direction is better. */
  readonly directions?: Readonly<Record<string, 'lower' | 'higher'>>;
  /** Column -> the data it was measured on, where the source says so and the name does not. */
  readonly splits?: Readonly<Record<string, 'train' | 'validation' | 'test'>>;
  /** Further training histories in the same source, each a run of its own. */
  readonly more?: readonly Table[];
  /** Roles that are known from how the table came about (joined files); a person's choices go before them. */
  readonly known?: RoleChoices;
  /** Prediction column -> name of its model, where joined files call their columns alike. */
  readonly modelNames?: Readonly<Record<string, string>>;
  /** Where the source itself says which columns are the outputs and what predicts each of them. */
  readonly outputs?: readonly OutputColumns[];
  /** Data rows before which the header was written again: a log was restarted there. */
  readonly headerRepeats?: readonly number[];
  /** True when reading stopped before the end: cancelled, or the source could not be read further. */
  readonly partial?: boolean;
  /** Present when the columns hold a uniform sample of the rows of the source, the rest being too large. */
  readonly sampled?: SampledRows;
  /** Columns of the source that were not read because nothing needs them. */
  readonly unread?: readonly string[];
  /** Present when the source has columns that were not read, and rows that can be found again. */
  readonly fileRows?: FileRows;
  /** Present when the rows stand in several files, in their order; lines then run through all of them. */
  readonly parts?: readonly TablePart[];
  /** Column of the folds, where the names of the parts say which is which. */
  readonly fold?: string;
}

/** One of several targets with the columns that predict it. */
export interface OutputColumns {
  readonly name: string;
  readonly target: string;
  /** Column -> the model that it is of. */
  readonly models: ReadonlyMap<string, string>;
  /** Bounds, quantiles and spreads of those models. */
  readonly beside: readonly string[];
}

/** Where the rows of one file stand in a table that is written in several. */
export interface TablePart {
  readonly name: string;
  readonly format: string;
  /** Bytes of the file. */
  readonly bytes: number;
  /** Data rows of the table before it. */
  readonly row: number;
  readonly rows: number;
  /** The running line of the table on which its rows begin, and the line of the file that this is. */
  readonly line: number;
  readonly ownLine: number;
}

/** Finds rows of a large file again, to tell what was not kept of them. */
export interface FileRows {
  /**
   * All cells of the given data rows of the source, '' where missing. Rows that are not where they were are
   * left out. Rejects when the source cannot be read.
   */
  cellsOf(
    source: ByteSource,
    rows: readonly number[],
  ): Promise<ReadonlyMap<number, readonly NamedText[]>>;
  /** With so many more rows, which stand behind the others and end before byte `end`. */
  grown(rows: number, end: number): FileRows;
}

export interface NamedText {
  readonly column: string;
  readonly text: string;
}

export interface SampledRows {
  /** Data rows of the source. */
  readonly rows: number;
  /** 0-based data row of the source of a row of the table. */
  readonly rowOf: (row: number) => number;
  /** Bytes of columns that may be kept. */
  readonly budget: number;
}

export interface Problem {
  readonly place: Place;
  /** What is wrong and what was done about it: `"n/a" is not a number (row skipped)`. */
  readonly text: string;
}

export type ColumnKind = 'number' | 'boolean' | 'label' | 'text' | 'time' | 'empty';

/** Cells of one column whose text is kept to be told. */
export const maxInvalid = 1000;

/**
 * One column. `number` and `boolean` columns are numbers with few exceptions; `label` columns repeat a
 * limited set of texts; `text` is all the rest. `time` is a date or a duration, its numbers are seconds.
 */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Every cell as a number: NaN when missing or no number; true and false are 1 and 0; `12 %` is 0.12. */
  readonly numbers: Float64Array;
  /** Present when all cells are known to be finite numbers within these bounds. */
  readonly bounds?: Bounds;
  /** Cells that are missing (empty, NA, nan, None, null, -, ~). */
  readonly missing: number;
  /** Row -> text, for cells of a number column that are neither a number nor missing. The first `maxInvalid`. */
  readonly invalid: ReadonlyMap<number, string>;
  /** True when the cells carried a percent sign. */
  readonly percent: boolean;
  /** Text of a cell as the source has it, trimmed; '' when missing. */
  readonly textOf: (row: number) => string;
  /** True for a missing cell in which NaN is written; absent where the reader does not keep what it read. */
  readonly saysNan?: (row: number) => boolean;
  /** `textOf` as codes, where the reader keeps them: the texts as written, so `1` and `1.0` differ. */
  readonly dictionary?: Labels;
}

/** Class names and codes of a column; numbers read as `1` whether the file says 1, 1.0 or 1e0. */
export interface Labels {
  /** -1 where the cell is missing. */
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** The column called `name`, or undefined. */
export function columnNamed({ columns }: Pick<Table, 'columns'>, name: string): Column | undefined {
  return byName(columns).get(name);
}

const byName = remembered(
  (columns: Table['columns']): ReadonlyMap<string, Column> =>
    new Map(columns.map(column => [column.name, column])),
);
