import { missingWords } from '../missingWords';

/** What one cell says. */
export type CellValue =
  | { readonly kind: 'missing' }
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'boolean'; readonly value: 0 | 1 }
  | { readonly kind: 'word' };

const missing: CellValue = { kind: 'missing' };
const word: CellValue = { kind: 'word' };

const special: ReadonlyMap<string, CellValue> = new Map<string, CellValue>([
  ...['true', 'True', 'TRUE'].map((t): [string, CellValue] => [t, { kind: 'boolean', value: 1 }]),
  ...['false', 'False', 'FALSE'].map((t): [string, CellValue] => [
    t,
    { kind: 'boolean', value: 0 },
  ]),
  ...['inf', 'infinity', '+inf', '+infinity'].map((t): [string, CellValue] => [
    t,
    { kind: 'number', value: Number.POSITIVE_INFINITY, percent: false },
  ]),
  ...['-inf', '-infinity'].map((t): [string, CellValue] => [
    t,
    { kind: 'number', value: Number.NEGATIVE_INFINITY, percent: false },
  ]),
]);

const maxNumber = 400;
const pointGroups = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const commaGroups = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/;
const pointDecimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const commaDecimal = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i;

/** Reads a trimmed cell: number (also `12 %`, `1,200.5`, `inf`), true or false, missing, or a word. */
export function cellValue(text: string, decimalComma: boolean): CellValue {
  if (text.length > maxNumber) return word;
  if (missingWords.has(text)) return missing;
  const value = plainNumber(text, decimalComma);
  if (value !== undefined) return { kind: 'number', value, percent: false };
  const named = special.get(text) ?? special.get(text.toLowerCase());
  if (named !== undefined) return named;
  if (text.endsWith('%')) {
    const share = plainNumber(text.slice(0, -1).trimEnd(), decimalComma);
    return share === undefined ? word : { kind: 'number', value: share / 100, percent: true };
  }
  return word;
}

/** A currency sign before an amount or behind it. */
const currency = /^([+-]?)[$€£¥]\s?(?=[\d.])|(?<=\d)\s?[€£¥]$/;

/** Thousands set apart by blanks or apostrophes: `1 234`, `1'234`. */
const blankGroups = /^([+-]?\d{1,3})((?:[ \u00a0\u202f\u2009'’]\d{3})+)(?!\d)/;

/** `1234,5` for `1 234,5` and `1'234,5`; any other text as it is. */
export function withoutBlankGroups(text: string): string {
  return text.replace(
    blankGroups,
    (_, first: string, rest: string) => first + rest.replace(/\D/g, ''),
  );
}

function plainNumber(given: string, decimalComma: boolean): number | undefined {
  const straight = wholeNumber(given, decimalComma);
  if (straight !== undefined) return straight;
  const text = withoutBlankGroups(given.replace(currency, '$1').replace(/^\u2212/, '-'));
  const grouped = decimalComma ? commaGroups : pointGroups;
  const digits = grouped.test(text) ? text.replaceAll(decimalComma ? '.' : ',', '') : text;
  return digits === given ? undefined : wholeNumber(digits, decimalComma);
}

/** The number that fills the whole text. */
function wholeNumber(text: string, decimalComma: boolean): number | undefined {
  if (!(decimalComma ? commaDecimal : pointDecimal).test(text)) return undefined;
  return Number(decimalComma ? text.replace(',', '.') : text);
}
