import { cases, cleaned, num, type Sql, when } from '../statement/sql';
import type { Layout, SumColumn } from '../sumColumn';

/** Eight bins for each doubling of the error: neighbouring edges are 9 % apart. */
const binsOfDoubling = 8;
/** Fractions of the target that hits are counted within; 0 is the bin of no error. */
export const tolerances = [0.01, 0.05, 0.1, 0.2, 0.5] as const;

/** Sign and size of the error. */
const keys: Layout['keys'] = [
  {
    name: 'sign_',
    sql: () =>
      cases(
        [
          ['e1_ > 0', '1'],
          ['e1_ < 0', '-1'],
        ],
        '0',
      ),
  },
  {
    name: 'bin_',
    sql: sql =>
      when(
        'a1_ > 0',
        sql.integer(
          `FLOOR(${sql.ln(when('a1_ > 0', 'a1_', num(1)))} * ${num(binsOfDoubling / Math.LN2)})`,
        ),
        '0',
      ),
  },
];

const weighed = (name: string, sql: SumColumn['sql'] | string): SumColumn => ({
  name,
  of: 'weighed',
  sql: typeof sql === 'string' ? () => sql : sql,
});
const counted = (name: string, condition: string): SumColumn => ({
  name,
  of: 'counted',
  sql: () => when(condition, num(1), num(0)),
});

const errorSums: readonly SumColumn[] = [
  weighed('w_', num(1)),
  { name: 'lo_', of: 'least', sql: () => 'a1_' },
  { name: 'hi_', of: 'greatest', sql: () => 'a1_' },
  weighed('e_', 'e1_'),
  weighed('ee_', 'e1_ * e1_'),
];

/** Squared, of a number that may have become too small for it. */
const squared = (x: string) => `${cleaned(x)} * ${cleaned(x)}`;

/** (ln(1 + p) - ln(1 + y))^2 as ln of the quotient, which keeps its digits where both are large. */
function squaredLog(sql: Sql): string {
  const bad = 'y1_ < 0 OR p1_ < 0';
  const above = (x: string) => `(${num(1)} + ${when(bad, num(0), x)})`;
  const log = sql.ln(`${above('p1_')} / ${above('y1_')}`);
  return `${log} * ${log}`;
}

/** 2 (y ln(y / p) + p - y), from y - y ln... of r = (p - y) / y; where y is 0 it is 2 p. */
function poisson(sql: Sql): string {
  const y = when('y1_ > 0', 'y1_', num(1));
  const p = when('p1_ > 0', 'p1_', num(1));
  return cases(
    [
      ['p1_ <= 0 OR y1_ < 0', num(0)],
      ['y1_ = 0', `${num(2)} * p1_`],
    ],
    `${num(2)} * ${y} * (${excessOverLog(sql, 'ry_', p, y)})`,
  );
}

/** 2 (ln(p / y) + y / p - 1). */
function gamma(sql: Sql): string {
  const y = when('y1_ > 0', 'y1_', num(1));
  const p = when('p1_ > 0', 'p1_', num(1));
  return when('p1_ <= 0 OR y1_ <= 0', num(0), `${num(2)} * (${excessOverLog(sql, 'rp_', y, p)})`);
}

/**
 * r - ln(1 + r) of r = above / below - 1, without its cancellation near 0: with s = r / (2 + r) and q = s^2 it is
 * r s - 2 s q (1/3 + q/5 + q^2/7 + ...), whose rest is below 1e-15 of it up to |r| = 0.1.
 */
function excessOverLog(sql: Sql, r: string, above: string, below: string): string {
  const s = `(${r} / (${num(2)} + ${r}))`;
  const q = `(${s} * ${s})`;
  const series = [1 / 9, 1 / 7, 1 / 5, 1 / 3].reduce(
    (rest, term) => (rest === '' ? num(term) : `(${num(term)} + ${q} * ${rest})`),
    num(1 / 11),
  );
  return cases(
    [
      [`ABS(${r}) < ${num(1e-60)}`, num(0)],
      [`ABS(${r}) < ${num(0.1)}`, `${r} * ${s} - ${num(2)} * ${s} * ${q} * ${series}`],
    ],
    `${r} - (${sql.ln(above)} - ${sql.ln(below)})`,
  );
}

/** 4 (sqrt(y) - sqrt(p))^2 / sqrt(p). */
function tweedie(): string {
  const y = `SQRT(${when('y1_ > 0', 'y1_', num(0))})`;
  const p = `SQRT(${when('p1_ > 0', 'p1_', num(1))})`;
  const gap = cleaned(`(${y} - ${p})`);
  return when('p1_ <= 0 OR y1_ < 0', num(0), `${num(4)} * ${gap} * ${gap} / ${p}`);
}

export const errorsLayout: Layout = { keys, sums: errorSums };

export const regressionLayout: Layout = {
  keys,
  sums: [
    ...errorSums,
    { name: 'c_', of: 'same', sql: () => 'c0_' },
    weighed('y_', 'd1_'),
    weighed('yy_', squared('d1_')),
    weighed('ya_', 'ABS(y1_)'),
    weighed('yz_', when('y1_ = 0', num(1), num(0))),
    counted('nz_', 'y1_ = 0'),
    weighed('rel_', when('y1_ = 0', num(0), `a1_ / ABS(${when('y1_ = 0', num(1), 'y1_')})`)),
    weighed(
      'sym_',
      when(
        'a1_ = 0',
        num(0),
        `${num(2)} * a1_ / ${when('a1_ = 0', num(1), '(ABS(y1_) + ABS(p1_))')}`,
      ),
    ),
    weighed('log_', squaredLog),
    counted('nlog_', 'y1_ < 0 OR p1_ < 0'),
    weighed('poi_', poisson),
    counted('npoi_', 'y1_ < 0 OR p1_ <= 0'),
    weighed('gam_', gamma),
    counted('ngam_', 'y1_ <= 0 OR p1_ <= 0'),
    weighed('twe_', tweedie),
    ...tolerances.map((tolerance, i) =>
      weighed(`tol${i + 1}_`, when(`a1_ <= ${num(tolerance)} * ABS(y1_)`, num(1), num(0))),
    ),
  ],
};
