import { roleOfName } from '../../names/names';
import { nameWords } from '../../names/nameWords';
import type { Column, Table } from '../../readers/table';

/** Forecasts with one quantile per row: which column holds what. */
export interface LongForecast {
  /** Numbers between 0 and 1. */
  readonly level: Column;
  /** The different levels, rising. */
  readonly levels: readonly number[];
  /** Texts that tell quantiles from point forecasts. */
  readonly type: Column | undefined;
  readonly value: Column;
  /** What the forecast of a row is for: dates, places, the model. */
  readonly keys: readonly Column[];
}

const minLevels = 3;
const maxLevels = 199;

/** The columns of a table of quantile levels and their values; undefined for any other table. */
export function longForecast({ columns, rows }: Table): LongForecast | undefined {
  for (const level of columns.filter(({ name }) => isLevelName(name))) {
    const type = columns.find(column => column !== level && holdsTypes(column, rows));
    const levels = levelsIn(level, type);
    if (levels === undefined) continue;
    const rest = columns.filter(column => column !== level && column !== type);
    const value = valueAmong(rest);
    if (value === undefined) continue;
    const keys = rest.filter(column => column !== value && !isIndex(column));
    return { level, levels, type, value, keys };
  }
  return undefined;
}

/** Levels are rounded, so that 0.1 + 0.2 is the level 0.3. */
function roundedLevel(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** `quantile`, `quantile_level`, `tau`, and what forecast hubs call it. */
function isLevelName(name: string): boolean {
  const words = nameWords(name);
  const isSpoken = words.some(({ meaning }) => meaning?.sense === 'quantile');
  return (isSpoken && !/\d/.test(name)) || /^(tau|output_type_id)$/i.test(name.trim());
}

/** The different numbers of the rows that hold quantiles; undefined when one of them is no level. */
function levelsIn({ numbers, kind }: Column, type: Column | undefined): number[] | undefined {
  if (kind === 'time' || kind === 'boolean') return undefined;
  const levels = new Set<number>();
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row]!;
    if (Number.isNaN(value) || !isQuantile(type, row)) continue;
    if (value <= 0 || value >= 1) return undefined;
    levels.add(roundedLevel(value));
    if (levels.size > maxLevels) return undefined;
  }
  return levels.size < minLevels ? undefined : [...levels].sort((a, b) => a - b);
}

const quantileType = 'quantile';
const pointTypes: readonly string[] = ['point', 'mean', 'median'];
const types = new Set([quantileType, ...pointTypes, 'sample', 'cdf', 'pmf']);

/** Nothing but kinds of forecasts, quantiles among them. */
function holdsTypes({ kind, textOf }: Column, rows: number): boolean {
  if (kind !== 'label' && kind !== 'text') return false;
  let quantiles = 0;
  for (let row = 0; row < rows; row++) {
    const text = textOf(row).toLowerCase();
    if (!types.has(text)) return false;
    if (text === quantileType) quantiles++;
  }
  return quantiles > 0;
}

/** The level of a row, or that it holds a point forecast; undefined when it holds something else. */
export function slotOf({ level, type }: LongForecast, row: number): number | 'point' | undefined {
  const value = level.numbers[row]!;
  if (!Number.isNaN(value)) return isQuantile(type, row) ? roundedLevel(value) : undefined;
  const told = (type ?? level).textOf(row).toLowerCase();
  return told === '' || pointTypes.includes(told) ? 'point' : undefined;
}

function isQuantile(type: Column | undefined, row: number): boolean {
  return type === undefined || type.textOf(row).toLowerCase() === quantileType;
}

/** A column of predictions, else one called `value`, else the only one that could be. */
function valueAmong(columns: readonly Column[]): Column | undefined {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const predictions = numbers.filter(({ name }) => roleOfName(name)?.role === 'prediction');
  const values = numbers.filter(({ name }) =>
    nameWords(name).every(({ meaning }) => meaning?.sense === 'filler'),
  );
  const [only, ...more] = numbers.filter(column => !isIndex(column));
  return predictions[0] ?? values[0] ?? (more.length === 0 ? only : undefined);
}

function isIndex({ name }: Column): boolean {
  return roleOfName(name)?.role === 'index';
}
