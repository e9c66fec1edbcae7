import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';

const sql = (...args: string[]) => run(['sql', ...args]);

describe('loss-lens sql', () => {
  it('prints the statement of the sums and that of the worst rows', async () => {
    const flags = ['--dialect', 'postgres', '--table', 's.t', '--target', 'y', '--prediction', 'p'];
    const { exitCode, stdout, stderr } = await sql(...flags, '--by', 'day', '--worst', '7');
    assert.deepEqual([exitCode, stderr], [0, '']);
    assert.match(stdout, /FROM "s"\."t" t_/);
    assert.match(stdout, /LIMIT 7;\n$/);
  });

  it('ends with 2 and one sentence for what it cannot write', async () => {
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [[], /--dialect is missing/],
      [['--dialect', 'oracle'], /--dialect must be one of duckdb/],
      [['--dialect', 'duckdb', '--table', 't', '--colour', 'x'], /--colour/],
      [['--dialect', 'duckdb', '--table', 't'], /Name the columns/],
      [
        ['--dialect', 'bigquery', '--table', 't', '--prediction', 'a`b'],
        /cannot be written for BigQuery/,
      ],
      [['--dialect', 'duckdb', '--table', 't', '--prediction', 'e', '--worst', '0'], /--worst/],
    ];
    for (const [args, why] of wrong) {
      const { exitCode, stdout, stderr } = await sql(...args);
      assert.deepEqual([exitCode, stdout], [2, '']);
      assert.match(stderr, why);
    }
  });
});
