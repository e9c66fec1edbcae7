import { fileStem } from '../../names/fileStem';
import { columnOfCells } from '../cells';
import { ReadError } from '../readError';
import type { Table } from '../table';
import { catboostTable, isCatboost } from './catboost';
import type { Cells } from './cellLists';
import { columns, evalsResult, isColumns, isEvalsResult } from './columns';
import {
  columnFrame,
  isColumnFrame,
  isKeyedRecords,
  isSplitFrame,
  keyedRecords,
  splitFrame,
} from './frames';
import { isRecords, isScalars, JsonObject, type JsonValue } from './jsonValue';
import { isModels, models } from './models';
import { isOneRecord, isRows, oneRecord, records, rows } from './records';
import { unwrap } from './unwrap';

/** The parts of a table that come from the JSON value itself. */
export type Shaped = Pick<
  Table,
  'rows' | 'columns' | 'lineOf' | 'problems' | 'history' | 'directions'
>;

interface Shape {
  readonly fits: (value: JsonValue) => boolean;
  readonly cells: (value: never, stem: string) => Cells;
}

function shapeFor<T extends JsonValue>(
  fits: (value: JsonValue) => value is T,
  cells: (value: T, stem: string) => Cells,
): Shape {
  return { fits, cells };
}

/** The shapes that tools write, the most particular first. */
const shapes: readonly Shape[] = [
  shapeFor(isCatboost, catboostTable),
  shapeFor(isLogHistory, logHistory),
  shapeFor(isSplitFrame, splitFrame),
  shapeFor(isRecords, records),
  shapeFor(isRows, rows),
  shapeFor(isScalars, (value, stem) => ({
    columns: new Map([[stem, value.items]]),
    lines: value.itemLines,
  })),
  shapeFor(isModels, models),
  shapeFor(isEvalsResult, evalsResult),
  shapeFor(isColumns, columns),
  shapeFor(isColumnFrame, columnFrame),
  shapeFor(isKeyedRecords, keyedRecords),
  shapeFor(isOneRecord, oneRecord),
];

/** Lays a JSON value out as a table. Throws a ReadError when it holds no columns of equal length. */
export function shape(name: string, value: JsonValue): Shaped {
  const stem = fileStem(name);
  const inner = unwrap(value, hasShapeOfItsOwn);
  const fitting = shapes.find(one => one.fits(inner));
  if (fitting === undefined) throw shapeless(name);
  return tableOf(name, (fitting.cells as (v: JsonValue, stem: string) => Cells)(inner, stem));
}

export function shapeless(name: string): ReadError {
  return new ReadError(
    { source: name },
    'the JSON holds neither records nor lists of equal length',
  );
}

/** Cells as a table. Throws a ReadError when its columns are not equally long. */
export function tableOf(name: string, cells: Cells): Shaped {
  const { lines, history, directions } = cells;
  for (const [column, values] of cells.columns) {
    if (values.length !== lines.length) throw unequal(name, cells, column);
  }
  return {
    rows: lines.length,
    columns: [...cells.columns].map(([column, values]) => columnOfCells(column, values)),
    lineOf: row => lines[row] ?? null,
    problems: [],
    ...(history === true ? { history } : {}),
    ...(directions === undefined ? {} : { directions }),
  };
}

function unequal(name: string, cells: Cells, column: string): ReadError {
  const [first, values] = [...cells.columns][0]!;
  const length = cells.columns.get(column)!.length;
  return new ReadError(
    { source: name },
    `"${first}" has ${values.length} values and "${column}" has ${length}; lists that belong together must be equally long`,
  );
}

function hasShapeOfItsOwn(value: JsonValue): boolean {
  return isCatboost(value) || isLogHistory(value) || isModels(value);
}

/** Hugging Face's `trainer_state.json`. */
function isLogHistory(value: JsonValue): value is JsonObject {
  return value instanceof JsonObject && isRecords(value.entries.get('log_history'));
}

function logHistory(value: JsonObject): Cells {
  const log = value.entries.get('log_history');
  if (!isRecords(log)) throw new TypeError('not a log history');
  return { ...records(log), history: true };
}
