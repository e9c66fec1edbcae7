import { type Column, type ColumnKind, type Labels, maxInvalid } from '../table';
import { ByteDictionary, widened } from './byteDictionary';
import { type CellValue, cellValue } from './cellValue';
import { numericKind, type Tally, wordKind } from './columnKind';
import { picked } from './pickRows';
import type { ColumnPart, PackedTexts } from './scanPlan';
import { decodeCell } from './textCoding';
import { daysComeFirst, timeValue } from './timeValue';

/** What a distinct text takes beside its bytes: an entry of the dictionary, a string, what it means. */
const bytesPerText = 128;

/** A column of texts that grows range by range: a code per row and every distinct text once. */
export class TextColumn {
  readonly #decimalComma: boolean;
  #codes: Int32Array;
  #rows = 0;
  #dictionary = new ByteDictionary();

  constructor(expectedRows: number, decimalComma: boolean) {
    this.#codes = new Int32Array(expectedRows);
    this.#decimalComma = decimalComma;
  }

  /** Takes the cells of a range, or of those of its rows that are `chosen`. */
  append(part: ColumnPart, chosen: Uint32Array | undefined): void {
    this.#take(chosen === undefined ? part.codes : picked(part.codes, chosen), part.dictionary);
  }

  /** Forgets all rows but these, and the texts that only the others had. */
  thin(stay: Uint32Array): void {
    const codes = picked(this.#codes, stay);
    const texts = this.#dictionary.packed();
    this.#codes = new Int32Array(this.#codes.length);
    this.#dictionary = new ByteDictionary();
    this.#rows = 0;
    this.#take(codes, texts);
  }

  /** Bytes of the distinct texts. */
  get dictionaryBytes(): number {
    return this.#dictionary.bytes + this.#dictionary.size * bytesPerText;
  }

  /** The texts are numbered anew, in the order of the rows. */
  #take(codes: Int32Array, { bytes, ends }: PackedTexts): void {
    const rows = this.#rows + codes.length;
    if (rows > this.#codes.length) this.#codes = widened(this.#codes, rows);
    const known = new Int32Array(ends.length).fill(-1);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!;
      if (code >= 0 && known[code]! < 0) {
        const start = code === 0 ? 0 : ends[code - 1]!;
        known[code] = this.#dictionary.codeOf(bytes, start, ends[code]!);
      }
      this.#codes[this.#rows + row] = code < 0 ? -1 : known[code]!;
    }
    this.#rows = rows;
  }

  column(name: string): Column {
    const codes = this.#codes.subarray(0, this.#rows);
    return new CodedColumn(
      name,
      { codes, labels: unpacked(this.#dictionary.packed()) },
      this.#decimalComma,
    );
  }
}

function unpacked(texts: PackedTexts): string[] {
  const labels: string[] = [];
  let start = 0;
  for (const end of texts.ends) {
    labels.push(decodeCell(texts.bytes, start, end));
    start = end;
  }
  return labels;
}

/** A column read through its dictionary; its numbers are worked out when somebody asks for them. */
class CodedColumn implements Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly missing: number;
  readonly percent: boolean;
  readonly dictionary: Labels;
  readonly #values: readonly CellValue[];
  #numbers: Float64Array | undefined;
  #invalid: ReadonlyMap<number, string> | undefined;

  constructor(name: string, dictionary: Labels, decimalComma: boolean) {
    this.name = name;
    this.dictionary = dictionary;
    this.#values = dictionary.labels.map(label => cellValue(label, decimalComma));
    const tally = tallied(dictionary.codes, this.#values);
    this.missing = tally.missing;
    this.percent = this.#values.some(value => value.kind === 'number' && value.percent);
    const present = dictionary.labels.filter((_, code) => this.#values[code]!.kind !== 'missing');
    this.kind = numericKind(tally) ?? wordKind(present, tally.rows - tally.missing);
  }

  readonly textOf = (row: number): string => {
    const code = this.dictionary.codes[row] ?? -1;
    return code < 0 ? '' : this.dictionary.labels[code]!;
  };

  get numbers(): Float64Array {
    this.#numbers ??= this.#work();
    return this.#numbers;
  }

  get invalid(): ReadonlyMap<number, string> {
    this.#invalid ??= this.kind === 'number' ? this.#words() : new Map();
    return this.#invalid;
  }

  #work(): Float64Array {
    const { codes, labels } = this.dictionary;
    const dayFirst = daysComeFirst(labels);
    const ofLabel = Float64Array.from(labels, (label, code) => {
      const value = this.#values[code]!;
      if (this.kind === 'time') return timeValue(label, dayFirst);
      return 'value' in value ? value.value : Number.NaN;
    });
    const numbers = new Float64Array(codes.length).fill(Number.NaN);
    for (let row = 0; row < numbers.length; row++) {
      if (codes[row]! >= 0) numbers[row] = ofLabel[codes[row]!]!;
    }
    return numbers;
  }

  #words(): ReadonlyMap<number, string> {
    const { codes, labels } = this.dictionary;
    const words = new Map<number, string>();
    for (let row = 0; row < codes.length && words.size < maxInvalid; row++) {
      const code = codes[row]!;
      if (code >= 0 && this.#values[code]!.kind === 'word') words.set(row, labels[code]!);
    }
    return words;
  }
}

function tallied(codes: Int32Array, values: readonly CellValue[]): Tally {
  const rowsOf = new Int32Array(values.length + 1);
  for (let row = 0; row < codes.length; row++) rowsOf[codes[row]! + 1]! += 1;
  const counts = { missing: rowsOf[0]!, boolean: 0, word: 0, number: 0 };
  values.forEach(({ kind }, code) => {
    counts[kind] += rowsOf[code + 1]!;
  });
  return {
    rows: codes.length,
    missing: counts.missing,
    booleans: counts.boolean,
    words: counts.word,
  };
}
