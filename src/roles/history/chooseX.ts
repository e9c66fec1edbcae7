import type { Column } from '../../readers/table';
import { axisKindOf } from './axisName';
import { clockColumns, isEvenCounter, runsForward } from './clock';
import { cellTest } from './curveCells';
import { oneGroup, type RowGroups } from './rowGroups';
import { measures } from './seriesName';

/** Above this share of equal neighbours an axis does not tell the values of a curve apart. */
const maxRepeats = 0.2;
/** Share of a curve's values that must have a step of their own. */
const covered = 0.8;

/** What the curves are drawn over. */
export interface ChosenX {
  /** null: the row number. */
  readonly x: string | null;
  /** Set where rows share an epoch: the column that counts within it, null for their order. */
  readonly within?: string | null;
}

/**
 * The column the curves are drawn over: the epoch when every curve has one value per whole epoch, else the
 * step, else the place within the epochs, else a clock or a counter that runs on. Null: the row number.
 */
export function chooseX(
  columns: readonly Column[],
  curves: readonly Column[],
  groups: RowGroups = oneGroup,
): ChosenX {
  const epochs = clockColumns(columns, 'epoch');
  const steps = clockColumns(columns, 'step');
  const measured = curves.filter(({ name }) => measures(name));
  const judged = measured.length > 0 ? measured : curves;
  const tellsApart = (x: Column): boolean =>
    judged.every(curve => repeats(x, curve, groups) <= maxRepeats);
  const whole = epochs.find(x => isWhole(x) && tellsApart(x));
  if (whole !== undefined) return { x: whole.name };
  const running = steps.filter(step => !epochs.some(epoch => countsWithin(step, epoch, groups)));
  const covering = running.filter(
    step => epochs.length === 0 || (covers(step, judged) && isShared(step, groups)),
  );
  const step = covering.find(tellsApart);
  if (step !== undefined) return { x: step.name };
  const fractional = epochs.find(x => !isWhole(x) && tellsApart(x));
  if (fractional !== undefined) return { x: fractional.name };
  const shared = epochs.filter(isWhole);
  const epoch = shared.find(runsForward) ?? (steps.length > 0 ? shared[0] : undefined);
  if (epoch !== undefined) return { x: epoch.name, within: steps[0]?.name ?? null };
  return {
    x:
      (
        running.find(changes) ??
        epochs.find(changes) ??
        clockOf(columns) ??
        counterOf(columns, curves)
      )?.name ?? null,
  };
}

/** An axis on which all stands at one place tells nothing; one row has no other. */
function changes({ numbers }: Column): boolean {
  const first = numbers.find(value => !Number.isNaN(value));
  return numbers.length < 2 || numbers.some(value => !Number.isNaN(value) && value !== first);
}

/** A step that starts again in the next epoch. */
function countsWithin(step: Column, epoch: Column, { labelOf }: RowGroups): boolean {
  const before = new Map<string, number>();
  for (let row = 0; row < step.numbers.length; row++) {
    if (Number.isNaN(step.numbers[row]! + epoch.numbers[row]!)) continue;
    const label = labelOf(row);
    const last = before.get(label);
    before.set(label, row);
    if (last === undefined || !(epoch.numbers[row]! > epoch.numbers[last]!)) continue;
    if (step.numbers[row]! < step.numbers[last]!) return true;
  }
  return false;
}

function covers({ numbers }: Column, curves: readonly Column[]): boolean {
  return curves.every(curve => {
    const has = cellTest(curve);
    let cells = 0;
    let own = 0;
    for (let row = 0; row < numbers.length; row++) {
      if (!has(row)) continue;
      cells += 1;
      if (!Number.isNaN(numbers[row]!)) own += 1;
    }
    return own >= covered * cells;
  });
}

/** False where the rows of the sets of data count on their own: validation lines from 1 in each epoch. */
export function isShared({ numbers }: Column, { setOf }: RowGroups): boolean {
  let before = -1;
  let switches = 0;
  let back = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (Number.isNaN(numbers[row]!)) continue;
    if (before >= 0 && setOf(row) !== setOf(before)) {
      switches += 1;
      if (numbers[row]! < numbers[before]!) back += 1;
    }
    before = row;
  }
  return back <= maxRepeats * switches;
}

/** A wall clock, or a time since the start, that runs on through the whole log. */
function clockOf(columns: readonly Column[]): Column | undefined {
  const clocks = (['wall-time', 'relative-time'] as const).flatMap(kind =>
    clockColumns(columns, kind),
  );
  return clocks.find(column => column.missing === 0 && isRising(column));
}

/** A column of whole numbers that grow evenly, whatever it is called. */
function counterOf(columns: readonly Column[], curves: readonly Column[]): Column | undefined {
  if (curves.length < 2) return undefined;
  return columns.find(
    column =>
      column.kind === 'number' &&
      isWhole(column) &&
      !measures(column.name) &&
      !isRowNumber(column) &&
      isEvenCounter(column),
  );
}

function isRising({ numbers }: Column): boolean {
  return (
    numbers.length > 1 && numbers.every((value, row) => row === 0 || value > numbers[row - 1]!)
  );
}

/** A nameless column that only counts the rows, as pandas writes it. */
export function isRowNumber(column: Column): boolean {
  if (!/^(unnamed: ?\d+|column \d+|index|)$/i.test(column.name.trim())) return false;
  const first = column.numbers[0];
  if (first !== 0 && first !== 1) return false;
  return column.numbers.every((value, row) => value === first + row);
}

/** True for a column that is an axis and no curve. */
export function isAxis(column: Column): boolean {
  const kind = axisKindOf(column.name);
  return kind === 'epoch' || kind === 'step' || kind === 'wall-time';
}

function isWhole(column: Column): boolean {
  return column.numbers.every(value => Number.isNaN(value) || Number.isInteger(value));
}

/** Share of the curve's values that have the same x as the value before, of the same run. */
function repeats(x: Column, curve: Column, { labelOf }: RowGroups): number {
  const last = new Map<string, number>();
  let count = 0;
  let same = 0;
  for (let row = 0; row < x.numbers.length; row++) {
    if (Number.isNaN(curve.numbers[row]!)) continue;
    const label = labelOf(row);
    const value = x.numbers[row]!;
    if (value === last.get(label)) same += 1;
    last.set(label, value);
    count += 1;
  }
  return count === 0 ? 0 : same / Math.max(count - 1, 1);
}
