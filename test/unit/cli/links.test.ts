import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { folderPaths } from '../../../src/cli/folderPaths';
import { run } from '../../../src/cli/run';

const rows = 'id,y_true,y_pred\n1,1,2\n2,2,4\n3,3,3\n';

describe('symbolic links', () => {
  const roots: string[] = [];
  after(() => Promise.all(roots.map(root => rm(root, { recursive: true, force: true }))));

  /** A folder with these files and links, which are paths in it. */
  async function folder(
    files: Readonly<Record<string, string>>,
    links: Readonly<Record<string, string>>,
  ): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), 'loss-lens-links-'));
    roots.push(root);
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
    for (const [name, target] of Object.entries(links)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await symlink(join(root, target), join(root, name));
    }
    return root;
  }

  async function found(root: string): Promise<readonly string[]> {
    return (await folderPaths(root)).map(path => relative(root, path));
  }

  it('to a file are read as the file', async () => {
    const root = await folder({ 'data/real.csv': rows }, { 'linked.csv': 'data/real.csv' });
    const { exitCode, stdout } = await run(['inspect', join(root, 'linked.csv'), '--json']);
    equal(exitCode, 0);
    const { sources, models } = JSON.parse(stdout);
    deepEqual([sources[0].name, models[0].n], ['linked.csv', 3]);
  });

  it('to files and folders are followed in a folder', async () => {
    const root = await folder(
      { 'in/part-0.csv': rows, 'far/part-2.csv': rows, 'farther/part-3.csv': rows },
      { 'in/part-3.csv': 'farther/part-3.csv', 'in/more': 'far' },
    );
    deepEqual(await found(join(root, 'in')), ['more/part-2.csv', 'part-0.csv', 'part-3.csv']);
  });

  it('to one file count once, and not beside the file itself', async () => {
    const root = await folder(
      { 'in/part-0.csv': rows, 'far/part-2.csv': rows },
      {
        'in/a-latest.csv': 'in/part-0.csv',
        'in/part-2.csv': 'far/part-2.csv',
        'in/part-9.csv': 'far/part-2.csv',
      },
    );
    deepEqual(await found(join(root, 'in')), ['part-0.csv', 'part-2.csv']);
  });

  it('that lead nowhere are left out, also one to itself', async () => {
    const root = await folder(
      { 'a.csv': rows },
      {
        'gone.csv': 'missing.csv',
        'self.csv': 'self.csv',
        'round/b': 'round/c',
        'round/c': 'round/b',
      },
    );
    deepEqual(await found(root), ['a.csv']);
  });

  it('that lead round in a circle are entered once, however many ways lead into it', async () => {
    const root = await folder(
      { 'a/x.csv': rows, 'b/y.csv': rows },
      { 'a/b': 'b', 'b/a': 'a', 'a/up': '.', 'b/up': '.' },
    );
    const paths = await found(root);
    deepEqual(paths.map(path => path.split('/').at(-1)).sort(), ['x.csv', 'y.csv']);
  });

  it('to nothing, and to themselves, are refused in one sentence when they are named', async () => {
    const root = await folder({}, { 'gone.csv': 'missing.csv', 'self.csv': 'self.csv' });
    for (const name of ['gone.csv', 'self.csv']) {
      const { exitCode, stderr } = await run(['inspect', join(root, name)]);
      ok(exitCode === 1 || exitCode === 2, `${exitCode}`);
      match(stderr, new RegExp(`^[^\\n]*${name}[^\\n]*\\.?\\n$`));
      ok(!/ELOOP|ENOENT|unknown/.test(stderr), stderr);
    }
  });
});
