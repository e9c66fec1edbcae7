import assert from 'node:assert/strict';
import type { App } from '../../../../src/host/app';
import { copySql } from '../../../../src/host/commands/copySql';
import { fake } from '../../../support/fakeVscode';

const app = { panel: {}, side: {} } as unknown as App;

describe('SQL for a table too large to read', () => {
  beforeEach(() => {
    fake.picked = 0;
    fake.clipboard = '';
    for (const list of [fake.opened, fake.messages, fake.shown, fake.typed]) list.length = 0;
  });

  after(() => {
    fake.picked = undefined;
    fake.typed.length = 0;
  });

  it('asks for dialect, table, columns and task, copies both statements and opens them', async () => {
    fake.typed.push('lake/*.parquet', 'y', 'a, b', 'day');
    await copySql(app);
    assert.ok(fake.shown.includes('SQL Server') && fake.shown.includes('Predicted Numbers'));
    assert.match(fake.clipboard, /FROM read_parquet\('lake\/\*\.parquet'\) t_/);
    assert.match(fake.clipboard, /model=a model=b by=day/);
    assert.deepEqual(fake.opened, [fake.clipboard]);
    assert.match(fake.messages.join(), /Run it where the table lies/);
  });

  it('says which name cannot be written, and copies nothing', async () => {
    fake.typed.push('t', 'y\u2028z', 'p', '');
    await copySql(app);
    assert.match(fake.messages.join(), /cannot be written for DuckDB/);
    assert.deepEqual([fake.clipboard, fake.opened], ['', []]);
  });

  it('does nothing when a question is left unanswered', async () => {
    fake.typed.push('t');
    await copySql(app);
    assert.deepEqual([fake.clipboard, fake.opened, fake.messages], ['', [], []]);
  });
});
