import type { Column } from '../../readers/table';
import { labelOfText } from '../labels';

/** A column each of whose cells holds any number of labels. */
export interface LabelSetColumn {
  readonly column: Column;
  /** The items of a cell; undefined where it is no list. */
  readonly split: Split;
  /** The labels of a row; none where its list is empty. */
  readonly labelsOf: (row: number) => readonly string[];
  /** The labels that occur, with the number of rows that have them. */
  readonly counts: ReadonlyMap<string, number>;
  /** Rows whose cell is blank, where labels stand without brackets: they have no label. */
  readonly blank: number;
}

const brackets: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['{', '}'],
  ['(', ')'],
];
const separators = ['|', ';', ','];
/** An item in quotes, or what stands between separators. */
const items = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[^,\s]+/g;
const longestItem = 80;
/** Labels repeat: so many items there are at least for each of them. */
const itemsPerLabel = 2;
const fewestItems = 3;

/**
 * The sets of labels in the cells of a column, `["a", "b"]`, `a|b` or `a, b`; undefined where a cell is no such
 * list, where an item comes twice in a cell, or where the items are too different from row to row to be labels.
 */
export function labelSetColumn(column: Column, rows: number): LabelSetColumn | undefined {
  if (column.kind !== 'label' && column.kind !== 'text') return undefined;
  const split = splitterOf(column, rows);
  const found = split && setsIn(column, rows, split);
  return found !== undefined && areLabels(found) ? found : undefined;
}

/** The same of a column that is cut as another one is, however few labels it has. */
export function setsLike(
  column: Column,
  rows: number,
  { split }: LabelSetColumn,
): LabelSetColumn | undefined {
  if (column.kind === 'time' || column.kind === 'empty') return undefined;
  return setsIn(column, rows, split);
}

function setsIn(column: Column, rows: number, split: Split): LabelSetColumn | undefined {
  const cells: (readonly string[])[] = [];
  const counts = new Map<string, number>();
  let blank = 0;
  for (let row = 0; row < rows; row++) {
    const text = column.textOf(row);
    if (text === '') blank++;
    const found = split(text);
    if (found === undefined || !isSet(found)) return undefined;
    for (const item of found) counts.set(item, (counts.get(item) ?? 0) + 1);
    cells.push(found);
  }
  return { column, split, labelsOf: row => cells[row] ?? [], counts, blank };
}

/** No item twice, none a number that is no name. */
function isSet(found: readonly string[]): boolean {
  if (new Set(found).size < found.length) return false;
  return found.every(item => item.length <= longestItem && !isFraction(item));
}

function areLabels({ column, labelsOf, counts }: LabelSetColumn): boolean {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total < fewestItems || total < itemsPerLabel * counts.size) return false;
  return column.numbers.some((_, row) => labelsOf(row).length > 1);
}

type Split = (text: string) => readonly string[] | undefined;

/** How the cells are cut: between brackets, which all have, else at the first separator that occurs. */
function splitterOf(column: Column, rows: number): Split | undefined {
  const first = firstCell(column, rows);
  const pair = brackets.find(([open]) => first?.startsWith(open));
  if (pair !== undefined) return bracketed(...pair);
  const separator = separators.find(one => hasSeparator(column, rows, one));
  if (separator === undefined) return undefined;
  return text =>
    text === ''
      ? []
      : text
          .split(separator)
          .map(item => labelOfText(item))
          .filter(item => item !== '');
}

function firstCell({ textOf }: Column, rows: number): string | undefined {
  for (let row = 0; row < rows; row++) {
    const text = textOf(row);
    if (text !== '') return text;
  }
  return undefined;
}

function hasSeparator({ textOf }: Column, rows: number, separator: string): boolean {
  for (let row = 0; row < rows; row++) if (textOf(row).includes(separator)) return true;
  return false;
}

function bracketed(open: string, close: string): Split {
  return text => {
    if (text === '') return [];
    if (!text.startsWith(open) || !text.endsWith(close)) return undefined;
    const inside = text.slice(1, -1);
    return [...inside.matchAll(items)].map(([whole, double, single]) =>
      labelOfText(double ?? single ?? whole),
    );
  };
}

/** `0.25` is a number and no name of a class. */
function isFraction(item: string): boolean {
  return /^[+-]?\d*\.\d+(?:e[+-]?\d+)?$/i.test(item);
}
