import type { ByteSource } from '../byteSource';
import type { FileRows, NamedText } from '../table';
import { withLastBreak } from './bytes';
import { cellValue } from './cellValue';
import type { Dialect } from './dialect';
import { planFor, type RowRange } from './scanPlan';
import { ReadWindow, scanRange } from './scanRange';
import { splitRecord } from './splitRecord';

/** Rows whose cells are remembered: the worst ones are asked for with every report. */
const maxKnown = 1000;
/** Appended rows join the last range while it is no longer than this. */
const maxRange = 8 << 20;

/**
 * Finds rows of a delimited file again: the range that holds a row is scanned once more, so that nothing is
 * kept for a row.
 */
export class DelimitedRows implements FileRows {
  readonly #name: string;
  readonly #dialect: Dialect;
  readonly #ranges: readonly RowRange[];
  readonly #known = new Map<number, readonly NamedText[]>();

  /** `ranges` ascend and leave nothing out between them. */
  constructor(name: string, dialect: Dialect, ranges: readonly RowRange[]) {
    this.#name = name;
    this.#dialect = dialect;
    this.#ranges = ranges;
  }

  async cellsOf(
    source: ByteSource,
    rows: readonly number[],
  ): Promise<ReadonlyMap<number, readonly NamedText[]>> {
    if (this.#known.size + rows.length > maxKnown) this.#known.clear();
    const unknown = rows.filter(row => !this.#known.has(row));
    for (const range of this.#ranges) {
      const wanted = unknown.filter(row => row >= range.row && row < range.row + range.rows);
      if (wanted.length > 0) await this.#readRange(source, range, wanted);
    }
    return new Map(
      rows.flatMap(row => {
        const cells = this.#known.get(row);
        return cells === undefined ? [] : [[row, cells]];
      }),
    );
  }

  grown(rows: number, end: number): DelimitedRows {
    const last = this.#ranges.at(-1);
    if (last === undefined) return this;
    const behind = { row: last.row + last.rows, rows, start: last.end, end };
    const ranges =
      end - last.start > maxRange
        ? [...this.#ranges, behind]
        : [...this.#ranges.slice(0, -1), { ...last, rows: last.rows + rows, end }];
    return new DelimitedRows(this.#name, this.#dialect, ranges);
  }

  /** A range that no longer has as many rows as it had is of a file that was written anew. */
  async #readRange(
    source: ByteSource,
    { row: first, rows, start, end }: RowRange,
    wanted: readonly number[],
  ): Promise<void> {
    const piece = pieceOf(source, start, end);
    const { names } = this.#dialect;
    const plan = planFor(
      this.#name,
      this.#dialect,
      names.map(() => 'skip'),
    );
    const range = { from: 0, to: piece.size, aligned: true };
    const { rowStarts, ...part } = await scanRange(new ReadWindow(piece), plan, range);
    if (part.rows !== rows || rowStarts === null) return;
    for (const row of wanted) {
      const at = row - first;
      const bytes = await piece.read(rowStarts[at]!, rowStarts[at + 1] ?? piece.size);
      this.#known.set(row, this.#cellsIn(withLastBreak(bytes)));
    }
  }

  #cellsIn(bytes: Uint8Array): readonly NamedText[] {
    const { names, separator } = this.#dialect;
    const { cells } = splitRecord(bytes, 0, bytes.length, separator);
    return names.map((column, index) => {
      const text = cells[index] ?? '';
      return { column, text: cellValue(text, false).kind === 'missing' ? '' : text };
    });
  }
}

/** Bytes [start, end) of a source as a source of their own. */
function pieceOf(source: ByteSource, start: number, end: number): ByteSource {
  return {
    name: source.name,
    size: Math.max(0, Math.min(end, source.size) - start),
    read: (from, to) => source.read(start + from, start + to),
  };
}
