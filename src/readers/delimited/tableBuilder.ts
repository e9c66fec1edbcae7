import type { Column, Problem, Table } from '../table';
import { numericKind } from './columnKind';
import type { Dialect } from './dialect';
import { KeptRows } from './keptRows';
import { NumberColumn } from './numberColumn';
import { OddityCounts } from './oddityCounts';
import type { RecordText } from './recordText';
import type { CellAction, RangePart, RowRange } from './scanPlan';
import { TextColumn } from './textColumn';

/** A sample is not made smaller than this, whatever the budget. */
const minRows = 2000;
const highestLevel = 32;
/** A text is a code, and the number that is worked out of it. */
const bytesPerCell: Readonly<Record<CellAction, number>> = { skip: 0, number: 8, text: 12 };

/** How much is kept. */
export interface Room {
  /** Bytes of columns. */
  readonly budget: number;
  /** Rows to expect. */
  readonly rows: number;
  /** What another builder keeps of the same rows. */
  readonly beside?: { readonly level: number; readonly bytesPerRow: number };
}

/**
 * Puts the ranges of a file together into one table. Each time its columns outgrow the budget, every other
 * row is forgotten, by a rule that knows the row's number alone.
 */
export class TableBuilder {
  readonly #name: string;
  readonly #dialect: Dialect;
  readonly #kept: KeptRows;
  readonly #budget: number;
  readonly #bytesPerRow: number;
  readonly #numbers: (NumberColumn | undefined)[];
  readonly #texts: (TextColumn | undefined)[];
  readonly #oddities = new OddityCounts();
  readonly #ranges: RowRange[] = [];
  #end = 0;

  constructor(name: string, dialect: Dialect, actions: readonly CellAction[], room: Room) {
    this.#name = name;
    this.#dialect = dialect;
    this.#kept = new KeptRows(dialect.line, room.beside?.level ?? 0);
    this.#budget = room.budget;
    this.#bytesPerRow = rowBytes(actions) + (room.beside?.bytesPerRow ?? 0);
    const fitting = Math.max(minRows, Math.ceil(room.budget / this.#bytesPerRow));
    const expectedRows = Math.min(Math.ceil(room.rows / 2 ** this.level), fitting);
    this.#numbers = actions.map(action =>
      action === 'number' ? new NumberColumn(expectedRows) : undefined,
    );
    this.#texts = actions.map((action, column) =>
      action === 'text'
        ? new TextColumn(expectedRows, dialect.decimalComma[column] === true)
        : undefined,
    );
  }

  /** Rows that were read, kept or not. */
  get rows(): number {
    return this.#kept.total;
  }

  /** Of the rows that are kept, one stands for 2^level. */
  get level(): number {
    return this.#kept.level;
  }

  /** Bytes of all columns of the kept rows. */
  get #bytes(): number {
    const texts = this.#texts.reduce((sum, column) => sum + (column?.dictionaryBytes ?? 0), 0);
    return this.#kept.kept * this.#bytesPerRow + texts;
  }

  /** What is to be known for reading `columns` of the same rows once more, as texts instead of numbers. */
  beside(columns: readonly number[]): NonNullable<Room['beside']> {
    const numbers = columns.length * bytesPerCell.number;
    const bytesPerRow = Math.max(0, this.#bytes / Math.max(1, this.#kept.kept) - numbers);
    return { level: this.level, bytesPerRow };
  }

  /** Behind the last byte that was read. */
  get end(): number {
    return this.#end;
  }

  get nextLine(): number {
    return this.#kept.nextLine;
  }

  append(part: RangePart): void {
    const line = this.#kept.nextLine;
    const { start, end, rows } = part;
    this.#ranges.push({ row: this.#kept.total, rows, start, end });
    this.#oddities.append(part.oddities, this.#kept.total, row =>
      row < part.rows ? line + (part.rowLines?.[row] ?? row) : line + part.lines,
    );
    const chosen = this.#kept.append(part);
    for (const [index, column] of part.columns.entries()) {
      if (column === null) continue;
      this.#numbers[index]?.append(column, chosen);
      this.#texts[index]?.append(column, chosen);
    }
    this.#end = end;
    while (this.#isTooLarge()) this.thin(this.level + 1);
  }

  #isTooLarge(): boolean {
    const canThin = this.#kept.kept > minRows && this.level < highestLevel;
    return canThin && this.#bytes > this.#budget;
  }

  /** Forgets all rows below a level. */
  thin(level: number): void {
    if (level <= this.level) return;
    const stay = this.#kept.thin(level);
    for (const column of [...this.#numbers, ...this.#texts]) column?.thin(stay);
  }

  /** Columns that were read as numbers and hold mostly words. */
  wordColumns(): number[] {
    return [...this.#numbers.keys()].filter(index => {
      const tally = this.#numbers[index]?.tally;
      return tally !== undefined && numericKind(tally) === undefined;
    });
  }

  /** Where the rows stand that were read so far. */
  get ranges(): readonly RowRange[] {
    return this.#ranges;
  }

  /** The table so far; `records` has the texts of number columns where the bytes are still there. */
  table(
    bytes: number,
    problems: readonly string[],
    records?: RecordText,
    texts?: TableBuilder,
  ): Table {
    const { kept } = this.#kept;
    const { lineOf, rowOf } = this.#kept.numbers();
    const names = this.#dialect.names;
    const columns = names.map((_, index) => this.#column(index, records, texts));
    const unread = names.filter((_, index) => columns[index] === undefined);
    return {
      name: this.#name,
      format: this.#dialect.separator === 0x09 ? 'tsv' : 'csv',
      bytes,
      rows: kept,
      columns: columns.filter(column => column !== undefined),
      lineOf,
      problems: [
        ...[...this.#dialect.remarks, ...problems].map(text => this.#problem(text)),
        ...this.#oddities.problems(this.#name, names.length),
      ],
      ...(this.#oddities.headerRepeats.length > 0
        ? { headerRepeats: this.#oddities.headerRepeats.map(row => this.#kept.keptBefore(row)) }
        : {}),
      ...(unread.length > 0 ? { unread } : {}),
      ...(rowOf === undefined
        ? {}
        : { sampled: { rows: this.#kept.total, rowOf, budget: this.#budget } }),
    };
  }

  #column(
    index: number,
    records: RecordText | undefined,
    texts: TableBuilder | undefined,
  ): Column | undefined {
    const name = this.#dialect.names[index]!;
    const words = (texts === undefined ? undefined : texts.#texts[index]) ?? this.#texts[index];
    if (words !== undefined) return words.column(name);
    const numbers = this.#numbers[index];
    return numbers?.column(name, records?.textsOf(index));
  }

  #problem(text: string): Problem {
    return { place: { source: this.#name }, text };
  }
}

function rowBytes(actions: readonly CellAction[]): number {
  return actions.reduce((sum, action) => sum + bytesPerCell[action], 0);
}
