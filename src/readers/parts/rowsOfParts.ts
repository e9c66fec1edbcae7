import type { ByteSource } from '../byteSource';
import { isLineBreak, lineFeed } from '../delimited/bytes';
import type { OpenStretch, Stretch } from '../delimited/readJob';
import { isReadError } from '../readError';
import type { Problem, Table, TablePart } from '../table';
import type { OpenPart, PartFile } from './partFile';
import { type Body, bodyOf, type Lead, leadOf } from './partHead';

/** The header of a part, with what stands above it, is not longer; of the first one more is looked at. */
const longestTop = 1 << 16;
const leadSize = 1 << 20;

/** The first rows of all parts together, below one header. */
export interface Head {
  readonly bytes: Uint8Array;
  /** Behind the last byte of each part. */
  readonly ends: readonly number[];
  /** True when these are all the bytes there are. */
  readonly ended: boolean;
}

/** A part that has bytes, and where its rows begin: in the source, in the table and on which running line. */
interface Known {
  readonly file: PartFile;
  readonly body: Body;
  at: number;
  row: number;
  line: number;
}

interface Opened {
  readonly file: PartFile;
  readonly source: OpenPart;
  readonly from: number;
}

/** The rows of delimited parts as one source of bytes: the first part with its header, the others without. */
export class RowsOfParts implements ByteSource {
  readonly name: string;
  readonly #files: readonly PartFile[];
  readonly #extents = new Map<PartFile, number>();
  readonly #sizes = new Map<PartFile, number>();
  readonly #problems = new Map<PartFile, Problem>();
  readonly #left = new Set<PartFile>();
  readonly #empty = new Set<PartFile>();
  #lead: Lead | undefined;
  #known: Known[] = [];

  constructor(name: string, files: readonly PartFile[]) {
    this.name = name;
    this.#files = files;
  }

  get lead(): Lead | undefined {
    return this.#lead;
  }

  /** Bytes of the files that were seen. */
  get bytes(): number {
    return sumOf(this.#sizes);
  }

  /** What the files that were seen promise for all of them. */
  get size(): number {
    return (sumOf(this.#extents) / Math.max(1, this.#extents.size)) * this.#files.length;
  }

  /** What was odd about parts as files. */
  get problems(): readonly Problem[] {
    const names = [...this.#empty].map(({ name }) => name);
    const some = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
    const empty: Problem[] =
      names.length === 0
        ? []
        : [{ place: { source: this.name }, text: `empty parts left out: ${some.join(', ')}` }];
    return [...this.#problems.values(), ...empty];
  }

  /** The first bytes of all parts, up to more than `most`. */
  async head(most: number): Promise<Head> {
    const pieces: Uint8Array[] = [];
    const ends: number[] = [];
    let size = 0;
    for await (const { source, from } of this.#opened()) {
      const bytes = await source.read(from, Math.min(source.size, from + most + 1 - size));
      const piece = closed(bytes);
      pieces.push(piece);
      size += piece.length;
      ends.push(size);
      if (size > most) break;
    }
    return { bytes: joined(pieces), ends, ended: size <= most };
  }

  /** The rows of each part, opened one after the other. */
  async *stretches(): AsyncGenerator<Stretch> {
    let isFirst = true;
    for await (const { file, source, from } of this.#opened()) {
      // The reader passes the first header by itself, from where the rows of the table begin.
      const start = isFirst ? from + (this.#lead?.dialect.start ?? 0) : from;
      isFirst = false;
      yield {
        source,
        from: start,
        ...(source.path === undefined ? {} : { path: source.path, reopen: () => reopened(file) }),
      };
    }
  }

  /** Takes where a part begins, in the order of `stretches` or of `head`. */
  begin(index: number, row: number, line: number, at = 0): void {
    Object.assign(this.#known[index]!, { row, line, at });
  }

  /** Bytes of the rows; a stretch over two parts ends with the first. */
  async read(start: number, end: number): Promise<Uint8Array> {
    const known = this.#known.findLast(({ at }) => at <= start);
    if (known === undefined) return new Uint8Array();
    const part = await known.file.open();
    try {
      const from = start - known.at + known.body.from;
      return await part.read(from, Math.min(part.size, from + end - start));
    } finally {
      await part.close();
    }
  }

  /** Where the rows of the table stand, part by part; `table` has all of them. */
  parts({ rows, sampled, format }: Table): readonly TablePart[] {
    const all = sampled?.rows ?? rows;
    return this.#known.map((known, i) => ({
      name: known.file.name,
      format,
      bytes: this.#sizes.get(known.file) ?? 0,
      row: known.row,
      rows: (this.#known[i + 1]?.row ?? all) - known.row,
      line: known.line,
      ownLine: known.body.line,
    }));
  }

  /** The parts that have bytes, each with where its rows begin, the first one's header included. */
  async *#opened(): AsyncGenerator<Opened> {
    this.#known = [];
    for (const file of this.#files) {
      const opened = this.#left.has(file) ? undefined : await this.#open(file);
      if (opened === undefined) continue;
      try {
        const head = await this.#headOf(file, opened);
        if (head === undefined) continue;
        yield { file, source: opened, from: this.#bodyIn(file, head) };
        this.#see(file, opened);
      } finally {
        await opened.close();
      }
    }
  }

  /** Where the bytes of a part begin that belong to the source. */
  #bodyIn(file: PartFile, head: Uint8Array): number {
    const lead = this.#lead;
    if (lead !== undefined && this.#known.length > 0) {
      const body = bodyOf(file.name, head, lead);
      this.#known.push({ file, body, at: 0, row: 0, line: 0 });
      return body.from;
    }
    this.#lead = leadOf(file.name, head);
    const { mark, dialect } = this.#lead;
    const body = { from: mark + dialect.start, line: dialect.line };
    this.#known.push({ file, body, at: 0, row: 0, line: 0 });
    return mark;
  }

  async #headOf(file: PartFile, source: OpenPart): Promise<Uint8Array | undefined> {
    const most = this.#known.length === 0 ? leadSize : longestTop;
    const head = await this.#tried(file, source.read(0, Math.min(source.size, most)));
    if (head === undefined) return undefined;
    this.#see(file, source);
    if (head.length > 0) return closed(head);
    this.#empty.add(file);
    return undefined;
  }

  #open(file: PartFile): Promise<OpenPart | undefined> {
    return this.#tried(file, file.open());
  }

  /** A part that cannot be read is left out, now and at the next look. */
  async #tried<T>(file: PartFile, work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!isReadError(error)) throw error;
      this.#left.add(file);
      const text = `${error.message} (the part was left out)`;
      this.#problems.set(file, { place: { source: this.name }, text });
      return undefined;
    }
  }

  #see(file: PartFile, source: OpenPart): void {
    this.#sizes.set(file, source.fileSize);
    this.#extents.set(file, source.size);
    if (source.problem !== undefined) this.#problems.set(file, source.problem);
  }
}

async function reopened(file: PartFile): Promise<OpenStretch> {
  const source = await file.open();
  return { source, close: () => source.close() };
}

function sumOf(sizes: ReadonlyMap<PartFile, number>): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** With a line feed behind the last line. */
function closed(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || isLineBreak(bytes[bytes.length - 1])) return bytes;
  return joined([bytes, Uint8Array.of(lineFeed)]);
}
