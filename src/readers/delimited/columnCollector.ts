import { isNanText } from '../missingWords';
import { maxInvalid } from '../table';
import { ByteDictionary, widened } from './byteDictionary';
import { cellValue } from './cellValue';
import type { RecordScan } from './recordScan';
import { RowSet } from './rowSet';
import type { CellAction, ColumnPart, PackedTexts } from './scanPlan';
import { spanText, undoubled } from './splitRecord';
import { decodeCell } from './textCoding';

const noTexts: PackedTexts = { bytes: new Uint8Array(), ends: new Uint32Array() };

/** The cells of one column while a range is scanned. */
export class ColumnCollector {
  readonly isNumber: boolean;
  values: Float64Array;
  codes: Int32Array;
  readonly #decimalComma: boolean;
  readonly #dictionary: ByteDictionary | undefined;
  /** Per code of the dictionary: 1 when its text means missing. */
  #missing = new Uint8Array(0);
  #known = 0;
  readonly #invalid: [number, string][] = [];
  #invalidCount = 0;
  readonly #nans = new RowSet();
  #withoutNumber = 0;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;
  /** The last row with a cell that was judged by its text. */
  #lastOdd = -1;
  #lastInvalid = -1;
  #booleans = 0;
  #percent = false;

  constructor(action: CellAction, decimalComma: boolean, rows: number) {
    this.isNumber = action === 'number';
    this.#dictionary = this.isNumber ? undefined : new ByteDictionary();
    this.#decimalComma = decimalComma;
    this.values = new Float64Array(this.isNumber ? rows : 0);
    this.codes = new Int32Array(this.isNumber ? 0 : rows);
  }

  reserve(rows: number): void {
    if (this.isNumber) this.values = widened(this.values, rows);
    else this.codes = widened(this.codes, rows);
  }

  /** Takes the numbers of a scan's column of numbers for the rows from `row` on. */
  putNumbers(row: number, scan: RecordScan, index: number): void {
    scan.copyNumbers(index, this.values, row);
    this.#withoutNumber += scan.survey(index);
    this.#low = Math.min(this.#low, scan.smallest);
    this.#high = Math.max(this.#high, scan.largest);
  }

  /** Takes note of the number of a row that was taken cell by cell. */
  survey(row: number): void {
    const value = this.values[row]!;
    if (Number.isNaN(value)) this.#withoutNumber++;
    if (value < this.#low) this.#low = value;
    if (value > this.#high) this.#high = value;
  }

  putMissing(row: number): void {
    if (this.isNumber) this.values[row] = Number.NaN;
    else this.codes[row] = -1;
  }

  /** Takes a cell that is no plain number. */
  putText(row: number, text: string): void {
    this.values[row] = this.#judged(row, text);
  }

  /** The number that the bytes [start, end) stand for, or NaN; what they say is remembered with the row. */
  numberOf(row: number, bytes: Uint8Array, start: number, end: number, doubled: boolean): number {
    if (start === end) return Number.NaN;
    return this.#judged(row, spanText(bytes, { start, end, doubled }));
  }

  /** A record may be read twice, when its first reading met an odd cell: it counts once. */
  #judged(row: number, text: string): number {
    const cell = cellValue(text, this.#decimalComma);
    const again = row <= this.#lastOdd;
    this.#lastOdd = row;
    if (cell.kind === 'number' || cell.kind === 'boolean') {
      if (cell.kind === 'boolean') this.#booleans += again ? 0 : 1;
      else if (cell.percent) this.#percent = true;
      return cell.value;
    }
    if (cell.kind === 'missing' && !again && isNanText(text)) this.#nans.add(row);
    if (cell.kind === 'word' && !again) {
      this.#lastInvalid = row;
      this.#invalidCount++;
      if (this.#invalid.length < maxInvalid) this.#invalid.push([row, text]);
    }
    return Number.NaN;
  }

  /** Takes a cell of a text column; its meaning is worked out once per distinct text. */
  putBytes(row: number, bytes: Uint8Array, start: number, end: number, doubled: boolean): void {
    if (doubled) {
      const single = undoubled(bytes, { start, end });
      this.putBytes(row, single, 0, single.length, false);
      return;
    }
    const code = this.#dictionary!.codeOf(bytes, start, end);
    if (code === this.#known) this.#judge(decodeCell(bytes, start, end));
    this.codes[row] = this.#missing[code] === 1 ? -1 : code;
  }

  #judge(text: string): void {
    if (this.#known === this.#missing.length)
      this.#missing = widened(this.#missing, this.#known + 64);
    this.#missing[this.#known++] = cellValue(text, this.#decimalComma).kind === 'missing' ? 1 : 0;
  }

  /** A record that has been begun is scanned again from its start with more bytes behind it. */
  part(rows: number): ColumnPart {
    const numbers = this.values.subarray(0, this.isNumber ? rows : 0);
    const invalidCount = this.#invalidCount - (this.#lastInvalid >= rows ? 1 : 0);
    return {
      numbers,
      missing: this.#withoutNumber - invalidCount,
      bounds: [this.#low, this.#high],
      invalid: this.#invalid.filter(([row]) => row < rows),
      invalidCount,
      nans: this.#nans.below(rows),
      booleans: this.#booleans,
      percent: this.#percent,
      codes: this.codes.subarray(0, this.isNumber ? 0 : rows),
      dictionary: this.#dictionary?.packed() ?? noTexts,
    };
  }
}
