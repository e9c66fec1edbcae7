import { isNanText } from '../missingWords';
import type { Column } from '../table';
import { cellValue } from './cellValue';
import { splitRecord } from './splitRecord';

/** Cells that are kept cut, so that going through columns one after the other cuts few records twice. */
const maxCells = 2 ** 20;

/** Looks cells up again in bytes that are still in memory. */
export class RecordText {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #separator: number;
  readonly #records = new Map<number, readonly string[]>();
  #kept = 0;

  constructor(bytes: Uint8Array, starts: Uint32Array, separator: number) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.#separator = separator;
  }

  /** What the cells of one column say. */
  textsOf(column: number): Required<Pick<Column, 'textOf' | 'saysNan'>> {
    return {
      textOf: row => this.textOf(row, column),
      saysNan: row => this.saysNan(row, column),
    };
  }

  /** The trimmed text of a cell; '' when it is missing or says so. */
  textOf(row: number, column: number): string {
    const text = (this.#records.get(row) ?? this.#read(row))[column] ?? '';
    return cellValue(text, false).kind === 'missing' ? '' : text;
  }

  /** True when the cell says that its number is none, rather than nothing. */
  saysNan(row: number, column: number): boolean {
    return isNanText((this.#records.get(row) ?? this.#read(row))[column] ?? '');
  }

  #read(row: number): readonly string[] {
    const start = this.#starts[row];
    if (start === undefined) return [];
    const { cells } = splitRecord(this.#bytes, start, this.#bytes.length, this.#separator);
    if (this.#kept + cells.length > maxCells) {
      this.#records.clear();
      this.#kept = 0;
    }
    this.#records.set(row, cells);
    this.#kept += cells.length;
    return cells;
  }
}
