import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import type { ColumnDecoder, ColumnMetaData, DecodedArray } from 'hyparquet/src/types.js';
import type { ByteSource } from '../byteSource';
import { type Cursor, hybridNumbers } from './hybrid';
import type { Leaf } from './leaves';
import { type Allowance, type Page, pagesOf } from './pages';
import { ParquetError } from './parquetError';
import { plainValues, storedValues } from './values';

const nothing = () => undefined;
const parsers = {
  ...DEFAULT_PARSERS,
  jsonFromBytes: DEFAULT_PARSERS.stringFromBytes,
  geometryFromBytes: nothing,
  geographyFromBytes: nothing,
};

/** Takes the cells of a leaf: the row within the row group, the places in its lists, the value or null. */
export type Visit = (row: number, places: readonly number[], value: unknown) => void;

/**
 * Goes through the cells of one leaf in one row group of `rows` rows. Lists without items give no cell. Rejects
 * with a ParquetError when the pages do not hold what the footer says.
 */
export async function eachCell(
  source: ByteSource,
  leaf: Leaf,
  meta: ColumnMetaData,
  rows: number,
  allowance: Allowance,
  visit: Visit,
): Promise<void> {
  let dictionary: DecodedArray | undefined;
  const walk = walker(leaf, rows, visit);
  let left = Number(meta.num_values);
  for await (const page of pagesOf(source, meta, allowance)) {
    if (page.kind === 'dictionary') {
      // A dictionary repeats nothing, so its values are no more than those that are taken from it.
      if (page.values > Number(meta.num_values)) throw tooMany();
      dictionary = meant(
        plainValues({ bytes: page.bytes, at: 0 }, leaf.element, page.values),
        leaf,
      );
      continue;
    }
    left -= page.values;
    if (left < 0) throw tooMany();
    walk(levelsOf(page, leaf), page, dictionary);
    if (left === 0) break;
  }
  if (left > 0)
    throw new ParquetError(`the pages of the column "${leaf.name}" hold too few values`);
}

function tooMany(): ParquetError {
  return new ParquetError('a page is damaged: it holds more values than its column');
}

interface Levels {
  /** Empty for columns without lists, and for columns without missing values. */
  readonly repetitions: Int32Array;
  readonly definitions: Int32Array;
  /** Where the values begin. */
  readonly cursor: Cursor;
}

function levelsOf({ kind, bytes, values, ...page }: Page, leaf: Leaf): Levels {
  const cursor: Cursor = { bytes, at: 0 };
  const read = (most: number, length: number): Int32Array => {
    if (most === 0) return new Int32Array(0);
    const size = kind === 'data2' ? length : lengthAt(cursor);
    const end = cursor.at + size;
    const part = { bytes: bytes.subarray(0, end), at: cursor.at };
    const levels = hybridNumbers(part, 32 - Math.clz32(most), values);
    cursor.at = end;
    return levels;
  };
  const repetitions = read(leaf.repetitions, page.repetitionBytes);
  if (kind === 'data2') cursor.at = page.repetitionBytes;
  const definitions = read(leaf.definitions, page.definitionBytes);
  if (kind === 'data2') cursor.at = page.repetitionBytes + page.definitionBytes;
  return { repetitions, definitions, cursor };
}

function lengthAt(cursor: Cursor): number {
  const { bytes, at } = cursor;
  if (at + 4 > bytes.length) throw new ParquetError('a page is damaged: it ends early');
  cursor.at += 4;
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}

/** Counts rows and places in lists from page to page. */
function walker(
  leaf: Leaf,
  rows: number,
  visit: Visit,
): (levels: Levels, page: Page, dictionary: DecodedArray | undefined) => void {
  const step = placesIn(leaf, rows);
  return ({ repetitions, definitions, cursor }, page, dictionary) => {
    const isThere = (i: number) => leaf.definitions === 0 || definitions[i] === leaf.definitions;
    const isItem = (i: number) => leaf.repetitions === 0 || definitions[i]! >= leaf.itemLevel;
    let present = 0;
    for (let i = 0; i < page.values; i++) if (isThere(i)) present++;
    const values = valuesOf(page, cursor, leaf, present, dictionary);
    let next = 0;
    for (let i = 0; i < page.values; i++) {
      const { row, places } = step(repetitions[i] ?? 0);
      if (isThere(i)) visit(row, places, values[next++]);
      else if (isItem(i)) visit(row, places, null);
    }
  };
}

/** Row and places of one cell after the other, by their repetition levels. */
function placesIn(
  { repetitions }: Leaf,
  rows: number,
): (repetition: number) => { readonly row: number; readonly places: readonly number[] } {
  const at = { row: -1, places: new Array<number>(repetitions).fill(0) };
  return repetition => {
    if (repetition === 0) at.row++;
    else at.places[repetition - 1]!++;
    at.places.fill(0, repetition);
    if (at.row >= 0 && at.row < rows) return at;
    throw new ParquetError('a page is damaged: it holds too many rows');
  };
}

function valuesOf(
  { encoding }: Page,
  cursor: Cursor,
  leaf: Leaf,
  count: number,
  dictionary: DecodedArray | undefined,
): ArrayLike<unknown> {
  const stored = storedValues(cursor, encoding, leaf.element, count);
  if (!(encoding?.endsWith('_DICTIONARY') ?? false)) return meant(stored, leaf);
  const entries: ArrayLike<unknown> = dictionary ?? [];
  return Array.from(stored as Int32Array, index => {
    if (index < 0 || index >= entries.length) {
      throw new ParquetError('a page is damaged: it names what its dictionary does not hold');
    }
    return entries[index];
  });
}

/** What values mean by their logical type; texts of JSON stay texts, shapes on maps are missing. */
function meant(values: DecodedArray, leaf: Leaf): DecodedArray {
  const { element } = leaf;
  const decoder = { element, parsers, schemaPath: [] } as unknown as ColumnDecoder;
  return convert(values, decoder);
}
