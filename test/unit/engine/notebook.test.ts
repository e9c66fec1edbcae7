import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { bytesOnly } from '../../support/bytesOnly';

const encoder = new TextEncoder();

function notebook(printed: string, more: readonly unknown[] = []): Uint8Array {
  const cell = {
    cell_type: 'code',
    metadata: {},
    source: ['model.fit(x, y, epochs=3)  # é, 学習'],
    outputs: [{ output_type: 'stream', name: 'stdout', text: [printed] }, ...more],
  };
  return encoder.encode(JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4 }));
}

const log = [3, 2, 1].map((loss, i) => `epoch ${i + 1} loss: ${loss}.5 val_loss: ${loss}.7\n`);

function inspect(bytes: Uint8Array, memoryBudget?: number) {
  const engine = inProcessEngine(bytesOnly);
  const options = memoryBudget === undefined ? {} : { memoryBudget };
  return engine.inspect([{ kind: 'bytes', name: 'a.ipynb', bytes }], options);
}

describe('a notebook', () => {
  it('has the bytes of its file, not those of its characters', async () => {
    const bytes = notebook(log.join(''));
    const { report } = await inspect(bytes);
    assert.equal(report.runs.length, 1);
    assert.equal(report.sources[0]!.bytes, bytes.length);
  });

  it('is held to the memory budget as JSON is, and refused in one sentence', async () => {
    const bytes = notebook(log.join(''), [
      { output_type: 'display_data', data: { nested: Array.from({ length: 50_000 }, () => []) } },
    ]);
    assert.equal((await inspect(bytes)).report.runs.length, 1);
    await assert.rejects(inspect(bytes, 1 << 20), /^[^\n]*a\.ipynb[^\n]*memory[^\n]*$/);
  });

  it('of more than 64 MB is refused before it is read', async () => {
    let read = 0;
    const bytes = new Uint8Array(0);
    const source = { kind: 'file', name: 'big.ipynb', path: '/big.ipynb' } as const;
    const engine = inProcessEngine({
      ...bytesOnly,
      openFile: async () => ({
        name: 'big.ipynb',
        size: 65 * 2 ** 20,
        modified: 0,
        read: async (start, end) => {
          read = Math.max(read, end - start);
          return bytes;
        },
        close: async () => undefined,
      }),
    });
    await assert.rejects(engine.inspect([source], {}), /big\.ipynb.*65 MB is too long/);
    assert.ok(read < 2 ** 20, `${read} bytes`);
  });
});
