import assert from 'node:assert/strict';
import { type DialectId, dialectIds, dialects } from '../../../../src/sums/dialect';
import {
  quotedName,
  tableExpression,
  textLiteral,
} from '../../../../src/sums/statement/identifiers';
import { hostileNames } from '../../../support/hostileNames';

const quoted = (id: DialectId, name: string) => quotedName(dialects[id], name);

describe('a name in a statement', () => {
  it('is nothing but a name in every dialect, or is refused', () => {
    for (const id of dialectIds) {
      const { open, close, doubled, bare } = dialects[id].quoting;
      for (const name of ['y', 'a b', 'select', 'a"b', 'a`b', 'a]b', "it's", ...hostileNames]) {
        const written = attempt(() => quoted(id, name));
        if (written === null || bare?.test(written) === true) continue;
        const inside = written.slice(open.length, -close.length);
        assert.equal(written, `${open}${inside}${close}`);
        const left = doubled === null ? inside : inside.replaceAll(doubled, '');
        assert.ok(!left.includes(close), `${id}: ${written}`);
      }
    }
  });

  it('doubles the mark that would end it', () => {
    assert.equal(quoted('postgres', 'a"b'), '"a""b"');
    assert.equal(quoted('mysql', 'a`b'), '`a``b`');
    assert.equal(quoted('sqlserver', 'a]b'), '[a]]b]');
  });

  it('is refused where the dialect cannot hold it, with the name and why', () => {
    const refused: readonly (readonly [DialectId, string, RegExp])[] = [
      ['bigquery', 'a`b', /"a`b" cannot be written for BigQuery/],
      ['clickhouse', 'a\\b', /no name there can hold "\\"/],
      ['postgres', 'y'.repeat(64), /longer than the 63 bytes/],
      ['postgres', 'é'.repeat(32), /longer than the 63 bytes/],
      ['duckdb', '', /it is empty/],
      ['duckdb', 'a\nb', /control character/],
      ['sqlite', 'a\u2028b', /control character/],
    ];
    for (const [id, name, why] of refused) assert.throws(() => quoted(id, name), why);
  });

  it('stands bare in Snowflake where quotes would make another name of it', () => {
    assert.equal(quoted('snowflake', 'y_true'), 'y_true');
    assert.equal(quoted('snowflake', 'Y_True'), '"Y_True"');
    assert.equal(quoted('snowflake', 'order'), '"order"');
  });
});

describe('a table in a statement', () => {
  const written = (id: DialectId, table: string) => tableExpression(dialects[id], table);

  it('quotes the names between its dots', () => {
    assert.equal(written('postgres', 'public.my table'), '"public"."my table"');
    assert.equal(written('trino', 'lake."a.b".t'), '"lake"."a.b"."t"');
    assert.equal(written('bigquery', 'my-project.d.t'), '`my-project`.`d`.`t`');
  });

  it('is a path of files in DuckDB, in quotes that no name of a file ends', () => {
    assert.equal(written('duckdb', "lake/it's/*.parquet"), "read_parquet('lake/it''s/*.parquet')");
    assert.equal(written('duckdb', 'a.csv'), "read_csv('a.csv')");
  });

  it('is refused when it is no name', () => {
    for (const table of ['', '.', 'a..b', 'a.b.c.d.e', 'a"b']) {
      assert.throws(() => written('postgres', table), /is no name of a table|it is empty/);
    }
  });
});

describe('a label in a statement', () => {
  it('doubles its quotes, and is refused where a dialect reads them in several ways', () => {
    assert.equal(textLiteral(dialects.duckdb, "it's"), "'it''s'");
    assert.throws(() => textLiteral(dialects.bigquery, "it's"), /a quote or a backslash/);
    assert.throws(() => textLiteral(dialects.mysql, 'a\\'), /a quote or a backslash/);
  });
});

function attempt(work: () => string): string | null {
  try {
    return work();
  } catch {
    return null;
  }
}
