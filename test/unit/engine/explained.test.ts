import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { bytesOnly } from '../../support/bytesOnly';

describe('the search for a number', () => {
  it('lets other work in between its steps', async () => {
    const engine = inProcessEngine(bytesOnly);
    const rows = Array.from({ length: 250_000 }, (_, i) => `${Math.sin(i)},${Math.cos(3 * i)}`);
    const bytes = new TextEncoder().encode(`y_true,y_pred\n${rows.join('\n')}\n`);
    const { id } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {});
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
});
