import { type About, aboutColumn, writeAbout } from '../about';
import { dialects } from '../dialect';
import { layouts } from '../layouts';
import { type Plan, planOf, type SumsRequest } from '../request';
import type { SumColumn } from '../sumColumn';
import { quotedName, tableExpression } from './identifiers';
import { type Named, rowColumns } from './rowColumns';
import { cases, cleaned, num, type Sql, sqlOf } from './sql';

/** One statement: one scan and one GROUP BY, and the sums of every loss. Throws a RequestProblem. */
export function sumsStatement(request: SumsRequest): string {
  const plan = planOf(request);
  const sql = sqlOf(dialects[request.dialect]);
  const { keys, sums } = layouts[plan.task];
  const groups = ['status_', 'model_', ...request.by.map((_, i) => `by_${i + 1}_`)];
  const of = [...groups, ...keys.map(({ name }) => name)];
  const added: readonly Named[] = [
    [sql.dialect.count, 'n_'],
    ...sums.map(
      (column): Named => [aggregate(column, sql, request.weight !== undefined), column.name],
    ),
  ];
  const inner = stacked(
    sql,
    request,
    plan,
    keys.map(({ name, sql: key }) => [key(sql), name]),
  );
  const names = [...of, 'n_', ...sums.map(({ name }) => name)];
  return [
    `SELECT '${writeAbout(aboutOf(request, plan, 'sums'))}' AS ${aboutColumn},`,
    `  COUNT(*) OVER () AS rows_, ${names.join(', ')}`,
    'FROM (',
    `  SELECT ${of.join(', ')},`,
    added.map(([expression, name]) => `    ${expression} AS ${name}`).join(',\n'),
    '  FROM (',
    indented(inner, 4),
    '  ) f_',
    `  GROUP BY ${of.join(', ')}`,
    ') g_;',
  ].join('\n');
}

/** What a result says of itself. */
export function aboutOf(request: SumsRequest, plan: Plan, part: About['part']): About {
  return {
    ...{ part, task: plan.task, target: plan.target ?? '' },
    models: plan.models.map(({ name }) => name),
    by: request.by,
    weight: request.weight ?? null,
    positive: request.positive ?? null,
    classes: plan.classes,
  };
}

/** The rows with all that is made of them: layer upon layer, because no dialect's names may be used beside where they are given. */
export function stacked(
  sql: Sql,
  request: SumsRequest,
  plan: Plan,
  keys: readonly Named[],
): string {
  const columns = rowColumns[plan.task](sql, plan, request);
  const weight: readonly Named[] =
    request.weight === undefined
      ? []
      : [[cases([["status_ = 'used'", cleaned('w0_')]], num(0)), 'w1_']];
  const [first = [], ...rest] = columns.layers;
  const made = [[[columns.status, 'status_'] as Named], [...first, ...weight], ...rest, keys];
  const layers = made.filter(({ length }) => length > 0);
  return layers.reduce(
    (below, layer) =>
      [
        'SELECT r_.*,',
        layer.map(([expression, name]) => `  ${expression} AS ${name}`).join(',\n'),
        'FROM (',
        indented(below, 2),
        ') r_',
      ].join('\n'),
    ownRows(sql, request, plan),
  );
}

/** The person's columns under names of ours, once for each model. */
function ownRows(sql: Sql, request: SumsRequest, plan: Plan): string {
  const { dialect } = sql;
  const name = (column: string) => `t_.${quotedName(dialect, column)}`;
  const isSeveral = plan.models.length > 1;
  const ofModel = (k: number) => {
    const of = plan.models.map(({ columns }) => sql.number(name(columns[k]!)));
    if (!isSeveral) return of[0]!;
    return cases(
      of.slice(0, -1).map((column, i) => [`m_.model_ = ${i + 1}`, column] as const),
      of.at(-1)!,
    );
  };
  const target = plan.target === null ? null : name(plan.target);
  const columns = plan.models[0]!.columns.map((_, k) => ofModel(k));
  const { raw } = rowColumns[plan.task](sql, plan, request);
  const named: readonly Named[] = [
    [isSeveral ? 'm_.model_' : '1', 'model_'],
    ...raw({ target, columns }),
    ...(request.weight === undefined ? [] : [[sql.number(name(request.weight)), 'w0_'] as Named]),
    ...request.by.map((column, i): Named => [groupText(sql, name(column)), `by_${i + 1}_`]),
    ...(plan.task === 'regression' ? [['c_.c0_', 'c0_'] as Named] : []),
  ];
  return [
    'SELECT',
    named.map(([expression, as]) => `  ${expression} AS ${as}`).join(',\n'),
    `FROM ${tableExpression(dialect, request.table)} t_`,
    ...(isSeveral ? [`CROSS JOIN (${modelNumbers(plan.models.length)}) m_`] : []),
    ...(plan.task === 'regression' ? [`CROSS JOIN (${oneTarget(sql, request, plan)}) c_`] : []),
  ].join('\n');
}

/** `:west`, or `-` where there is no value: nothing that a reader takes for a number or for a missing cell. */
function groupText(sql: Sql, column: string): string {
  const text = sql.text(column);
  const marked = sql.dialect.name === 'SQLite' ? `':' || ${text}` : `CONCAT(':', ${text})`;
  return cases([[`${column} IS NULL`, "'-'"]], marked);
}

function modelNumbers(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `SELECT ${i + 1} AS model_`);
  return rows.join(' UNION ALL ');
}

/** Some target of the table: sums of squares about it keep the digits that those about 0 would lose. */
function oneTarget(sql: Sql, request: SumsRequest, plan: Plan): string {
  const { dialect } = sql;
  const y = sql.number(`z_.${quotedName(dialect, plan.target!)}`);
  const top = dialect.first === 'top' ? 'TOP 1 ' : '';
  const limit = dialect.first === 'limit' ? ' LIMIT 1' : '';
  const isUsable = `${y} - ${y} = 0 AND ABS(${y}) < ${num(1e140)}`;
  const one = `SELECT ${top}${y} AS z0_ FROM ${tableExpression(dialect, request.table)} z_ WHERE ${isUsable}${limit}`;
  return `SELECT COALESCE(MIN(z0_), ${num(0)}) AS c0_ FROM (${one}) o_`;
}

function aggregate({ of, sql: expression }: SumColumn, sql: Sql, isWeighted: boolean): string {
  const row = expression(sql);
  const functions: Readonly<Record<SumColumn['of'], string>> = {
    weighed: isWeighted ? `SUM(w1_ * (${row}))` : `SUM(${row})`,
    counted: `SUM(${row})`,
    least: `MIN(${row})`,
    greatest: `MAX(${row})`,
    same: `MIN(${row})`,
  };
  return functions[of];
}

function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map(line => `${' '.repeat(by)}${line}`)
    .join('\n');
}
