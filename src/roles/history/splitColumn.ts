import { splitWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/wordsOf';
import type { Column, Table } from '../../readers/table';
import type { SeriesSplit } from '../../shared/lossReport';
import { readSeriesName } from './seriesName';

/** More different texts than this name runs or samples, not sets of data. */
const maxSets = 12;
const lookedAt = 2000;

/** The column that tells training rows from validation rows, by its values whatever it is called. */
export function splitColumn({ columns, rows }: Table): Column | null {
  return columns.find(column => isSplitColumn(column, Math.min(rows, lookedAt))) ?? null;
}

/** Which data a cell of such a column stands for. */
export function splitOfLabel(column: Column, label: string): SeriesSplit {
  if (label === '') return null;
  if (!isFlag(column)) return readSeriesName(label).split;
  const named = splitNamed(column.name);
  const yes = /^(?:true|1|1\.0|yes)$/i.test(label);
  if (yes) return named;
  return named === 'train' ? 'validation' : 'train';
}

/** What rows with this label are called: `val`; a flag gets the word for its split. */
export function labelOfSplit(column: Column, label: string): string {
  return isFlag(column) ? (splitOfLabel(column, label) ?? label) : label;
}

function isSplitColumn(column: Column, rows: number): boolean {
  if (column.kind !== 'label' && column.kind !== 'text' && !isFlag(column)) return false;
  const labels = new Set<string>();
  for (let row = 0; row < rows && labels.size <= maxSets; row++) labels.add(column.textOf(row));
  labels.delete('');
  labels.delete(column.name);
  if (labels.size < 2 || labels.size > maxSets) return false;
  return [...labels].every(label => isSetName(label) || isFlag(column));
}

/** `val`, `Training set`, `test_unseen`: names of data, not of what was measured on it. */
function isSetName(label: string): boolean {
  const { split, direction, quantity } = readSeriesName(label);
  return split !== null && (direction === 'none' || quantity === 'loss') && !/loss/i.test(label);
}

/** `is_train`: true or false. */
function isFlag({ name, kind, numbers }: Column): boolean {
  if (splitNamed(name) === null) return false;
  if (kind === 'boolean') return true;
  const seen = new Set(numbers);
  seen.delete(Number.NaN);
  return kind === 'number' && seen.size === 2 && seen.has(0) && seen.has(1);
}

function splitNamed(name: string): SeriesSplit {
  const words = wordsOf(name).filter(word => word !== 'is');
  return words.length === 1 ? (splitWords.get(words[0]!) ?? null) : null;
}
