import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { refuseUnwritten } from '../../../src/readers/refuseUnwritten';
import { bytesOnly } from '../../support/bytesOnly';
import { event, record } from '../../support/tfevents';

const inspect = (name: string, bytes: Uint8Array, memoryBudget?: number) =>
  inProcessEngine(bytesOnly).inspect(
    [{ kind: 'bytes', name, bytes }],
    memoryBudget === undefined ? {} : { memoryBudget },
  );
const inspectText = (name: string, text: string, memoryBudget?: number) =>
  inspect(name, new TextEncoder().encode(text), memoryBudget);

const many = 4000;
const numbered = (make: (i: number) => string, joint: string) =>
  Array.from({ length: many }, (_, i) => make(i)).join(joint);

describe('a small file that asks for cells without end', () => {
  const files: readonly (readonly [name: string, text: string])[] = [
    ['a.csv', `${numbered(i => `k${i}`, ',')}\n${numbered(() => '1', '\n')}`],
    ['a.json', `[${numbered(i => `{"k${i}":1}`, ',')}]`],
    ['a.jsonl', numbered(i => `{"k${i}":1}`, '\n')],
    ['b.json', `[[${numbered(() => '1', ',')}],${numbered(() => '[1]', ',')}]`],
    ['c.json', `{"loss":[${numbered(() => '1', ',')}],${numbered(i => `"k${i}":[1]`, ',')}}`],
    ['a.log', numbered(i => `Epoch ${i} - loss${i.toString(36)}x: 0.5`, '\n')],
    [
      'a.md',
      `|${numbered(i => `k${i}`, '|')}|\n|${numbered(() => '-', '|')}|\n${numbered(() => '|1|', '\n')}`,
    ],
  ];
  for (const [name, text] of files) {
    it(`is refused in one sentence: ${name}`, async () => {
      await assert.rejects(inspectText(name, text), error => {
        assert.ok(error instanceof Error && error.message.startsWith(`${name}: `));
        return true;
      });
    });
  }

  it('is one of which hardly a cell is written, not one with gaps', () => {
    refuseUnwritten(100_000, 100, 300_000);
    refuseUnwritten(2000, 2000, 2000);
    assert.throws(
      () => refuseUnwritten(6000, 6000, 6000),
      /hardly a cell of 6000 rows of 6000 columns/,
    );
  });
});

describe('the memory budget', () => {
  it('holds for the objects and arrays of JSON', async () => {
    const text = `[${'[],'.repeat(20_000)}[]]`;
    await assert.rejects(inspectText('a.json', text, 2 ** 20), {
      message: 'a.json: its objects and arrays take more than the memory budget',
    });
  });

  it('does not count the records of JSON lines that have become cells', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `{"y_true":${i},"y_pred":${i + 1}}`);
    const { report } = await inspectText('a.jsonl', lines.join('\n'), 20_000 * 190);
    assert.equal(report.models[0]?.n, 30_000);
  });

  it('holds for the events of TensorBoard', async () => {
    const events = Array.from({ length: 1000 }, (_, i) => record(event(i % 100, 'loss', 1)));
    await assert.rejects(
      inspect('events.out.tfevents.1', Buffer.concat(events), 100_000),
      /^ReadError: events\.out\.tfevents\.1: 1000 rows of 4 columns take .* more than the memory budget/,
    );
  });
});
