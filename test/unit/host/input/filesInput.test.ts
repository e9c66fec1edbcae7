import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { filesInput, namesOf } from '../../../../src/host/input/filesInput';
import { Uri as FakeUri, fake, workspace } from '../../../support/fakeVscode';

const uri = (text: string): Uri => FakeUri.parse(text) as unknown as Uri;

describe('files as a target', () => {
  afterEach(() => {
    fake.files.clear();
    workspace.textDocuments.length = 0;
  });

  it('are called by their names, with the folder where two are alike', () => {
    const names = namesOf([{ path: '/a/x.csv' }, { path: '/b/x.csv' }, { path: '/b/y.csv' }]);
    assert.deepEqual(names, ['a/x.csv', 'b/x.csv', 'y.csv']);
    const deep = namesOf([{ path: '/a/v0/x.csv' }, { path: '/b/v0/x.csv' }]);
    assert.deepEqual(deep, ['a/v0/x.csv', 'b/v0/x.csv']);
  });

  it('are left to the engine to read when they are local', async () => {
    const target = await filesInput([uri('file:///data/a.csv')]);
    assert.deepEqual(await target.load(), [{ kind: 'file', name: 'a.csv', path: '/data/a.csv' }]);
  });

  it('are read through VS Code on any other file system', async () => {
    const bytes = new TextEncoder().encode('a\n1\n');
    fake.files.set('memfs:///a.csv', bytes);
    const target = await filesInput([uri('memfs:///a.csv')]);
    assert.equal(target.bytes, 4);
    assert.deepEqual(await target.load(), [{ kind: 'bytes', name: 'a.csv', bytes }]);
  });

  it('give the unsaved text of an editor', async () => {
    const open = uri('file:///data/a.csv');
    workspace.textDocuments.push({ uri: open, isDirty: true, getText: () => 'new' });
    const [source] = await (await filesInput([open])).load();
    assert.deepEqual(source, {
      kind: 'bytes',
      name: 'a.csv',
      bytes: new TextEncoder().encode('new'),
    });
  });
});
