import assert from 'node:assert/strict';
import type { SourceRef } from '../../../src/engine/engine';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { bytesOnly } from '../../support/bytesOnly';

function longTable(count: number): SourceRef {
  const rows = Array.from({ length: count }, (_, i) => `${Math.sin(i)},${Math.cos(3 * i)}`);
  const bytes = new TextEncoder().encode(`y_true,y_pred\n${rows.join('\n')}\n`);
  return { kind: 'bytes', name: 'a.csv', bytes };
}

describe('the search for a number', () => {
  it('lets other work in between its steps', async () => {
    const engine = inProcessEngine(bytesOnly);
    const { id } = await engine.inspect([longTable(250_000)], {});
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    try {
      const answer = await engine.ask(id, { kind: 'explain', value: '123.456789' });
      assert.deepEqual(answer, { kind: 'explain', explanations: [] });
    } finally {
      clearInterval(count);
    }
    assert.ok(turns >= 3, `${turns} turns`);
  });

  it('stops when nobody waits for it any more, and leaves the thread to others', async () => {
    const engine = inProcessEngine(bytesOnly);
    const { id } = await engine.inspect([longTable(100_000)], {});
    const controller = new AbortController();
    const asked = engine.ask(
      id,
      { kind: 'explain', value: '123.456789' },
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort());
    await assert.rejects(asked, /Nobody waits for this answer any more/);
    const again = engine.ask(id, { kind: 'metrics' }, { signal: controller.signal });
    await assert.rejects(again, /Nobody waits/);
    assert.equal((await engine.ask(id, { kind: 'metrics' })).kind, 'metrics');
  });

  it('stops when its report is closed', async () => {
    const engine = inProcessEngine(bytesOnly);
    const { id } = await engine.inspect([longTable(100_000)], {});
    const asked = engine.ask(id, { kind: 'explain', value: '123.456789' });
    setTimeout(() => void engine.close(id));
    await assert.rejects(asked, /This report has been closed/);
  });
});
