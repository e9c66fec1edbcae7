import { powersOfFive } from './powersOfFive';
import type { CellAction, ScanPlan } from './scanPlan';
import program from './wasm/records.wasm';

/** Takes the text [start, end) of a cell; `doubled` when it holds doubled quotes. Rows count from a scan's first. */
type TakeCell<T> = (
  column: number,
  row: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  doubled: boolean,
) => T;

/** What becomes of cells that are no plain numbers. */
export interface CellTaker {
  readonly text: TakeCell<void>;
  /** Returns the number that the cell stands for, or NaN. */
  readonly word: TakeCell<number>;
}

/** What wasm/records.ts exports. Places are bytes of its memory. */
interface Program {
  readonly memory: WebAssembly.Memory;
  readonly rows: WebAssembly.Global;
  freeMemory(): number;
  fivesTable(): number;
  setDialect(separator: number, comment: number, header: number, headerLength: number): void;
  setColumns(
    actions: number,
    columns: number,
    starts: number,
    values: number,
    capacity: number,
  ): void;
  setBytes(start: number, end: number, ends: number): void;
  scan(at: number, stop: number, most: number): number;
  readonly smallest: WebAssembly.Global;
  readonly largest: WebAssembly.Global;
  survey(index: number): number;
}

/** Bytes that are scanned at once: with what is found in them they fit into the cache of a core. */
export const chunkSize: number = 1 << 18;
/** Memory that must be readable behind the bytes. */
const margin = 128;
const page = 1 << 16;
const valueBytes = 1 << 20;
/** Up to here a loop is faster than a view. */
const fewRows = 16;
const nothing: CellTaker = { text: () => {}, word: () => Number.NaN };
const codes: Readonly<Record<CellAction, (decimalComma: boolean) => number>> = {
  skip: () => 0,
  number: decimalComma => (decimalComma ? 2 : 1),
  text: () => 3,
};

/** The places of one plan's data in the program's memory. */
interface Layout {
  readonly bytes: number;
  readonly ends: number;
  readonly starts: number;
  readonly values: number;
  readonly capacity: number;
}

/**
 * Reads plain records with SIMD. There is one in each thread, whose memory is used by one scanner at a time:
 * `use` and `load` come before `scan`, and the results are read before anybody else is served.
 */
export class RecordScan {
  readonly #program: Program;
  readonly #free: number;
  #memory = new Uint8Array();
  #wholes = new Uint32Array();
  #numbers = new Float64Array();
  #taker: CellTaker = nothing;
  #layout: Layout = layoutFor(0, 0, 0, 0);

  constructor() {
    const taken = (start: number, end: number) => this.#memory.subarray(start, end);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(program), {
      cells: {
        text: (column: number, row: number, start: number, end: number, doubled: number) =>
          this.#taker.text(column, row, this.#memory, start, end, doubled !== 0),
        word: (column: number, row: number, start: number, end: number, doubled: number) =>
          this.#taker.word(column, row, this.#memory, start, end, doubled !== 0),
      },
      decimal: {
        slowNumber: (start: number, end: number) => Number(numeral(taken(start, end))),
      },
    });
    this.#program = instance.exports as Program;
    const { memory, fivesTable, freeMemory } = this.#program;
    const fives = powersOfFive();
    new BigUint64Array(memory.buffer, fivesTable(), fives.length).set(fives);
    this.#free = freeMemory();
  }

  /** Prepares for the records of a plan. */
  use({ separator, comment, header, actions, decimalComma }: ScanPlan, taker: CellTaker): void {
    const numberColumns = actions.reduce((n, action) => n + (action === 'number' ? 1 : 0), 0);
    const layout = layoutFor(this.#free, actions.length, header.length, numberColumns);
    this.#reserve(layout.ends + 4 * (chunkSize + margin));
    const actionsAt = this.#free;
    const headerAt = actionsAt + actions.length;
    this.#memory.set(
      actions.map((action, column) => codes[action](decimalComma[column] === true)),
      actionsAt,
    );
    this.#memory.set(header, headerAt);
    const { starts, values, capacity } = layout;
    this.#program.setDialect(separator, comment, headerAt, header.length);
    this.#program.setColumns(actionsAt, actions.length, starts, values, capacity);
    this.#layout = layout;
    this.#taker = taker;
  }

  /** Takes at most `chunkSize` bytes, the last of them a line break. */
  load(bytes: Uint8Array): void {
    const { bytes: start, ends } = this.#layout;
    this.#memory.set(bytes, start);
    this.#memory.fill(0, start + bytes.length, start + bytes.length + margin);
    this.#program.setBytes(start, start + bytes.length, ends);
  }

  /**
   * Reads at most `most` records of the loaded bytes, from `at` on, that start before `stop`. It stops early
   * at a record that is odd: no data, ragged, with quotes that do more than enclose a cell. Returns where
   * the next record starts. Places only grow from call to call.
   */
  scan(at: number, stop: number, most: number): number {
    const { bytes, capacity } = this.#layout;
    return this.#program.scan(bytes + at, bytes + stop, Math.min(most, capacity)) - bytes;
  }

  /** Records that the last scan has read. */
  get rows(): number {
    return this.#program.rows.value;
  }

  /** Where the rows of the last scan start, if the first loaded byte stands at `base`. */
  starts(base: number): (row: number) => number {
    const first = this.#layout.starts / 4;
    return row => this.#wholes[first + row]! - this.#layout.bytes + base;
  }

  /** Copies the numbers of the last scan in the column of numbers with this index; NaN where there is none. */
  copyNumbers(index: number, target: Float64Array, at: number): void {
    const { rows } = this;
    const first = this.#layout.values / 8 + index * this.#layout.capacity;
    if (rows > fewRows) target.set(this.#numbers.subarray(first, first + rows), at);
    else for (let row = 0; row < rows; row++) target[at + row] = this.#numbers[first + row]!;
  }

  /** How many of these are NaN; `smallest` and `largest` then bound the others. */
  survey(index: number): number {
    return this.#program.survey(index);
  }

  get smallest(): number {
    return this.#program.smallest.value;
  }

  get largest(): number {
    return this.#program.largest.value;
  }

  #reserve(bytes: number): void {
    const { memory } = this.#program;
    const lack = bytes - memory.buffer.byteLength;
    if (lack > 0) memory.grow(Math.ceil(lack / page));
    if (this.#memory.buffer === memory.buffer) return;
    this.#memory = new Uint8Array(memory.buffer);
    this.#wholes = new Uint32Array(memory.buffer);
    this.#numbers = new Float64Array(memory.buffer);
  }
}

/**
 * A row takes 4 bytes and 8 for each number; there are as many as fit, an even number and not many more than a
 * chunk has.
 */
function layoutFor(free: number, columns: number, header: number, numberColumns: number): Layout {
  const most = Math.floor(valueBytes / (8 * Math.max(1, numberColumns)));
  const capacity = Math.min(chunkSize / 8, Math.max(16, most & ~1));
  const starts = aligned(free + columns + header);
  const values = aligned(starts + 4 * capacity);
  const bytes = aligned(values + 8 * capacity * numberColumns);
  return { starts, values, bytes, ends: bytes + chunkSize + margin, capacity };
}

function aligned(at: number): number {
  return (at + 15) & ~15;
}

/** The numeral with a decimal point, whatever the file writes. */
function numeral(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text.replace(',', '.');
}

let shared: RecordScan | undefined;

/** The one of this thread. */
export function recordScan(): RecordScan {
  shared ??= new RecordScan();
  return shared;
}
