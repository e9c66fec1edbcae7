import { fileStem } from '../../names/fileStem';
import { wordsOf } from '../../names/wordsOf';
import type { Column, Table } from '../../readers/table';
import type { HistoryRoles } from '../roles';
import { axisKindOf } from './axisName';
import { type ChosenX, chooseX, isAxis, isRateSearch, isRowNumber } from './chooseX';
import { runsForward } from './clock';
import { withCounters } from './counterCells';
import { writesNan } from './curveCells';
import { hasRunNames, splitRunName } from './curveSource';
import { holdsNumbers } from './headerRows';
import { longForm } from './longForm';
import { rowGroups } from './rowGroups';
import { measures, readSeriesName, type SeriesName } from './seriesName';
import { splitColumn } from './splitColumn';
import { tableWriters } from './writers';

/**
 * The columns of a training history, or null when the table is something else: predictions, a submission,
 * a table with one row per model or per fold.
 */
export function guessHistory(source: Table): HistoryRoles | null {
  const table = withCounters(source);
  if (table.rows === 0 || table.columns.length === 0) return null;
  const long = longForm(table);
  if (long !== null) return long;
  if (table.history !== true && isSomethingElse(table)) return null;
  const set = splitColumn(table);
  const series = curveColumns(table).filter(column => column !== set);
  if (series.length === 0) return null;
  const run = runColumn(table, set);
  const curves = series.filter(column => column !== run);
  const chosen = axisOf(table, curves, run, set);
  const named = curves.map(({ name }) => readSeriesName(name));
  if (!isProven(table, chosen.x, curves, named, set)) return null;
  const drawn = curves.filter(({ name }) => name !== chosen.x && axisKindOf(name) !== 'wall-time');
  if (drawn.length === 0) return null;
  return {
    ...chosen,
    series: drawn.map(({ name }) => name),
    run: run?.name ?? null,
    ...(set === null ? {} : { set: set.name }),
    long: null,
  };
}

function axisOf(
  table: Table,
  curves: readonly Column[],
  run: Column | null,
  set: Column | null,
): ChosenX {
  const measured = curves.filter(column => !isAxis(column));
  const { writerOf, repeated } = tableWriters(table, measured, [run, set]);
  const groups = rowGroups(run, set, writerOf);
  if (repeated.size === 0) return chooseX(table.columns, measured, groups);
  const without = (column: Column): Column => ({
    ...column,
    numbers: column.numbers.filter((_, row) => !repeated.has(row)),
  });
  return chooseX(table.columns.map(without), measured.map(without), groups);
}

function isProven(
  table: Table,
  x: string | null,
  curves: readonly Column[],
  named: readonly SeriesName[],
  set: Column | null,
): boolean {
  return (
    table.history === true ||
    hasAxisEvidence(table, x, named) ||
    hasNameEvidence(named) ||
    (set !== null && x !== null && named.some(({ direction }) => direction !== 'none')) ||
    isChartExport(table) ||
    (named.some(({ direction }) => direction === 'lower') &&
      table.columns.some(column => column.name === x && isRateSearch(column))) ||
    isMonitor(curves) ||
    isListOfLosses(table, named)
  );
}

/** Numeric columns that are neither a row counter nor the bounds of another column. */
function curveColumns(table: Table): readonly Column[] {
  return table.columns.filter(
    column =>
      column.kind !== 'time' &&
      (holdsNumbers(column) || isNanThroughout(column)) &&
      !isRowNumber(column) &&
      !/__(min|max)$/i.test(column.name),
  );
}

/** A measure that was never finite is a curve; a column without a cell is none. */
function isNanThroughout(column: Column): boolean {
  return column.kind === 'empty' && measures(column.name) && writesNan(column);
}

const otherWords: ReadonlySet<string> = new Set(
  'pred preds predicted prediction predictions actual actuals true truth groundtruth yhat label labels target targets forecast prob proba probability residual residuals'.split(
    ' ',
  ),
);
const oneRowPerFold = /^(fold|mean_fit_time|fit_time|score_time|rank_test_.*)$/i;

/** Columns of predictions, of one row per fold, or of one row per named model. */
function isSomethingElse(table: Table): boolean {
  const names = withoutRunNames(table.columns.map(({ name }) => name));
  if (names.some(name => oneRowPerFold.test(name.trim())) && !names.some(isClock)) return true;
  if (names.some(name => isPredictionName(name))) return true;
  return table.columns.some(column => namesEveryRow(table, column));
}

/** `val/loss` of `model.use_bias: true - val/loss`, where all columns but the first are called so. */
function withoutRunNames(names: readonly string[]): readonly string[] {
  return hasRunNames(names.slice(1)) ? names.map(name => splitRunName(name).metric) : names;
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

/** True for a chart of Weights & Biases: `<run> - <metric>` and its bounds over an x that runs forward. */
export function isChartExport({ columns: [x, ...curves] }: Table): boolean {
  return (
    x !== undefined &&
    holdsNumbers(x) &&
    hasRunNames(curves.map(({ name }) => name)) &&
    (axisKindOf(x.name) !== null || runsForward(x))
  );
}

/** Stable-Baselines3 writes reward, length and time of each episode as `r`, `l` and `t`. */
function isMonitor(series: readonly Column[]): boolean {
  const names = new Set(series.map(({ name }) => name));
  return names.size >= 3 && ['r', 'l', 't'].every(name => names.has(name));
}

/** A single array called `train_losses` or the like. */
function isListOfLosses(table: Table, named: readonly SeriesName[]): boolean {
  if (table.columns.length !== 1) return false;
  const isLoss = ({ direction, quantity }: SeriesName): boolean =>
    direction === 'lower' && /(^|_)loss(es)?$/.test(quantity);
  const { name } = table.columns[0]!;
  return (
    named.some(isLoss) || (isGeneric(name, table) && isLoss(readSeriesName(fileStem(table.name))))
  );
}

/** A name that an array has for want of one: the file's says more. */
function isGeneric(name: string, table: Table): boolean {
  return (
    name === fileStem(table.name) || /^(?:array|column|values?|data|arr_?\d*)(?: |$)/i.test(name)
  );
}

const runNames: ReadonlySet<string> = new Set(
  'run,run id,run name,experiment,trial,seed,fold,version,model,model name,phase,split'.split(','),
);

/** A column that says which run a row belongs to: by its name, or because it tells equal epochs apart. */
function runColumn(table: Table, set: Column | null): Column | null {
  const clocks = table.columns.filter(({ name }) => isClock(name));
  if (clocks.length === 0) return null;
  const others = table.columns.filter(column => column !== set && !clocks.includes(column));
  const found = others.find(
    column => runNames.has(wordsOf(column.name).join(' ')) && column.missing * 2 <= table.rows,
  );
  return found ?? others.find(column => tellsRunsApart(table.rows, column, clocks, set)) ?? null;
}

const maxRuns = 200;

/** Texts under which every count occurs once, while the counts alone come again. */
function tellsRunsApart(
  rows: number,
  column: Column,
  clocks: readonly Column[],
  set: Column | null,
): boolean {
  if (column.kind !== 'label') return false;
  const labels = new Set<string>();
  const alone = new Set<string>();
  const together = new Set<string>();
  for (let row = 0; row < rows; row++) {
    const label = column.textOf(row);
    labels.add(label);
    if (label === '' || labels.size > maxRuns) return false;
    const count = `${clocks.map(({ numbers }) => numbers[row]).join(' ')}\n${set?.textOf(row) ?? ''}`;
    alone.add(count);
    together.add(`${count}\n${label}`);
  }
  return labels.size > 1 && together.size === rows && alone.size * 2 <= rows;
}
