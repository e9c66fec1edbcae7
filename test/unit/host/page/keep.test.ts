import assert from 'node:assert/strict';
import { Uri } from 'vscode';
import type { Input } from '../../../../src/host/input/input';
import { SelectionInput } from '../../../../src/host/input/selectionInput';
import { keepOf, keptSelection, keptUris } from '../../../../src/host/page/keep';
import { isToPage } from '../../../../src/shared/protocol/guard';

describe('the files a restored panel was about', () => {
  it('are the addresses it kept', () => {
    const uris = keptUris({ keep: '["file:///a/b.csv","file:///c.csv"]' });
    assert.deepEqual(
      uris.map(uri => uri.path),
      ['/a/b.csv', '/c.csv'],
    );
  });

  it('are kept by a message that the page takes, also when they are many with long paths', () => {
    const path = `/home/someone/${'a-long-folder/'.repeat(12)}`;
    const uris = Array.from({ length: 120 }, (_, i) => Uri.file(`${path}${i}/metrics.csv`));
    const input = { kind: 'files', uris } as unknown as Input;
    const keep = keepOf(input);
    assert.ok(keep.length > 20_000);
    assert.ok(isToPage({ type: 'report', inspection: {}, first: [], keep }));
    assert.equal(keptUris({ keep }).length, 120);
  });

  it('are none when they are more than anybody compares', () => {
    const uris = Array.from({ length: 5000 }, (_, i) => Uri.file(`/${i}.csv`));
    const keep = keepOf({ kind: 'files', uris } as unknown as Input);
    assert.equal(keep, '');
    assert.ok(isToPage({ type: 'report', inspection: {}, first: [], keep }));
  });

  it('are none when the state is malformed', () => {
    const states = [
      undefined,
      null,
      7,
      {},
      { keep: 7 },
      { keep: '{' },
      { keep: '{}' },
      { keep: '["no scheme"]' },
    ];
    for (const state of states) assert.deepEqual(keptUris(state), []);
    assert.deepEqual(keptUris({ keep: JSON.stringify(new Array(1000).fill('file:///a')) }), []);
    assert.deepEqual(keptUris({ keep: '[1, null, {}]' }), []);
  });
});

describe('the text a restored panel was about', () => {
  const piece = { text: 'errors = [20, -20]', line: 6, character: 0, offset: 81 };
  const input = new SelectionInput(Uri.file('/a/errors.py'), [piece]);

  it('is kept with its document and its place', async () => {
    const kept = keptSelection({ keep: keepOf(input) });
    assert.equal(kept?.uris[0]?.path, '/a/errors.py');
    assert.deepEqual(kept?.pieces, [piece]);
    assert.deepEqual(await kept?.load(), [{ kind: 'text', name: 'errors.py', pieces: [piece] }]);
  });

  it('is not kept when it is very long', () => {
    const long = { ...piece, text: '1, '.repeat(1e6) };
    assert.equal(keepOf(new SelectionInput(input.uris[0]!, [long])), '');
  });

  it('is none when the state is malformed', () => {
    const document = 'file:///a/errors.py';
    const states = [
      { document, pieces: [] },
      { document, pieces: [7] },
      { document, pieces: [{ ...piece, line: 0 }] },
      { document, pieces: [{ ...piece, text: 7 }] },
      { document: 'no scheme', pieces: [piece] },
      { pieces: [piece] },
      [],
    ];
    for (const state of states) {
      assert.equal(keptSelection({ keep: JSON.stringify(state) }), undefined);
    }
  });
});
