import type { Column, Labels } from '../readers/table';
import { remembered } from '../shared/remembered';

/**
 * Class names of a column in order of appearance. Numbers are called as JavaScript prints them, so that 1,
 * 1.0 and 1e0 are one class; texts are trimmed; a boolean column has the names of its first spellings.
 * Missing cells have code -1.
 */
export const labelsOf: (column: Column) => Labels = remembered(column =>
  column.kind === 'number' || column.kind === 'boolean' ? numberLabels(column) : textLabels(column),
);

/** The class that a number stands for. */
export function labelOfNumber(value: number): string {
  return String(value === 0 ? 0 : value);
}

const plainNumber = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** `1.0` and `1e0` are the class 1; `007` and any other text stay as they are. */
export function labelOfText(text: string): string {
  const label = text.trim();
  return label.length < 40 && plainNumber.test(label) ? labelOfNumber(Number(label)) : label;
}

/** Whole numbers from 0 up to this one are looked up in a table, which is far faster than a map. */
const tableEnd = 255;
const unseen = -2;

function numberLabels(column: Column): Labels {
  const known = new CellCodes(column);
  const codes = new Int32Array(column.numbers.length);
  const table = new Int32Array(tableEnd + 1).fill(unseen);
  writeCodes(column.numbers, known, table, codes);
  return { codes, labels: known.labels };
}

function writeCodes(
  numbers: Float64Array,
  known: CellCodes,
  table: Int32Array,
  codes: Int32Array,
): void {
  for (let row = 0; row < codes.length; row++) {
    const value = numbers[row]!;
    const place = value & tableEnd;
    let code = place === value ? table[place]! : unseen;
    if (code === unseen) {
      code = known.codeOf(row);
      if (place === value) table[place] = code;
    }
    codes[row] = code;
  }
}

/** Codes of the cells of a column of numbers. */
class CellCodes {
  readonly labels: string[] = [];
  readonly #column: Column;
  readonly #byNumber = new Map<number, number>();
  readonly #byLabel = new Map<string, number>();

  constructor(column: Column) {
    this.#column = column;
  }

  codeOf(row: number): number {
    const value = this.#column.numbers[row]!;
    if (Number.isNaN(value)) return this.#codeOfInvalid(row);
    const known = this.#byNumber.get(value);
    if (known !== undefined) return known;
    const isBoolean = this.#column.kind === 'boolean';
    const code = this.#codeOfLabel(isBoolean ? this.#column.textOf(row) : labelOfNumber(value));
    this.#byNumber.set(value, code);
    return code;
  }

  #codeOfInvalid(row: number): number {
    const text = this.#column.invalid.get(row);
    return text === undefined ? -1 : this.#codeOfLabel(labelOfText(text));
  }

  #codeOfLabel(label: string): number {
    const code = this.#byLabel.get(label) ?? this.labels.push(label) - 1;
    this.#byLabel.set(label, code);
    return code;
  }
}

function textLabels(column: Column): Labels {
  return column.dictionary === undefined ? scannedLabels(column) : merged(column.dictionary);
}

/** Texts that are kept as codes, those that mean the same class taken together. */
function merged({ codes, labels: texts }: Labels): Labels {
  const byLabel = new Map<string, number>();
  for (const text of texts) {
    const label = labelOfText(text);
    if (label !== '' && !byLabel.has(label)) byLabel.set(label, byLabel.size);
  }
  const recoded = texts.map(text => byLabel.get(labelOfText(text)) ?? -1);
  return {
    labels: [...byLabel.keys()],
    codes: codes.map(code => (code < 0 ? -1 : recoded[code]!)),
  };
}

function scannedLabels(column: Column): Labels {
  const rows = column.numbers.length;
  const codes = new Int32Array(rows);
  const byText = new Map<string, number>();
  const byLabel = new Map<string, number>();
  const labels: string[] = [];
  for (let row = 0; row < rows; row++) {
    const text = column.textOf(row);
    let code = text === '' ? -1 : byText.get(text);
    if (code === undefined) {
      const label = labelOfText(text);
      code = byLabel.get(label) ?? labels.push(label) - 1;
      byLabel.set(label, code);
      byText.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, labels };
}
