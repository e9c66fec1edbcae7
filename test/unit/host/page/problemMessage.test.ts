import assert from 'node:assert/strict';
import { Uri } from 'vscode';
import type { Failure } from '../../../../src/host/failure';
import type { Input } from '../../../../src/host/input/input';
import { problemMessage, unreadMessage } from '../../../../src/host/page/problemMessage';
import { isToPage } from '../../../../src/shared/protocol/guard';

function inputOf(kind: Input['kind']): Input {
  const uris = [Uri.file('/submission.csv')];
  return {
    name: 'submission.csv',
    kind,
    uris,
    names: ['submission.csv'],
    bytes: 1,
    load: async () => [],
  };
}

function actionsFor(
  what: Pick<Failure, 'joinable' | 'poolable'>,
  kind: Input['kind'],
): readonly string[] {
  const message = unreadMessage({ text: 'No.', ...what }, inputOf(kind));
  assert.ok(isToPage(message));
  return (message.actions ?? []).map(({ action }) => action);
}

describe('a problem on the page', () => {
  it('is a message the page knows', () => {
    assert.ok(isToPage(problemMessage({ text: 'No.', line: 3, joinable: true })));
    assert.ok(isToPage(unreadMessage({ text: 'No.', joinable: true }, inputOf('files'))));
  });

  it('offers to join a file with the true values where only those are missing', () => {
    assert.deepEqual(actionsFor({ joinable: true }, 'files'), ['truth', 'retry']);
    assert.deepEqual(actionsFor({}, 'files'), ['retry']);
    assert.deepEqual(actionsFor({ joinable: true }, 'selection'), ['retry']);
  });

  it('offers to read the files as parts of one table where they may be that', () => {
    assert.deepEqual(actionsFor({ poolable: true }, 'files'), ['pool', 'retry']);
    assert.deepEqual(actionsFor({ poolable: true }, 'selection'), ['retry']);
  });
});
