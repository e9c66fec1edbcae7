import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource } from '../../../../src/engine/node/fileSource';
import { ReadError } from '../../../../src/readers/readError';
import { notRun } from '../../../support/notRun';

const folder = mkdtempSync(join(tmpdir(), 'loss-lens-files-'));
const path = join(folder, 'a.csv');

async function refused(file: string, sentence: RegExp): Promise<void> {
  await assert.rejects(fileSource(file), error => {
    assert.ok(error instanceof ReadError);
    assert.match(error.message, sentence);
    return true;
  });
}

describe('a file as a source', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('gives the bytes that are asked for, and fewer once it has shrunk', async () => {
    writeFileSync(path, 'a,b\n1,2\n');
    const source = await fileSource(path);
    assert.deepEqual([source.name, source.size], ['a.csv', 8]);
    assert.equal(Buffer.from(await source.read(4, 7)).toString(), '1,2');
    truncateSync(path, 5);
    assert.equal(Buffer.from(await source.read(4, 8)).toString(), '1');
    await source.close();
  });

  it('is refused in one sentence when it is missing or a folder', async () => {
    await refused(join(folder, 'none.csv'), /none\.csv: there is no such file/);
    await refused(folder, /this is a folder/);
  });

  const ofPipes = 'is refused in one sentence when it is a pipe that nobody writes to';
  if (process.platform === 'win32') notRun(ofPipes, 'Windows has no pipes in folders');
  else {
    it(ofPipes, async () => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      await refused(pipe, /pipe: this is a folder or a device, not a file/);
    });
  }
});
