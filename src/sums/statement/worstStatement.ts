import { aboutColumn, writeAbout } from '../about';
import { dialects } from '../dialect';
import { planOf, type SumsRequest } from '../request';
import type { SumsTask } from '../sumsTask';
import { sqlOf } from './sql';
import { aboutOf, stacked } from './sumsStatement';

/** What the rows are ranked by, and what is told of them, of the columns that are made of a row. */
const ranked: Readonly<
  Record<
    SumsTask,
    { readonly by: string; readonly ascending?: true; readonly told: readonly string[] }
  >
> = {
  regression: { by: 'a1_', told: ['y0_', 'p0_'] },
  errors: { by: 'a1_', told: ['p0_'] },
  binary: { by: 'v1_', ascending: true, told: ['l0_', 'p0_'] },
  multiclass: { by: 'v1_', ascending: true, told: ['l0_', 'g1_', 'v1_'] },
};

/** The rows that cost the most, all models together: a second statement, because it sorts. */
export function worstStatement(request: SumsRequest): string {
  const plan = planOf(request);
  const sql = sqlOf(dialects[request.dialect]);
  const { by, ascending, told } = ranked[plan.task];
  const names = ['model_', ...request.by.map((_, i) => `by_${i + 1}_`), ...told, by];
  const isTop = sql.dialect.first === 'top';
  return [
    `SELECT ${isTop ? `TOP ${request.worst} ` : ''}'${writeAbout(aboutOf(request, plan, 'worst'))}' AS ${aboutColumn},`,
    `  ${[...new Set(names)].join(', ')}`,
    'FROM (',
    stacked(sql, request, plan, []),
    ') w_',
    `WHERE status_ = 'used'`,
    `ORDER BY ${by}${ascending === true ? '' : ' DESC'}${isTop ? '' : ` LIMIT ${request.worst}`};`,
  ].join('\n');
}
