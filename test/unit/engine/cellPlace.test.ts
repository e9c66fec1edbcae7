import assert from 'node:assert/strict';
import type { SourceRef } from '../../../src/engine/engine';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { CellPlace } from '../../../src/shared/protocol/inspection';

const environment = { openFile: () => Promise.reject(new Error('no files here')) };

async function placesOf(
  source: SourceRef,
  rows: readonly number[],
  model?: string,
): Promise<readonly (CellPlace | undefined)[]> {
  const engine = inProcessEngine(environment);
  const { id } = await engine.inspect([source], {});
  const named = model === undefined ? {} : { model };
  return Promise.all(
    rows.map(async row => {
      const answer = await engine.ask(id, { kind: 'row', row, ...named });
      return answer.kind === 'row' ? answer.cell : undefined;
    }),
  );
}

describe('where the value of a row is written', () => {
  const text = (written: string, character = 0): SourceRef => ({
    kind: 'text',
    name: 'errors.py',
    pieces: [{ text: written, line: 6, character }],
  });
  const wordsOf = async (written: string, count: number): Promise<readonly string[]> => {
    const places = await placesOf(
      text(written),
      Array.from({ length: count }, (_, row) => row),
    );
    return places.map(place => {
      assert.ok(place?.kind === 'characters');
      const line = written.split(/\r?\n/).find(one => /\d/.test(one.slice(place.start, place.end)));
      return line?.slice(place.start, place.end) ?? '';
    });
  };

  it('is its own element, though four share a line', async () => {
    assert.deepEqual(await wordsOf('errors = [20, -20, 2, -2]', 4), ['20', '-20', '2', '-2']);
  });

  it('counts from the beginning of its line', async () => {
    const written = 'errors = [\r\n  20,\r\n  -20, 2,\r\n  "3"]';
    const places = await placesOf(text(written), [0, 1, 2, 3]);
    assert.deepEqual(
      places.map(place => place?.kind === 'characters' && [place.start, place.end]),
      [
        [2, 4],
        [2, 5],
        [7, 8],
        [2, 5],
      ],
    );
  });

  it('counts from where the selection begins in its first line', async () => {
    const [first] = await placesOf(text('errors = [20, -20]', 2), [0]);
    assert.deepEqual(first, { kind: 'characters', start: 12, end: 14 });
  });

  it('is the field of the model in a table', async () => {
    const bytes = new TextEncoder().encode('id,y_true,a_pred,b_pred\n1,2,3,4\n2,3,4,4\n');
    const table: SourceRef = { kind: 'bytes', name: 'a.csv', bytes };
    assert.deepEqual(await placesOf(table, [1], 'b_pred'), [
      { kind: 'field', column: 'b_pred', index: 3, count: 4 },
    ]);
  });
});
