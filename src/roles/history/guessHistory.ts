import { fileStem } from '../../names/fileStem';
import { splitWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/words0';
import type { Column, Table } from '../../readers/table';
import type { SeriesSplit } from '../../shared/lossReport';
import type { HistoryRoles } from '../roles';
import { axisKindOf } from './axisName';
import { chooseX, isRowNumber } from './chooseX';
import { holdsNumbers } from './headerRows';
import { longForm } from './longForm';
import { readSeriesName, type SeriesName } from './seriesName';

/**
 * The columns of a training history, or null when the table is something else: predictions, a submission,
 * a table with one row per model or per fold.
 */
export function guessHistory(table: Table): HistoryRoles | null {
  if (table.rows === 0 || table.columns.length === 0) return null;
  const long = longForm(table);
  if (long !== null) return long;
  if (table.history !== true && isSomethingElse(table)) return null;
  const series = curveColumns(table);
  const named = series.map(({ name }) => readSeriesName(name));
  const run = runColumn(table);
  const x = chooseX(table.columns, series, run);
  if (series.length === 0) return null;
  const proven =
    table.history === true ||
    hasAxisEvidence(table, x, named) ||
    hasNameEvidence(named) ||
    isChartExport(x, series) ||
    isMonitor(series) ||
    isListOfLosses(table, named);
  if (!proven) return null;
  const drawn = series.filter(({ name }) => name !== x && axisKindOf(name) !== 'wall-time');
  return drawn.length === 0
    ? null
    : { x, series: drawn.map(({ name }) => name), run: run?.name ?? null, long: null };
}

/** Numeric columns that are neither a row counter nor the bounds of another column. */
function curveColumns(table: Table): readonly Column[] {
  const runs = runColumn(table);
  return table.columns.filter(
    column =>
      column.kind !== 'time' &&
      holdsNumbers(column) &&
      column !== runs &&
      !isRowNumber(column) &&
      !/__(min|max)$/i.test(column.name),
  );
}

const otherWords: ReadonlySet<string> = new Set(
  'pred preds predicted prediction predictions actual actuals true truth groundtruth yhat label labels target targets forecast prob proba probability residual residuals'.split(
    ' ',
  ),
);
const oneRowPerFold = /^(fold|mean_fit_time|fit_time|score_time|rank_test_.*)$/i;

/** Columns of predictions, of one row per fold, or of one row per named model. */
function isSomethingElse(table: Table): boolean {
  const names = table.columns.map(({ name }) => name);
  if (names.some(name => oneRowPerFold.test(name.trim())) && !names.some(isClock)) return true;
  if (names.some(name => isPredictionName(name))) return true;
  return table.columns.some(column => namesEveryRow(table, column));
}

function isPredictionName(name: string): boolean {
  const words = wordsOf(name);
  return words.some(word => otherWords.has(word)) && readSeriesName(name).direction === 'none';
}

function isClock(name: string): boolean {
  const kind = axisKindOf(name);
  return kind === 'epoch' || kind === 'step';
}

/** A text that differs from row to row is the name of a model or a sample, unless it is the time. */
function namesEveryRow(table: Table, column: Column): boolean {
  if (column.kind !== 'label' && column.kind !== 'text') return false;
  if (table.rows < 2 || axisKindOf(column.name) !== null || holdsNumbers(column)) return false;
  const seen = new Set<string>();
  for (let row = 0; row < Math.min(table.rows, 200); row++) seen.add(column.textOf(row));
  return seen.size * 2 > Math.min(table.rows, 200);
}

/** An epoch or step column that runs forward, with something beside it that is measured. */
function hasAxisEvidence(table: Table, x: string | null, named: readonly SeriesName[]): boolean {
  const axis =
    table.columns.find(column => column.name === x) ?? table.columns.find(c => isClock(c.name));
  if (axis === undefined || !holdsNumbers(axis)) return false;
  const clock = isClock(axis.name);
  const measured = named.filter(({ direction }) => direction !== 'none').length;
  if (!clock) return measured > 0 && hasNameEvidence(named);
  return measured > 0 || table.columns.length === 2;
}

/** A training loss beside another measure, or one quantity on two sets of data. */
function hasNameEvidence(named: readonly SeriesName[]): boolean {
  const measured = named.filter(({ direction }) => direction !== 'none');
  const training = measured.some(({ split }) => split === 'train');
  const held = measured.some(({ split }) => split === 'validation' || split === 'test');
  return training && (held || measured.some(({ split }) => split === null));
}

/** Weights & Biases exports a chart with `<run> - <metric>` over its x, whichever that is. */
function isChartExport(x: string | null, series: readonly Column[]): boolean {
  const curves = series.filter(({ name }) => name !== x);
  return x !== null && curves.length > 0 && curves.every(({ name }) => / - \S/.test(name));
}

/** Stable-Baselines3 writes reward, length and time of each episode as `r`, `l` and `t`. */
function isMonitor(series: readonly Column[]): boolean {
  const names = new Set(series.map(({ name }) => name));
  return names.size >= 3 && ['r', 'l', 't'].every(name => names.has(name));
}

/** A single array called `train_losses` or the like. */
function isListOfLosses(table: Table, named: readonly SeriesName[]): boolean {
  if (table.columns.length !== 1) return false;
  const own = named[0];
  const file = readSeriesName(fileStem(table.name));
  return [own, file].some(
    name =>
      name !== undefined && name.direction === 'lower' && /(^|_)loss(es)?$/.test(name.quantity),
  );
}

/** More kinds of data than this are none. */
const mostSplits = 6;

const runNames: ReadonlySet<string> = new Set(
  'run,run id,run name,experiment,trial,seed,fold,version,model,model name,phase,split'.split(','),
);

/** A column that says which run a row belongs to, or which data it was measured on. */
function runColumn(table: Table): Column | null {
  if (!table.columns.some(({ name }) => isClock(name))) return null;
  const named = table.columns.find(column => runNames.has(wordsOf(column.name).join(' ')));
  return named ?? table.columns.find(column => saysSplits(table, column)) ?? null;
}

/** Texts that are all words for sets of data, two of them at least, whatever their column is called. */
function saysSplits(table: Table, column: Column): boolean {
  if (column.kind !== 'label' && column.kind !== 'text') return false;
  const seen = new Set<string>();
  for (let row = 0; row < table.rows && seen.size <= mostSplits; row++) {
    seen.add(column.textOf(row));
  }
  const splits = new Set([...seen].map(splitOfLabel));
  return seen.size <= mostSplits && splits.size > 1 && !splits.has(null);
}

/** `validation` of `val`, `Validation set`; null of anything that says more than which data it is. */
function splitOfLabel(label: string): SeriesSplit {
  const words = wordsOf(label).filter(word => word !== 'set' && word !== 'data');
  return words.length === 1 ? (splitWords.get(words[0]!) ?? null) : null;
}
