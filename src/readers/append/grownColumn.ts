import { timeValue } from '../delimited/timeValue';
import { type Column, type ColumnKind, maxInvalid } from '../table';
import { AddedNans } from './addedNans';
import { AddedTexts } from './addedTexts';
import { appendedNumbers } from './appendedNumbers';
import { type ColumnTally, kindTogether, tallyOf } from './columnTally';

/** The kind of a column of words, by its distinct texts and the number of filled cells. */
export type WordKind = (labels: readonly string[], filled: number) => ColumnKind;

type Texts = Pick<Column, 'textOf'> & { readonly rows: number };

/** A column that was put together of two; the next one is put together in time of its own length. */
class GrownColumn implements Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly numbers: Float64Array;
  readonly missing: number;
  readonly invalid: ReadonlyMap<number, string>;
  readonly percent: boolean;
  readonly tally: ColumnTally;
  /** Texts of the first rows of a column of numbers; the others get the shortest text of their number. */
  readonly first: Texts | undefined;
  readonly words: AddedTexts | undefined;
  readonly nans: AddedNans;
  readonly saysNan: (row: number) => boolean;

  constructor(
    a: Column,
    b: Column,
    parts: Pick<GrownColumn, 'kind' | 'numbers' | 'invalid' | 'tally' | 'first' | 'words'>,
  ) {
    this.name = a.name;
    this.kind = parts.kind;
    this.numbers = parts.numbers;
    this.missing = a.missing + b.missing;
    this.invalid = parts.invalid;
    this.percent = a.percent || b.percent;
    this.tally = parts.tally;
    this.first = parts.first;
    this.words = parts.words;
    this.nans = (a instanceof GrownColumn ? a.nans : new AddedNans(a)).with(b, a.numbers.length);
    this.saysNan = row => row < this.numbers.length && this.nans.has(row);
  }

  readonly textOf = (row: number): string => {
    if (row >= this.numbers.length) return '';
    if (this.words !== undefined) return this.words.textOf(row);
    if (this.first !== undefined && row < this.first.rows) return this.first.textOf(row);
    const number = this.numbers[row];
    const known = this.invalid.get(row);
    if (known !== undefined) return known;
    return number === undefined || Number.isNaN(number) ? '' : String(number);
  };
}

/**
 * The cells of `b` behind those of `a`, without copying `a` each time. The texts of added numbers are the
 * shortest ones, as in large files. undefined when the new cells change what the column is, so that the
 * whole must be read again.
 */
export function grownColumn(a: Column, b: Column, wordKind: WordKind): Column | undefined {
  const tallies = [a instanceof GrownColumn ? a.tally : tallyOf(a), tallyOf(b)] as const;
  const together = kindTogether(...tallies);
  if (together === undefined) return undefined;
  const tally = {
    filled: tallies[0].filled + tallies[1].filled,
    words: tallies[0].words + tallies[1].words,
  };
  return together === 'words' || together === 'boolean'
    ? wordColumn(a, b, tally, together === 'words' ? wordKind : () => 'boolean')
    : numberColumn(a, b, tally, together);
}

type Sums = Omit<ColumnTally, 'kind'>;

function numberColumn(a: Column, b: Column, sums: Sums, kind: 'number' | 'empty'): Column {
  const keepsFirst = a instanceof GrownColumn && a.words === undefined && a.first !== undefined;
  return new GrownColumn(a, b, {
    kind,
    numbers: appendedNumbers(a.numbers, valuesOf(b)),
    invalid: wordsAmongNumbers(a, b),
    tally: { kind, ...sums },
    first: keepsFirst ? a.first : { textOf: a.textOf, rows: a.numbers.length },
    words: undefined,
  });
}

function wordsAmongNumbers(a: Column, b: Column): ReadonlyMap<number, string> {
  if (tallyOf(b).words === 0 || a.invalid.size >= maxInvalid) return a.invalid;
  const invalid = new Map(a.invalid);
  const values = valuesOf(b);
  for (let row = 0; row < values.length && invalid.size < maxInvalid; row++) {
    const text = Number.isNaN(values[row]) ? b.textOf(row) : '';
    if (text !== '') invalid.set(a.numbers.length + row, text);
  }
  return invalid;
}

function wordColumn(a: Column, b: Column, sums: Sums, wordKind: WordKind): Column | undefined {
  const rows = a.numbers.length;
  const known = a instanceof GrownColumn ? a.words : undefined;
  const words = known?.upTo(rows) ?? AddedTexts.above(a.textOf, rows);
  words.append(b.textOf, b.numbers.length);
  const kind = wordKind(words.labels, sums.filled);
  const isTime = kind === 'time';
  if (a.missing < rows && isTime !== (a.kind === 'time')) return undefined;
  const added = isTime ? secondsOf(b) : valuesOf(b);
  if (added === undefined) return undefined;
  return new GrownColumn(a, b, {
    kind,
    numbers: appendedNumbers(a.numbers, added),
    invalid: new Map(),
    tally: { kind, ...sums },
    first: undefined,
    words,
  });
}

/** The numbers of a column in a column that is no time. */
function valuesOf({ kind, numbers }: Column): Float64Array {
  return kind === 'time' ? numbers.map(() => Number.NaN) : numbers;
}

/** undefined when a date could be read with the day or with the month first: the whole column decides. */
function secondsOf({ numbers, textOf }: Column): Float64Array | undefined {
  const seconds = numbers.map((_, row) => timeValue(textOf(row), false));
  const isOpen = seconds.some((value, row) => !Object.is(value, timeValue(textOf(row), true)));
  return isOpen ? undefined : seconds;
}
