import type { LabelColumn, NumberColumn } from '../samples';
import type { SkipLog } from './skipLog';

/** Skips the rows whose number is missing, unreadable or infinite. `noun`: target, prediction, ... */
export function skipNumbers(log: SkipLog, column: NumberColumn, noun: string): void {
  const { values, bounds } = column;
  if (bounds !== undefined || haveFiniteSum(values)) return;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value - value !== 0) skipNumber(log, column, noun, row);
  }
}

/** Whether no value is NaN or infinite, as a finite sum proves; false too for numbers whose sum overflows. */
function haveFiniteSum(values: Float64Array): boolean {
  const { length } = values;
  const whole = length - (length % 4);
  let sum = 0;
  for (let i = 0; i < whole; i += 4) {
    sum += values[i]! + values[i + 1]! + (values[i + 2]! + values[i + 3]!);
  }
  for (let i = whole; i < length; i++) sum += values[i]!;
  return Number.isFinite(sum);
}

function liesWithin({ bounds }: NumberColumn, low: number, high: number): boolean {
  return bounds !== undefined && bounds[0] >= low && bounds[1] <= high;
}

function skipNumber(
  log: SkipLog,
  { values, invalid }: NumberColumn,
  noun: string,
  row: number,
): void {
  if (!Number.isNaN(values[row]!)) log.skip(row, `infinite ${noun}`);
  else log.skip(row, invalid?.has(row) ? `${noun} is not a number` : `missing ${noun}`);
}

/** Skips probabilities that are no numbers or lie outside 0 to 1. */
export function skipProbabilities(log: SkipLog, column: NumberColumn): void {
  const { values } = column;
  if (liesWithin(column, 0, 1)) return;
  for (let row = 0; row < values.length; row++) {
    const p = values[row]!;
    if (p >= 0 && p <= 1) continue;
    if (p - p === 0) log.skip(row, 'probability outside 0 to 1');
    else skipNumber(log, column, 'probability', row);
  }
}

/** Skips weights that are no numbers or negative. */
export function skipWeights(log: SkipLog, column: NumberColumn): void {
  const { values } = column;
  if (liesWithin(column, 0, Number.MAX_VALUE)) return;
  for (let row = 0; row < values.length; row++) {
    const weight = values[row]!;
    if (weight >= 0 && weight - weight === 0) continue;
    if (weight - weight === 0) log.skip(row, 'negative weight');
    else skipNumber(log, column, 'weight', row);
  }
}

/** Skips missing labels and labels that are none of the classes. */
export function skipLabels(log: SkipLog, column: LabelColumn, classes: number, noun: string): void {
  const { codes, labels } = column;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) log.skip(row, `missing ${noun}`);
    else if (code >= classes) log.skip(row, unknownLabel(labels[code], noun));
  }
}

function unknownLabel(label: string | undefined, noun: string): string {
  return label === undefined
    ? `${noun} is none of the classes`
    : `${noun} "${label}" is none of the classes`;
}
