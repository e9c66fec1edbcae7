import assert from 'node:assert/strict';
import type { Question } from '../../../src/shared/protocol/inspection';
import { Asker } from '../../../src/webview/asker';

const question: Question = { kind: 'intervals' };

describe('the page asking the host', () => {
  it('gives each answer to whoever asked, in any order', async () => {
    const asker = new Asker(() => undefined);
    const [first, second] = [asker.ask(question), asker.ask({ kind: 'metrics' })];
    asker.answered(2, { kind: 'metrics', models: [] });
    asker.answered(1, { kind: 'intervals', models: [], comparisons: [] });
    assert.equal((await first)?.kind, 'intervals');
    assert.equal((await second)?.kind, 'metrics');
  });

  it('rejects with the sentence of the host', async () => {
    const asker = new Asker(() => undefined);
    const asked = asker.ask(question);
    asker.failed(1, 'There is no report to ask.');
    await assert.rejects(asked, /There is no report to ask/);
  });

  it('answers undefined when a new report has made the question moot, and drops the late answer', async () => {
    const asker = new Asker(() => undefined);
    const asked = asker.ask(question);
    asker.forget();
    asker.answered(1, { kind: 'intervals', models: [], comparisons: [] });
    assert.equal(await asked, undefined);
  });
});
