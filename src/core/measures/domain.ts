import { plural } from '../../shared/text';
import type { ErrorView } from './errorView';
import type { Measured } from './measured';

/** Every target or every prediction must lie above zero, or at least not below it, for a loss to exist. */
export interface DomainRule {
  readonly column: 'target' | 'prediction';
  readonly zero: 'allowed' | 'forbidden';
}

/** The outcome of `measure`, or the rows that break a rule: `3 negative targets, first on line 17`. */
export function within(
  view: ErrorView,
  rules: readonly DomainRule[],
  measure: () => Measured,
): Measured {
  const broken = rules.map(rule => breach(view, rule)).filter(text => text !== null);
  return broken.length > 0 ? { undefined: broken.join('; ') } : measure();
}

function breach(view: ErrorView, { column: of, zero }: DomainRule): string | null {
  const { negative, zeros } = signsOf(view, of);
  const count = zero === 'allowed' ? negative : negative + zeros;
  if (count === 0) return null;
  const { values, mask } = columnOf(view, of);
  const first = values.findIndex(x => (zero === 'allowed' ? x < 0 : x <= 0));
  const rows = mask === 0 ? view.n : count;
  return zero === 'allowed'
    ? countText(view, rows, first, `negative ${of}`)
    : countText(view, rows, first, `${of} that is not positive`, `${of}s that are not positive`);
}

function columnOf(
  view: ErrorView,
  column: DomainRule['column'],
): { values: Float64Array; mask: number } {
  return column === 'target'
    ? { values: view.target, mask: view.targetMask }
    : { values: view.prediction, mask: view.predictionMask };
}

/** How many values of a column are negative and how many zero; remembered. */
export function signsOf(view: ErrorView, column: DomainRule['column']): Signs {
  const remembered = column === 'target' ? view.ofTargets : view.memo;
  return remembered.get(`signs of ${column}s`, () => countSigns(columnOf(view, column).values));
}

interface Signs {
  readonly negative: number;
  readonly zeros: number;
}

function countSigns(values: Float64Array): Signs {
  let negative = 0;
  let notPositive = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    negative += Number(x < 0);
    notPositive += Number(x <= 0);
  }
  return { negative, zeros: notPositive - negative };
}

interface Rows {
  readonly n: number;
  readonly lineOf: (i: number) => number | null;
}

/** `3 negative targets, first on line 17`, or null when no sample fits. */
export function countWhere(
  rows: Rows,
  fits: (i: number) => boolean,
  words: string,
  many?: string,
): string | null {
  let count = 0;
  let first = -1;
  for (let i = 0; i < rows.n; i++) {
    if (!fits(i)) continue;
    if (count === 0) first = i;
    count++;
  }
  return count === 0 ? null : countText(rows, count, first, words, many);
}

function countText(
  { lineOf }: Rows,
  count: number,
  first: number,
  words: string,
  many?: string,
): string {
  const line = lineOf(first);
  const counted = plural(count, words, many);
  return line === null ? counted : `${counted}, first on line ${line}`;
}
