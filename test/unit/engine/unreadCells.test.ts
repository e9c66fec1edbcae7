import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../src/engine/engine';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { fileSource } from '../../../src/engine/node/fileSource';
import type { Answer, Question } from '../../../src/shared/protocol/inspection';

const folder = mkdtempSync(join(tmpdir(), 'loss-lens-unread-'));
const path = join(folder, 'a.csv');
/** Enough for a file above 8 MB, of which only the needed columns are read. */
const rows = 240_000;
const lineAt = (row: number): string =>
  `flat ${row},${row % 97},${row === 123_456 ? 9999 : (row % 97) + 0.25},seen by nobody else,${row % 3}\n`;
const worst: Question = {
  kind: 'worst',
  metric: null,
  model: 'y_pred',
  versus: null,
  className: null,
  count: 1,
};

function cellsOf(answer: Answer): unknown {
  if (answer.kind === 'row') return answer.cells;
  return answer.kind === 'worst' ? answer.rows.map(({ cells }) => cells) : undefined;
}

const cellsAt = (row: number) => [
  { column: 'id', text: `flat ${row}` },
  { column: 'note', text: 'seen by nobody else' },
  { column: 'age', text: String(row % 3) },
];

describe('columns that a large file was read without', () => {
  let engine: Engine;
  let id: number;

  before(async () => {
    const lines = Array.from({ length: rows }, (_, row) => lineAt(row));
    writeFileSync(path, `id,y_true,y_pred,note,age\n${lines.join('')}`);
    engine = inProcessEngine({ openFile: file => fileSource(file) });
    ({ id } = await engine.inspect([{ kind: 'file', name: 'a.csv', path }], {}));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are told of the worst rows', async () => {
    assert.deepEqual(cellsOf(await engine.ask(id, worst)), [cellsAt(123_456)]);
  });

  it('are told of any row', async () => {
    const answer = await engine.ask(id, { kind: 'row', row: rows - 1 });
    assert.deepEqual(cellsOf(answer), cellsAt(rows - 1));
    assert.deepEqual(cellsOf(await engine.ask(id, { kind: 'row', row: rows })), []);
  });

  it('are read when it is asked where the model fails', async () => {
    const answer = await engine.ask(id, { kind: 'slices', by: ['age'] });
    assert.equal(answer.kind, 'slices');
    const groups = answer.kind === 'slices' ? answer.groups : [];
    assert.deepEqual(groups.map(({ value }) => value).sort(), ['0', '1', '2']);
  });

  it('are told of rows that were appended', async () => {
    writeFileSync(path, 'flat x,1,-9999,seen by nobody else,0\n', { flag: 'a' });
    const { changed } = await engine.refresh(id);
    assert.equal(changed, 'appended');
    assert.deepEqual(cellsOf(await engine.ask(id, { ...worst, count: 2 })), [
      [{ column: 'id', text: 'flat x' }, ...cellsAt(0).slice(1)],
      cellsAt(123_456),
    ]);
  });

  it('are left out when the file was written anew', async () => {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('flat', 'tent'));
    utimesSync(path, 1, 1);
    const answer = await engine.ask(id, { kind: 'row', row: 5 });
    assert.deepEqual(cellsOf(answer), []);
  });

  it('are left out, and nothing else, once the file is gone', async () => {
    rmSync(path);
    const answer = await engine.ask(id, worst);
    assert.ok(answer.kind === 'worst');
    assert.deepEqual(
      answer.rows.map(({ row, cells }) => ({ row, cells })),
      [{ row: rows, cells: [] }],
    );
  });
});
