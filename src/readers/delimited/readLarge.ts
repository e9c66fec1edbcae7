import type { ByteSource } from '../byteSource';
import { defaultMemoryBudget } from '../memoryBudget';
import { ReadError } from '../readError';
import type { Column, Table } from '../table';
import { isLineBreak } from './bytes';
import type { Dialect } from './dialect';
import { DelimitedRows } from './fileRows';
import { type ReadJob, readInTurn, type Stretch } from './readJob';
import type { ReadOptions } from './readOptions';
import { type CellAction, planFor } from './scanPlan';
import { LongLine } from './scanRange';
import { headerOnly, sniff } from './sniff';
import { type Room, TableBuilder } from './tableBuilder';
import { wholeTable } from './wholeTable';

const mebibyte = 1 << 20;
/** A column of codes has no more different ones in its first rows. */
const maxCodes = 1000;
/** Milliseconds until the first partial table; each one after waits twice as long. */
const firstPartial = 400;

/** Where the rows of one table stand that is written in several files. */
export interface RowFiles {
  readonly stretches: () => AsyncIterable<Stretch>;
  /** Takes the table's row and the running line at which a file begins. */
  readonly begin: (index: number, row: number, line: number, at: number) => void;
}

/** Reads the needed columns of a file that is too large to be kept in memory, or of several. */
export async function readLarge(
  source: ByteSource,
  head: Uint8Array,
  mark: number,
  options: ReadOptions,
  files?: RowFiles,
): Promise<Table> {
  const lines = head.subarray(0, lastBreak(source.name, head));
  const dialect = sniff(source.name, lines);
  const preview = wholeTable(source.name, dialect, lines, false);
  const density = (preview.table.rows * mebibyte) / Math.max(1, preview.end - dialect.start);
  const placed = { ...dialect, start: dialect.start + mark };
  const pass = new Pass(source, placed, density, options, files);
  const table = await pass.run(actionsFor(preview.table, options.needed?.(preview.table)));
  if (table.rows === 0 && table.partial !== true) throw headerOnly(source.name);
  return { ...table, bytes: source.size };
}

function lastBreak(name: string, head: Uint8Array): number {
  let at = head.length;
  while (at > 0 && !isLineBreak(head[at - 1])) at--;
  if (at > 0) return at;
  throw new ReadError(
    { source: name, line: 1 },
    'the first line is longer than 1 MB, so this is no table of rows',
  );
}

/** Needed columns are read as what the preview makes of them, the others not at all. An empty one may hold numbers later. */
function actionsFor(preview: Table, needed: readonly string[] | undefined): CellAction[] {
  const wanted = new Set(needed);
  const known = preview.columns.filter(column => wanted.has(column.name));
  return preview.columns.map(column => {
    if (known.length > 0 && !wanted.has(column.name)) return 'skip';
    const isNumber = column.kind === 'number' && !holdsCodes(column);
    return isNumber || column.kind === 'empty' ? 'number' : 'text';
  });
}

/** Numbers and words that repeat, such as `01`, `02` and `US`: every word counts, so they are kept as texts. */
function holdsCodes({ numbers, invalid }: Column): boolean {
  const codes = invalid.size > 0 ? new Set(numbers) : undefined;
  return codes !== undefined && codes.size <= maxCodes && codes.size * 2 <= numbers.length;
}

/**
 * The reading of one large file, with a second pass for columns that turn out to hold words. Both passes keep
 * the same rows.
 */
class Pass {
  readonly #source: ByteSource;
  readonly #dialect: Dialect;
  readonly #density: number;
  readonly #options: ReadOptions;
  readonly #files: RowFiles | undefined;

  constructor(
    source: ByteSource,
    dialect: Dialect,
    density: number,
    options: ReadOptions,
    files: RowFiles | undefined,
  ) {
    this.#source = source;
    this.#dialect = dialect;
    this.#density = density;
    this.#options = options;
    this.#files = files;
  }

  async run(actions: readonly CellAction[]): Promise<Table> {
    const first = await this.#read(actions);
    const words = first.failure === undefined ? first.builder.wordColumns() : [];
    if (words.length === 0) return this.#finished(first.builder, first.failure);
    const asTexts = actions.map((_, column) => (words.includes(column) ? 'text' : 'skip'));
    const texts = await this.#read(asTexts, first.builder.beside(words));
    const complete = texts.builder.rows === first.builder.rows;
    first.builder.thin(texts.builder.level);
    return this.#finished(first.builder, texts.failure, complete ? texts.builder : undefined);
  }

  async #read(
    actions: readonly CellAction[],
    beside?: Room['beside'],
  ): Promise<{ readonly builder: TableBuilder; readonly failure?: unknown }> {
    const { name, size } = this.#source;
    const expected = Math.ceil((size / mebibyte) * this.#density * 1.05) + 1024;
    const { signal, onProgress, memoryBudget: budget = defaultMemoryBudget } = this.#options;
    const builder = new TableBuilder(name, this.#dialect, actions, {
      budget,
      rows: expected,
      ...(beside === undefined ? {} : { beside }),
    });
    const watched = beside === undefined;
    const partial = watched ? this.#partials(builder) : () => {};
    const job = {
      source: this.#source,
      plan: planFor(name, this.#dialect, actions, Math.max(1, Math.ceil(this.#density * 1.05))),
      from: this.#dialect.start,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined || !watched ? {} : { onBytes: onProgress }),
      ...this.#stretches(builder),
      deliver: (part: Parameters<TableBuilder['append']>[0]) => {
        builder.append(part);
        partial();
      },
    };
    try {
      await (this.#options.readColumns ?? readInTurn)(job);
      return { builder };
    } catch (failure) {
      const told = failure instanceof LongLine ? placed(name, builder.nextLine, failure) : failure;
      if (builder.rows === 0) throw told;
      return { builder, failure: told };
    }
  }

  #stretches(builder: TableBuilder): Pick<ReadJob, 'stretches' | 'onStretch'> {
    const files = this.#files;
    if (files === undefined) return {};
    return {
      stretches: files.stretches,
      onStretch: (index, at) => files.begin(index, builder.rows, builder.nextLine, at),
    };
  }

  #partials(builder: TableBuilder): () => void {
    const { onPartial, signal } = this.#options;
    const started = Date.now();
    let wait = firstPartial;
    return () => {
      const elapsed = Date.now() - started;
      if (onPartial === undefined || signal?.aborted === true || elapsed < wait) return;
      onPartial({ ...this.#table(builder, builder.end), partial: true });
      wait = 2 * (Date.now() - started);
    };
  }

  #finished(builder: TableBuilder, failure: unknown, texts?: TableBuilder): Table {
    const cancelled = this.#options.signal?.aborted === true;
    const torn =
      failure === undefined &&
      this.#files === undefined &&
      builder.end < this.#source.size &&
      !cancelled;
    const problems = [
      ...(failure === undefined ? [] : [`not read to the end: ${reason(failure)}`]),
      ...(torn
        ? ['the file became shorter while it was read; these are the rows it still had']
        : []),
    ];
    const table = this.#table(builder, this.#source.size, problems, texts);
    return cancelled || problems.length > 0 ? { ...table, partial: true } : table;
  }

  #table(
    builder: TableBuilder,
    bytes: number,
    problems: readonly string[] = [],
    texts?: TableBuilder,
  ): Table {
    const table = builder.table(bytes, problems, undefined, texts);
    if (table.unread === undefined) return table;
    const fileRows = new DelimitedRows(this.#source.name, this.#dialect, [...builder.ranges]);
    return { ...table, fileRows };
  }
}

function placed(source: string, line: number, failure: Error): ReadError {
  return new ReadError({ source, line }, failure.message);
}

function reason(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
