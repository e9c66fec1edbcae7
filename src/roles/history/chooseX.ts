import type { Axis } from '../../core/training/history';
import type { Column } from '../../readers/table';
import { axisKindOf } from './axisName';
import { holdsNumbers } from './headerRows';

/** Above this share of equal neighbours an axis does not tell the values of a curve apart. */
const mostRepeats = 0.2;

/** The axis columns of a table by kind, in the order of the file. */
function axisColumns(columns: readonly Column[], kind: Axis['kind']): readonly Column[] {
  return columns.filter(column => axisKindOf(column.name) === kind && holdsNumbers(column));
}

/**
 * The column the curves are drawn over: the epoch when every curve has one value per whole epoch, else the
 * step, else wall or relative time when it stands first. Null: the row number.
 */
export function chooseX(
  columns: readonly Column[],
  curves: readonly Column[],
  run: Column | null = null,
): string | null {
  const epochs = axisColumns(columns, 'epoch');
  const steps = axisColumns(columns, 'step');
  const tellsApart = (x: Column): boolean =>
    curves.every(curve => repeats(x, curve, run) <= mostRepeats);
  const whole = epochs.find(x => isWhole(x) && tellsApart(x));
  if (whole !== undefined) return whole.name;
  const running = steps.filter(step => !epochs.some(epoch => countsWithin(step, epoch)));
  const step = running.find(tellsApart) ?? running[0];
  if (step !== undefined) return step.name;
  const fractional = epochs.find(tellsApart);
  if (fractional !== undefined) return fractional.name;
  if (epochs.length > 0) return null;
  const first = columns.find(column => !isRowNumber(column));
  const kind = first === undefined ? null : axisKindOf(first.name);
  return kind === 'wall-time' || kind === 'relative-time' ? (first?.name ?? null) : null;
}

/** True for a step that starts again in the next epoch, and nowhere where the epoch goes back. */
function countsWithin(step: Column, epoch: Column): boolean {
  let last = 0;
  let restarts = 0;
  for (let row = 1; row < step.numbers.length; row++) {
    const forward = epoch.numbers[row]! - epoch.numbers[last]!;
    if (forward < 0) return false;
    if (forward > 0 && step.numbers[row]! < step.numbers[last]!) restarts += 1;
    if (!Number.isNaN(step.numbers[row]! + epoch.numbers[row]!)) last = row;
  }
  return restarts > 0;
}

/** A nameless column that only counts the rows, as pandas writes it. */
export function isRowNumber(column: Column): boolean {
  if (!/^(unnamed: ?\d+|column \d+|index|)$/i.test(column.name.trim())) return false;
  const first = column.numbers[0];
  if (first !== 0 && first !== 1) return false;
  return column.numbers.every((value, row) => value === first + row);
}

function isWhole(column: Column): boolean {
  return column.numbers.every(value => Number.isNaN(value) || Number.isInteger(value));
}

/** Share of the curve's values that have the same x as the value before, of the same run. */
function repeats(x: Column, curve: Column, run: Column | null): number {
  const last = new Map<string, number>();
  let count = 0;
  let same = 0;
  for (let row = 0; row < x.numbers.length; row++) {
    if (Number.isNaN(curve.numbers[row]!)) continue;
    const label = run === null ? '' : run.textOf(row);
    const value = x.numbers[row]!;
    if (value === last.get(label)) same += 1;
    last.set(label, value);
    count += 1;
  }
  return count === 0 ? 0 : same / Math.max(count - 1, 1);
}
