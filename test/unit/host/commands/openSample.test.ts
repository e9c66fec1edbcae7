import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { App } from '../../../../src/host/app';
import { openSample } from '../../../../src/host/commands/openSample';
import { Uri as FakeUri, fake } from '../../../support/fakeVscode';

const app = { services: { extension: FakeUri.file('/ext') as unknown as Uri } } as unknown as App;

describe('opening a sample', () => {
  afterEach(() => {
    fake.opened.length = 0;
    fake.shown.length = 0;
  });

  it('opens a file of the list', async () => {
    await openSample(app, 'errors.py').catch(() => undefined);
    assert.deepEqual(fake.opened, ['/ext/samples/errors.py']);
  });

  it('asks which one, whatever else a link passes as its name', async () => {
    for (const name of [
      '../../etc/passwd',
      '/etc/passwd',
      'README.md',
      '',
      7,
      null,
      { file: 'errors.py' },
    ]) {
      fake.shown.length = 0;
      await openSample(app, name);
      assert.ok(fake.shown.includes('errors.py'));
    }
    assert.deepEqual(fake.opened, []);
  });
});
