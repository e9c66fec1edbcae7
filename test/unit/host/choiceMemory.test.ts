import assert from 'node:assert/strict';
import type { Memento, Uri } from 'vscode';
import { ChoiceMemory } from '../../../src/host/choiceMemory';
import { Uri as FakeUri } from '../../support/fakeVscode';

const uris = [FakeUri.file('/a.csv') as unknown as Uri];
const columns = ['y', 'p'].map(name => ({ name, kind: 'number', sample: [] }));

function memory(stored?: unknown): ChoiceMemory {
  let value = stored;
  const store = {
    get: () => value,
    update: async (_: string, next: unknown) => {
      value = next;
    },
  };
  return new ChoiceMemory(store as unknown as Memento);
}

describe('remembered roles', () => {
  it('come back for the same file with the same header only', async () => {
    const choices = memory();
    await choices.remember(uris, columns, { target: 'p' });
    assert.deepEqual(choices.recall(uris, columns), { target: 'p' });
    assert.equal(choices.recall(uris, columns.slice(1)), undefined);
    assert.equal(choices.recall([FakeUri.file('/b.csv') as unknown as Uri], columns), undefined);
  });

  it('answer a question about another file with the same header, the last of them', async () => {
    const choices = memory();
    await choices.remember(uris, columns, { target: 'y' });
    await choices.remember([FakeUri.file('/b.csv') as unknown as Uri], columns, { target: 'p' });
    assert.deepEqual(choices.answer(columns), { target: 'p' });
    assert.equal(choices.answer(columns.slice(1)), undefined);
  });

  it('are the last that were chosen', async () => {
    const choices = memory();
    await choices.remember(uris, columns, { target: 'p' });
    await choices.remember(uris, columns, { target: 'y' });
    assert.deepEqual(choices.recall(uris, columns), { target: 'y' });
  });

  it('are kept for the last 500 files, and the one chosen first is forgotten first', async () => {
    const choices = memory();
    const uri = (i: number): readonly Uri[] => [FakeUri.file(`/${i}.csv`) as unknown as Uri];
    for (let i = 0; i < 501; i++) await choices.remember(uri(i), columns, { target: 'p' });
    assert.equal(choices.recall(uri(0), columns), undefined);
    for (const i of [1, 500]) assert.deepEqual(choices.recall(uri(i), columns), { target: 'p' });
  });

  it('are ignored when the store holds something else', async () => {
    for (const stored of [
      7,
      {},
      [[7]],
      [['key']],
      [[JSON.stringify([uris.map(String), ['y', 'p']]), { target: 7 }]],
    ]) {
      assert.equal(memory(stored).recall(uris, columns), undefined);
    }
  });
});
