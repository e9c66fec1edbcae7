import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { sampleBound } from '../../../src/engine/sampleNote';
import type { InspectOptions } from '../../../src/shared/protocol/inspection';

const rows = 1_000_000;
const noFiles = { openFile: () => Promise.reject(new Error('There are no files here.')) };

/** Errors of the k-th row go through all of (k * phi) mod 1, so that every quantile is known. */
function predictions(): Uint8Array {
  const lines = ['y_true,y_pred'];
  for (let i = 0; i < rows; i++) {
    const spread = (i * 0.6180339887498949) % 1;
    lines.push(`${i % 53},${(i % 53) + spread}`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const bytes = predictions();

async function reportWith(options: InspectOptions) {
  const engine = inProcessEngine(noFiles);
  const { report } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], options);
  return report;
}

describe('the memory budget', () => {
  it('gives figures within the bound that the report states, and says what they rest on', async () => {
    const report = await reportWith({ memoryBudget: 1 << 20 });
    const model = report.models[0]!;
    assert.equal(report.sources[0]?.rows, rows);
    assert.ok(model.n < 70_000, `${model.n} rows`);
    const bound = sampleBound(model.n);
    assert.ok(Math.abs(model.values.medae! - 0.5) <= bound);
    assert.ok(Math.abs(model.values.mae! - 0.5) <= bound);
    assert.ok(Math.abs(model.values.mse! - 1 / 3) <= bound);
    const note = report.notes[0]!;
    assert.match(note, /^a\.csv: the figures are approximate.*memory budget of 1 MB/);
    assert.ok(note.includes(`rest on ${model.n} of ${rows} rows`), note);
    assert.ok(note.includes((100 * bound).toPrecision(2)), note);
  });

  it('names worst rows by their true rows and lines', async () => {
    const report = await reportWith({ memoryBudget: 1 << 20 });
    for (const worst of report.models[0]!.worst) {
      assert.equal(worst.line, worst.row + 2);
      assert.equal(worst.target, worst.row % 53);
    }
  });

  it('holds for a file that is read anew because it has changed', async () => {
    const engine = inProcessEngine(noFiles);
    const source = { kind: 'bytes' as const, name: 'a.csv', bytes };
    const { id } = await engine.inspect([source], { memoryBudget: 1 << 20 });
    const line = new TextEncoder().encode('7,7.5\n');
    const grown = new Uint8Array(bytes.length + line.length);
    grown.set(bytes);
    grown.set(line, bytes.length);
    const { changed, inspection } = await engine.refresh(id, [{ ...source, bytes: grown }]);
    assert.equal(changed, 'rewritten');
    assert.equal(inspection.report.sources[0]?.rows, rows + 1);
    assert.match(inspection.report.notes[0]!, /approximate/);
  });

  it('is not mentioned when everything fits', async () => {
    const report = await reportWith({});
    assert.equal(report.models[0]?.n, rows);
    assert.ok(!report.notes.some(note => note.includes('approximate')));
  });

  it('refuses to join a sample with another file', async () => {
    const engine = inProcessEngine(noFiles);
    const both = ['a.csv', 'b.csv'].map(name => ({ kind: 'bytes' as const, name, bytes }));
    await assert.rejects(
      engine.inspect(both, { memoryBudget: 1 << 20 }),
      /a\.csv.*cannot be joined/,
    );
  });

  it('refuses an array that cannot be sampled', async () => {
    const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (200000,), }".padEnd(117);
    const npy = new Uint8Array(128 + 1_600_000);
    npy.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0], 0);
    npy.set(new TextEncoder().encode(`${header}\n`), 10);
    const engine = inProcessEngine(noFiles);
    const source = { kind: 'bytes' as const, name: 'e.npy', bytes: npy };
    await assert.rejects(
      engine.inspect([source], { memoryBudget: 1 << 20 }),
      /e\.npy: 200000 rows of 1 column take 1\.53 MB, more than the memory budget of 1 MB/,
    );
  });
});
