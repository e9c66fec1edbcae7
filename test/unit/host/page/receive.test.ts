import assert from 'node:assert/strict';
import type { PageSession } from '../../../../src/host/page/pageSession';
import { receive } from '../../../../src/host/page/receive';
import type { ToPage } from '../../../../src/shared/protocol/messages';
import { fake, Uri } from '../../../support/fakeVscode';

/** A page about two files that notes what it is told. */
function page(): { readonly session: PageSession; readonly told: ToPage[] } {
  const told: ToPage[] = [];
  const session = {
    input: {
      kind: 'files',
      uris: [Uri.file('/a.csv'), Uri.file('/b.csv')],
      names: ['a.csv', 'b.csv'],
    },
    post: (message: ToPage) => told.push(message),
    place: { visible: true, show: () => undefined },
    ask: async () => ({ kind: 'metrics', models: [] }),
  } as unknown as PageSession;
  return { session, told };
}

describe('what the page asks of the host', () => {
  afterEach(() => {
    fake.opened.length = 0;
    fake.messages.length = 0;
  });

  it('goes to the file that a point comes from', async () => {
    const { session } = page();
    for (const source of [0, 1]) await receive({ type: 'reveal', line: 3, source }, session);
    await receive({ type: 'reveal', line: 3 }, session);
    assert.deepEqual(fake.opened, ['/a.csv', '/b.csv', '/a.csv']);
    await receive({ type: 'reveal', line: 3, source: 1_000_000_000 }, session);
    assert.equal(fake.opened.length, 3);
  });

  it('is answered whatever it is', async () => {
    const { session, told } = page();
    const odd = [undefined, 7, {}, { type: 'evil' }, { type: 'reveal', line: -1 }];
    for (const message of odd) await receive(message, session);
    assert.equal(told.filter(({ type }) => type === 'problem').length, odd.length);
  });

  it('is answered under its number when it is a question of unknown shape', async () => {
    const { session, told } = page();
    await receive({ type: 'query', id: 9, question: { kind: 'drop' } }, session);
    const [answer] = told;
    assert.ok(answer?.type === 'problem' && answer.id === 9);
    await receive({ type: 'query', id: 10, question: { kind: 'metrics' } }, session);
    assert.ok(told[1]?.type === 'answer' && told[1].id === 10);
  });
});
