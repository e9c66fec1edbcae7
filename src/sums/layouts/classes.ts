import { num, type Sql, when } from '../statement/sql';
import type { Layout, SumColumn } from '../sumColumn';
import { minusLog } from './binary';

const weighed = (name: string, sql: SumColumn['sql'] | string): SumColumn => ({
  name,
  of: 'weighed',
  sql: typeof sql === 'string' ? () => sql : sql,
});

/** Bins of the largest probability: its first two decimals. */
const bins = 100;

const cost = (sql: Sql) => minusLog(sql, 'v1_', 'o1_');

/** True class, predicted class and first digits of the largest probability. */
export const classesLayout: Layout = {
  keys: [
    { name: 'truth_', sql: () => 'l1_' },
    { name: 'guess_', sql: () => 'g1_' },
    { name: 'bin_', sql: sql => sql.integer(`FLOOR(m1_ * ${num(bins)})`) },
  ],
  sums: [
    weighed('w_', num(1)),
    { name: 'lo_', of: 'least', sql: () => 'm1_' },
    { name: 'hi_', of: 'greatest', sql: () => 'm1_' },
    weighed('p_', 'm1_'),
    // 1 - 2 p + sum of p^2 as (1 - p)^2 + (sum of p^2 - p^2): the rest is of the other classes.
    weighed('sq_', 'o1_ * o1_ + s1_'),
    weighed('ln_', cost),
    weighed('z_', when('v1_ = 0', num(1), num(0))),
    weighed('sph_', when('n1_ > 0', `t1_ / ${when('n1_ > 0', 'SQRT(n1_)', num(1))}`, num(0))),
    weighed('empty_', when('n1_ > 0', num(0), num(1))),
    weighed('foc_', sql => `o1_ * o1_ * (${cost(sql)})`),
    weighed('two_', when('k1_ <= 2', num(1), num(0))),
  ],
};
