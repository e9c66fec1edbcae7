import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource } from '../../../../src/engine/node/fileSource';
import { ReadError } from '../../../../src/readers/readError';

const folder = mkdtempSync(join(tmpdir(), 'loss-lens-files-'));
const path = join(folder, 'a.csv');

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

  it('is refused in one sentence when it is missing, a folder or a pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const refusals = {
      [join(folder, 'none.csv')]: /none\.csv: there is no such file/,
      [folder]: /this is a folder/,
      [pipe]: /pipe: this is a folder or a device, not a file/,
    };
    for (const [refused, sentence] of Object.entries(refusals)) {
      await assert.rejects(fileSource(refused), error => {
        assert.ok(error instanceof ReadError);
        assert.match(error.message, sentence);
        return true;
      });
    }
  });
});
