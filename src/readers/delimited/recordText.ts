import { isNanText } from '../missingWords';
import type { Column } from '../table';
import { cellValue } from './cellValue';
import { splitRecord } from './splitRecord';

/** Looks cells up again in bytes that are still in memory. */
export class RecordText {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #separator: number;
  #row = -1;
  #cells: readonly string[] = [];

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
    if (row !== this.#row) this.#read(row);
    const text = this.#cells[column] ?? '';
    return cellValue(text, false).kind === 'missing' ? '' : text;
  }

  /** True when the cell says that its number is none, rather than nothing. */
  saysNan(row: number, column: number): boolean {
    if (row !== this.#row) this.#read(row);
    return isNanText(this.#cells[column] ?? '');
  }

  #read(row: number): void {
    const start = this.#starts[row];
    const bytes = this.#bytes;
    this.#cells =
      start === undefined ? [] : splitRecord(bytes, start, bytes.length, this.#separator).cells;
    this.#row = row;
  }
}
