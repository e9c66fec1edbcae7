import { num, type Sql, when } from '../statement/sql';
import type { Layout, SumColumn } from '../sumColumn';

const weighed = (name: string, sql: SumColumn['sql'] | string): SumColumn => ({
  name,
  of: 'weighed',
  sql: typeof sql === 'string' ? () => sql : sql,
});
const counted = (name: string, condition: string): SumColumn => ({
  name,
  of: 'weighed',
  sql: () => when(condition, num(1), num(0)),
});

/** Bins of the probability: its first three decimals. */
const bins = 1000;

/** -ln(1 - q) of q = 1 - x, by its series where the logarithm would lose digits. */
export function minusLog(sql: Sql, x: string, q: string): string {
  const series = `${q} * (${num(1)} + ${q} * (${num(1 / 2)} + ${q} * (${num(1 / 3)} + ${q} * ${num(1 / 4)})))`;
  const log = `${num(0)} - ${sql.ln(when(`${x} > 0`, x, num(1)))}`;
  return when(`${q} < ${num(1e-4)}`, series, log);
}

const focal = (sql: Sql) => `o1_ * o1_ * (${minusLog(sql, 'v1_', 'o1_')})`;

/** Label and first digits of the probability of the positive class. */
export const binaryLayout: Layout = {
  keys: [
    { name: 'label_', sql: () => 'l1_' },
    { name: 'bin_', sql: sql => sql.integer(`FLOOR(p1_ * ${num(bins)})`) },
  ],
  sums: [
    weighed('w_', num(1)),
    { name: 'lo_', of: 'least', sql: () => 'p1_' },
    { name: 'hi_', of: 'greatest', sql: () => 'p1_' },
    weighed('p_', 'p1_'),
    weighed('sq_', 'o1_ * o1_'),
    weighed('lnp_', sql => minusLog(sql, 'r1_', 'q1_')),
    weighed('lnq_', sql => minusLog(sql, 'q1_', 'p1_')),
    counted('zp_', 'r1_ = 0'),
    counted('zq_', 'q1_ = 0'),
    weighed('sph_', 't1_ / SQRT(p1_ * p1_ + q1_ * q1_)'),
    weighed('foc_', focal),
  ],
};
