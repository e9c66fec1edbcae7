import type { NameRoleId } from '../../names/nameRole';
import { type Candidate, isNumeric } from './candidate';
import { spreadRows } from './facts';
import { correlation } from './likeness';
import { digitsOf } from './models/shares';

/** A column that holds what lies between two others, row by row. */
export interface Difference {
  readonly column: Candidate;
  /** The two whose difference it is, the first less the second. */
  readonly between: readonly [Candidate, Candidate];
}

/** So many columns are compared with each other. */
const maxColumns = 40;
const looked = 60;
const fewest = 5;

const differing: ReadonlySet<NameRoleId> = new Set(['error', 'residual']);
const never: ReadonlySet<NameRoleId> = new Set([
  ...([
    'error',
    'residual',
    'absError',
    'sigma',
    'variance',
    'lower',
    'upper',
    'quantile',
  ] as const),
  ...(['id', 'index', 'weight', 'derived', 'epoch', 'step', 'time'] as const),
]);

/**
 * Differences between two columns that move together: what is called an error, or lies around 0 where nothing is
 * called so. Parts of a whole (`casual` and `registered` beside `count`) are never below 0.
 */
export function differencesIn(candidates: readonly Candidate[]): readonly Difference[] {
  const numbers = candidates.filter(isNumeric);
  const named = numbers.filter(({ said }) => said !== null && differing.has(said.role));
  const around = numbers.filter(one => one.said === null && isAroundZero(one));
  const values = numbers.filter(
    one => (one.said === null || !never.has(one.said.role)) && one.facts.spread > 0,
  );
  if (values.length > maxColumns) return [];
  return (named.length > 0 ? named : around)
    .slice(0, maxColumns)
    .flatMap(column => differenceOf(column, values) ?? []);
}

/** Both signs, and hardly a mean. */
function isAroundZero({ facts }: Candidate): boolean {
  return facts.min < 0 && facts.max > 0 && Math.abs(facts.mean) < 0.5 * facts.spread;
}

function differenceOf(column: Candidate, values: readonly Candidate[]): Difference | undefined {
  const rows = spreadRows(column.column.numbers.length, looked);
  for (const [i, a] of values.entries()) {
    for (const b of values.slice(i + 1)) {
      if (a === column || b === column) continue;
      const between = differenceBetween(column, a, b, rows);
      if (between !== undefined && correlation(a, b) > 0.5) return { column, between };
    }
  }
  return undefined;
}

/** Measured numbers are as they are written; the two others are rounded to the coarser of their digits. */
function slackOf(columns: readonly Candidate[]): number {
  const [, coarser = 0] = columns.map(digitsOf).toSorted((a, b) => a - b);
  return coarser === 0 ? 1e-9 : 1.01 * 10 ** -coarser + 1e-9;
}

/** Within the rounding of the digits, with one sign throughout. */
function differenceBetween(
  column: Candidate,
  a: Candidate,
  b: Candidate,
  rows: readonly number[],
): Difference['between'] | undefined {
  const slack = slackOf([column, a, b]);
  if (slack > 0.2 * column.facts.spread) return undefined;
  let seen = 0;
  let [same, turned] = [true, true];
  for (const row of rows) {
    const [c, x, y] = [column, a, b].map(one => one.column.numbers[row]!);
    if (![c, x, y].every(Number.isFinite)) continue;
    seen++;
    same &&= Math.abs(x! - y! - c!) <= slack;
    turned &&= Math.abs(y! - x! - c!) <= slack;
    if (!same && !turned) return undefined;
  }
  if (seen < fewest) return undefined;
  return same ? [a, b] : [b, a];
}
