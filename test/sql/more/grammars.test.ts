import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DialectId, dialectIds, dialects } from '../../../src/sums/dialect';
import type { SumsRequest } from '../../../src/sums/request';
import { sumsStatement } from '../../../src/sums/statement/sumsStatement';
import { worstStatement } from '../../../src/sums/statement/worstStatement';

const root = process.env['LOSS_LENS_ROOT'] ?? process.cwd();
const load = createRequire(join(root, 'test/sql/more/package.json'));

const base: SumsRequest = {
  ...{ dialect: 'duckdb', table: 'a.t', by: ['region'], worst: 5 },
  ...{ predictions: [], probabilities: [], classProbabilities: {} },
};
const requests: readonly SumsRequest[] = [
  { ...base, target: 'y', predictions: ['p', 'p2'], weight: 'w' },
  { ...base, predictions: ['e'] },
  { ...base, target: 'y', probabilities: ['p'], positive: 'yes' },
  { ...base, target: 'y', classProbabilities: { m: ['p_a', 'p_b', 'p_c'] } },
];

/** What the grammars call a dialect; null where theirs lacks a word that the engine itself knows. */
const polyglot: Readonly<Record<DialectId, string | null>> = {
  ...{ duckdb: 'duckdb', postgres: 'postgresql', clickhouse: 'clickhouse', mysql: 'mysql' },
  ...{ bigquery: 'bigquery', snowflake: 'snowflake', redshift: 'redshift', spark: 'spark' },
  ...{ databricks: 'databricks', trino: 'trino', sqlserver: 'tsql' },
  // NOT GLOB; it is run in the engine itself.
  sqlite: null,
};
const nodeSqlParser: Readonly<Partial<Record<DialectId, string>>> = {
  ...{ postgres: 'postgresql', mysql: 'mysql', bigquery: 'bigquery' },
  ...{ snowflake: 'snowflake', redshift: 'redshift', trino: 'trino' },
};

describe('the statements are accepted by the grammar of', function () {
  this.timeout(120_000);

  for (const id of dialectIds) {
    const named = polyglot[id];
    if (named === null) continue;
    it(`${dialects[id].name}, as Polyglot has it`, async () => {
      const { init, parse } = await import(pathToFileURL(load.resolve('@polyglot-sql/sdk')).href);
      await init();
      for (const text of statementsOf(id)) {
        const found = parse(text, named);
        assert.notEqual(found?.success, false, `${found?.error}\n${text}`);
      }
    });
  }

  for (const [id, database] of Object.entries(nodeSqlParser)) {
    it(`${dialects[id as DialectId].name}, as node-sql-parser has it`, () => {
      const { Parser } = load('node-sql-parser');
      for (const text of statementsOf(id as DialectId)) new Parser().astify(text, { database });
    });
  }
});

function statementsOf(dialect: DialectId): readonly string[] {
  return requests.flatMap(request => [
    sumsStatement({ ...request, dialect }),
    worstStatement({ ...request, dialect }),
  ]);
}
