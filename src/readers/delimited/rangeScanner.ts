import {
  afterBreak,
  behindBlanks,
  carriageReturn,
  countBreaks,
  isLineBreak,
  lineEnd,
  lineFeed,
  space,
} from './bytes';
import { ColumnCollector } from './columnCollector';
import { counted, noOddity } from './oddityCounts';
import { type CellTaker, chunkSize, type RecordScan, recordScan } from './recordScan';
import { RowPlaces } from './rowPlaces';
import type { Oddity, RangePart, ScanPlan } from './scanPlan';
import { findCell, newSpan, spanText } from './splitRecord';

/** Reads the records of one range of a file out of the pieces it is given. */
export class RangeScanner {
  readonly #plan: ScanPlan;
  readonly #columns: readonly (ColumnCollector | null)[];
  readonly #numberColumns: readonly ColumnCollector[];
  readonly #places: RowPlaces;
  readonly #plain: RecordScan = recordScan();
  readonly #taker: CellTaker;
  readonly #span = newSpan();
  readonly #headerRepeats: number[] = [];
  #capacity: number;
  #rows = 0;
  #line = 0;
  /** Line breaks inside the cells of the record at hand. */
  #innerBreaks = 0;
  #short: Oddity = noOddity;
  #long: Oddity = noOddity;
  #openQuotes: Oddity = noOddity;

  constructor(plan: ScanPlan, rows: number) {
    this.#plan = plan;
    this.#capacity = rows;
    this.#columns = plan.actions.map((action, column) =>
      action === 'skip'
        ? null
        : new ColumnCollector(action, plan.decimalComma[column] === true, rows),
    );
    this.#numberColumns = this.#columns.flatMap(column =>
      column?.isNumber === true ? [column] : [],
    );
    this.#places = new RowPlaces(plan.keepStarts);
    this.#taker = {
      text: (column, row, ...cell) => this.#columns[column]!.putBytes(this.#rows + row, ...cell),
      word: (column, row, ...cell) => this.#columns[column]!.numberOf(this.#rows + row, ...cell),
    };
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * Reads the records that start in [at, limit) and returns where the first unread record starts. The byte
   * before `end` must be a line break. A quote that is not closed before `end` stops the scan at its record,
   * unless `final` says that nothing comes behind `end`: then it is an ordinary character. `offset` is the
   * place of bytes[0] in the file.
   */
  scan(
    bytes: Uint8Array,
    at: number,
    limit: number,
    end: number,
    final: boolean,
    offset: number,
  ): number {
    const stop = Math.min(limit, end);
    this.#plain.use(this.#plan, this.#taker);
    let next = at;
    for (let from = at, to = at; next < stop; ) {
      if (next >= to) {
        [from, to] = [next, chunkEnd(bytes, next, end)];
        this.#plain.load(bytes.subarray(from, to));
      }
      const plain = this.#plainRecords(next, from, Math.min(to, stop), offset);
      const behind = plain > next ? plain : this.#oddRecord(bytes, next, end, final, offset);
      if (behind < 0) break;
      next = behind;
    }
    return next;
  }

  /** Reads the records that need no second look, up to one that does or starts at `stop` or behind. */
  #plainRecords(at: number, from: number, stop: number, offset: number): number {
    const plain = this.#plain;
    let next = at;
    while (next < stop) {
      if (this.#rows === this.#capacity) this.#reserve();
      const room = this.#capacity - this.#rows;
      next = from + plain.scan(next - from, stop - from, room);
      const { rows } = plain;
      if (rows === 0) break;
      for (let index = 0; index < this.#numberColumns.length; index++)
        this.#numberColumns[index]!.putNumbers(this.#rows, plain, index);
      this.#places.putLines(this.#rows, rows, this.#line, plain.starts(offset + from));
      this.#rows += rows;
      this.#line += rows;
    }
    return next;
  }

  /** Passes what is no data or takes a record of any kind; -1 when a quote stays open. */
  #oddRecord(bytes: Uint8Array, at: number, end: number, final: boolean, offset: number): number {
    const behind = this.#behindNoData(bytes, at);
    if (behind > at) return behind;
    if (this.#rows === this.#capacity) this.#reserve();
    this.#innerBreaks = 0;
    const close = this.#cells(bytes, at, end, final);
    if (close < 0) return -1;
    this.#places.put(this.#rows, this.#line, offset + at);
    for (const column of this.#numberColumns) column.survey(this.#rows);
    this.#rows++;
    this.#line += this.#innerBreaks;
    return this.#endLine(bytes, close);
  }

  /** Behind a blank line, a remark or a repeated header; `at` itself when data starts there. */
  #behindNoData(bytes: Uint8Array, at: number): number {
    const byte = bytes[at]!;
    if (byte === lineFeed || byte === carriageReturn) return this.#endLine(bytes, at);
    if (byte === this.#plan.comment) return this.#endLine(bytes, lineEnd(bytes, at));
    if (!this.#isHeader(bytes, at)) return at;
    this.#headerRepeats.push(this.#rows);
    return this.#endLine(bytes, at + this.#plan.header.length);
  }

  part(start: number, end: number): RangePart {
    const rows = this.#rows;
    return {
      start,
      end,
      rows,
      lines: this.#line,
      rowLines: this.#places.lines(rows),
      rowStarts: this.#places.starts(rows),
      columns: this.#columns.map(column => column?.part(rows) ?? null),
      oddities: {
        short: this.#short,
        long: this.#long,
        openQuotes: this.#openQuotes,
        headerRepeats: this.#headerRepeats,
      },
    };
  }

  #reserve(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5);
    for (const column of this.#columns) column?.reserve(this.#capacity);
  }

  #endLine(bytes: Uint8Array, at: number): number {
    this.#line++;
    return afterBreak(bytes, at);
  }

  #isHeader(bytes: Uint8Array, at: number): boolean {
    const { header } = this.#plan;
    if (header.length === 0) return false;
    for (let i = 0; i < header.length; i++) if (bytes[at + i] !== header[i]) return false;
    return isLineBreak(bytes[at + header.length]);
  }

  /** Takes the cells of the record at `start`; returns its line break, or -1 when a quote stays open. */
  #cells(bytes: Uint8Array, start: number, end: number, final: boolean): number {
    const { separator } = this.#plan;
    const columns = this.#columns;
    let at = start;
    for (let index = 0; ; index++) {
      const column = index < columns.length ? columns[index]! : null;
      let next = this.#cell(bytes, at, end, column, final);
      if (next < 0) return -1;
      if (separator === space) next = behindBlanks(bytes, next);
      if (bytes[next] !== separator && isLineBreak(bytes[next])) {
        if (index + 1 !== columns.length) this.#ragged(index + 1, next > at);
        return next;
      }
      at = next + 1;
    }
  }

  /** Takes any cell at all; returns its end, or -1 when a quote is open and more bytes may close it. */
  #cell(
    bytes: Uint8Array,
    at: number,
    end: number,
    column: ColumnCollector | null,
    final: boolean,
  ): number {
    const span = this.#span;
    findCell(bytes, at, end, this.#plan.separator, span);
    if (span.open) {
      if (!final) return -1;
      this.#openQuotes = counted(this.#openQuotes, this.#rows);
    }
    this.#innerBreaks += countBreaks(bytes, at, span.next);
    if (span.start === span.end) column?.putMissing(this.#rows);
    else if (column?.isNumber === true) column.putText(this.#rows, spanText(bytes, span));
    else column?.putBytes(this.#rows, bytes, span.start, span.end, span.doubled);
    return span.next;
  }

  /** A record with fewer cells than names leaves the rest missing; what a longer one has more is left out. */
  #ragged(cells: number, filled: boolean): void {
    const width = this.#columns.length;
    if (cells < width) {
      this.#short = counted(this.#short, this.#rows);
      for (const column of this.#columns.slice(cells)) column?.putMissing(this.#rows);
    } else if (filled || cells > width + 1) this.#long = counted(this.#long, this.#rows);
  }
}

/** Behind the last line that is whole in a chunk from `at` on; `at` itself when there is none. */
function chunkEnd(bytes: Uint8Array, at: number, end: number): number {
  if (end - at <= chunkSize) return end;
  const lineFeedAt = bytes.lastIndexOf(lineFeed, at + chunkSize - 1);
  if (lineFeedAt >= at) return lineFeedAt + 1;
  // Lone carriage returns end the lines of few files; half of a pair ends none.
  const returnAt = bytes.lastIndexOf(carriageReturn, at + chunkSize - 2);
  return Math.max(at, returnAt + 1);
}
