import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { localEngine } from '../../src/engine/node/localEngine';
import type { LossReport } from '../../src/shared/lossReport';
import { type MetricId, metricIds } from '../../src/shared/metricId';
import type { RoleChoices } from '../../src/shared/roleChoices';
import type { DialectId } from '../../src/sums/dialect';
import type { SumsRequest } from '../../src/sums/request';
import { sumsStatement } from '../../src/sums/statement/sumsStatement';
import type { SumsTask } from '../../src/sums/sumsTask';
import { notRun } from '../support/notRun';
import { seededRandom } from '../support/seededRandom';

type Value = number | string | null;
type Row = Readonly<Record<string, Value>>;
type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const root = process.env['LOSS_LENS_ROOT'] ?? process.cwd();
const load = createRequire(join(root, 'test/sql/package.json'));
const tables = 30;
const tasks: readonly SumsTask[] = ['regression', 'errors', 'binary', 'multiclass'];

/** Columns as nobody would call them, and as somebody does. */
const target = 'order';
const prediction = 'my "p" <b>';
const chance = 'prob %';
const label = "it's true";
const weight = 'w';
const group = 'région';
const chances = ['p_a', 'p_b', 'p_c'];
const numbers = [target, prediction, chance, weight, ...chances];

interface Engine {
  readonly dialect: DialectId;
  readonly module: string;
  readonly double: string;
  /** NaN and infinities, where its tables can hold them. */
  readonly odd: readonly string[];
  readonly open: () => Promise<Query>;
}

const engines: readonly Engine[] = [
  {
    dialect: 'duckdb',
    module: '@duckdb/node-api',
    double: 'DOUBLE',
    odd: ["'NaN'::DOUBLE", "'Infinity'::DOUBLE", "'-Infinity'::DOUBLE"],
    open: async () => {
      const { DuckDBInstance } = load('@duckdb/node-api');
      const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
      const connection = await instance.connect();
      return async sql => (await connection.runAndReadAll(sql)).getRowObjects();
    },
  },
  {
    dialect: 'sqlite',
    module: 'node-sqlite3-wasm',
    double: 'REAL',
    odd: ['9e999', '-9e999', "'n/a'"],
    open: async () => {
      const { Database } = load('node-sqlite3-wasm');
      const database = new Database();
      return async sql => {
        if (/^SELECT/.test(sql)) return database.all(sql);
        database.exec(sql);
        return [];
      };
    },
  },
  {
    dialect: 'postgres',
    module: '@electric-sql/pglite',
    double: 'DOUBLE PRECISION',
    odd: ["'NaN'::float8", "'Infinity'::float8", "'-Infinity'::float8"],
    open: async () => {
      const { PGlite } = load('@electric-sql/pglite');
      const database = await PGlite.create();
      return async sql => {
        if (/^SELECT/.test(sql)) return (await database.query(sql)).rows;
        await database.exec(sql);
        return [];
      };
    },
  },
];

for (const engine of engines) {
  describe(`the statement in ${engine.dialect}`, function () {
    this.timeout(300_000);
    let query: Promise<Query> | undefined;
    for (let seed = 1; seed <= tables; seed++) {
      const task = tasks[seed % tasks.length]!;
      const title = `says of table ${seed} what the report of its rows says (${task})`;
      if (!isInstalled(engine)) {
        notRun(title, `the package ${engine.module} could not be installed`);
        continue;
      }
      it(title, async () => {
        query ??= engine.open();
        await checkTable(engine, await query, task, seed);
      });
    }
  });
}

function isInstalled({ module }: Engine): boolean {
  try {
    load.resolve(module);
    return true;
  } catch {
    return false;
  }
}

async function checkTable(
  engine: Engine,
  query: Query,
  task: SumsTask,
  seed: number,
): Promise<void> {
  const random = seededRandom(seed);
  const rows = rowsOf(random);
  const isWeighted = seed % 3 === 0;
  const table = `t${seed}`;
  await query(`CREATE TABLE ${table} (${columnsOf(engine)})`);
  const odd = engine.odd.map(value => oddRow(value));
  await query(`INSERT INTO ${table} VALUES ${[...rows.map(valuesOf), ...odd].join(', ')}`);
  const request = requestOf(engine.dialect, table, task, isWeighted);
  const result = await query(sumsStatement(request).replace(/;$/, ''));
  const ofSums = await report('sums.csv', csvOf(result), {});
  const ofRows = await report('rows.csv', csvOf(rows), choicesOf(task, isWeighted));
  compare(ofSums, ofRows);
  const left = ofSums.skipped.reduce((sum, { count }) => sum + count, 0);
  const unread = ofRows.skipped.reduce((sum, { count }) => sum + count, 0);
  assert.equal(left, unread + odd.length, 'rows that are counted apart');
}

function compare(ofSums: LossReport, ofRows: LossReport): void {
  const [found] = ofSums.models;
  const [known] = ofRows.models;
  assert.equal(found!.n, known!.n);
  for (const id of metricIds) {
    const value = known!.values[id];
    if (value !== undefined) checkValue(id, value, found!);
  }
}

function checkValue(id: MetricId, value: number, found: LossReport['models'][number]): void {
  const own = found.values[id];
  const bounds = found.bounds?.[id];
  if (own === undefined) assert.ok(id in found.undefined, `${id} is nowhere`);
  else if (bounds !== undefined) {
    assert.ok(bounds[0] <= value && value <= bounds[1], `${id} is ${value}, not in ${bounds}`);
  } else if (own !== value) {
    const distance = Math.abs(own - value) / Math.max(1e-6, Math.abs(value));
    assert.ok(distance <= 1e-10, `${id} is ${own}, not ${value}`);
  }
}

async function report(name: string, text: string, choices: RoleChoices): Promise<LossReport> {
  const bytes = new TextEncoder().encode(text);
  const engine = localEngine();
  return (await engine.inspect([{ kind: 'bytes', name, bytes }], { choices, metrics: metricIds }))
    .report;
}

function rowsOf(random: () => number): readonly Row[] {
  const length = 20 + Math.floor(random() * 150);
  const offset = random() < 0.3 ? 1000 : 3;
  return Array.from({ length }, (): Row => {
    const y = Math.round((offset + random() * 4) * 1000) / 1000;
    const raw = chances.map(() => random() + 0.01);
    const sum = raw.reduce((a, b) => a + b, 0);
    const orNull = (value: number) => (random() < 0.03 ? null : value);
    return {
      [target]: orNull(y),
      [prediction]: orNull(y + (random() + random() - 1) * 2),
      [chance]: random() < 0.05 ? Math.round(random()) : random(),
      [label]: random() < 0.03 ? null : Math.round(random()),
      [weight]: Math.round(random() * 8) / 4,
      [group]: random() < 0.1 ? null : ['west', 'east', '<b>', "o'x"][Math.floor(random() * 4)]!,
      ['class']: 'abc'[Math.floor(random() * 3)]!,
      ...Object.fromEntries(chances.map((name, k) => [name, raw[k]! / sum])),
    };
  });
}

const names = [target, prediction, chance, label, weight, group, 'class', ...chances];
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function columnsOf({ double }: Engine): string {
  const typeOf = (name: string) => {
    if (numbers.includes(name)) return double;
    return name === label ? 'INTEGER' : 'VARCHAR(20)';
  };
  return names.map(name => `${quoted(name)} ${typeOf(name)}`).join(', ');
}

function valuesOf(row: Row): string {
  const literal = (value: Value | undefined) => {
    if (value === null || value === undefined) return 'NULL';
    return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  };
  return `(${names.map(name => literal(row[name])).join(', ')})`;
}

/** A row in which every number that is judged is odd, and all else is not. */
function oddRow(value: string): string {
  const judged = [prediction, chance, ...chances];
  const plain: Row = { [target]: 1, [label]: 1, [weight]: 1, [group]: 'odd', ['class']: 'a' };
  const cells = names.map(name => (judged.includes(name) ? value : valueText(plain[name])));
  return `(${cells.join(', ')})`;
}

function valueText(value: Value | undefined): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function requestOf(
  dialect: DialectId,
  table: string,
  task: SumsTask,
  isWeighted: boolean,
): SumsRequest {
  const base = {
    ...{ dialect, table, by: [group], worst: 5 },
    ...{ predictions: [], probabilities: [], classProbabilities: {} },
    ...(isWeighted ? { weight } : {}),
  };
  const own: Readonly<Record<SumsTask, Partial<SumsRequest>>> = {
    regression: { target, predictions: [prediction] },
    errors: { predictions: [prediction] },
    binary: { target: label, probabilities: [chance] },
    multiclass: { target: 'class', classProbabilities: { m: chances } },
  };
  return { ...base, ...own[task] };
}

function choicesOf(task: SumsTask, isWeighted: boolean): RoleChoices {
  const own: Readonly<Record<SumsTask, RoleChoices>> = {
    regression: { task, target, predictions: [prediction] },
    errors: { task, predictions: [prediction] },
    binary: { task, target: label, probabilities: [chance], positive: '1' },
    multiclass: { task, target: 'class', classProbabilities: { m: chances } },
  };
  return { ...own[task], weight: isWeighted ? weight : null, split: null };
}

function csvOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const head = Object.keys(rows[0]!);
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [head.map(cell), ...rows.map(row => head.map(name => cell(row[name])))];
  return `${lines.map(cells => cells.join(',')).join('\n')}\n`;
}
