import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createVSIX, listFiles } from '@vscode/vsce';

const limit = 1_000_000;
const vsix = 'out/loss-lens.vsix';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What may be shipped; everything else in the repository is for those who work on it. */
const allowed = [
  /^dist\/[A-Za-z]+\.(js|css)$/,
  /^dist\/third-party-notices\.txt$/,
  /^media\/(icon\.png|walkthrough\/[\w-]+\.(md|svg|png))$/,
  /^samples\/[\w.]+$/,
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
];

describe('the package', () => {
  before(async function () {
    this.timeout(600_000);
    await createVSIX({ packagePath: vsix, dependencies: false });
  });

  it('is smaller than 1 MB', () => {
    const { size } = statSync(vsix);
    assert.ok(size < limit, `${size} bytes`);
  });

  it('holds what runs, the samples and the notices, and nothing else', async () => {
    const files = await listFiles({ dependencies: false });
    assert.deepEqual(
      files.filter(file => !allowed.some(pattern => pattern.test(file))),
      [],
    );
    for (const entry of [manifest.main, manifest.browser, manifest.icon]) {
      assert.ok(files.includes(entry.replace(/^\.\//, '')), entry);
    }
  });

  it('names every package that is bundled, with its licence', () => {
    const notices = readFileSync('dist/third-party-notices.txt', 'utf8');
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      const licence = ['LICENSE', 'LICENSE.md', 'license']
        .map(file => `node_modules/${name}/${file}`)
        .find(existsSync);
      assert.ok(notices.includes(`${name} ${version} (MIT)\n`), name);
      assert.ok(notices.includes(readFileSync(licence, 'utf8').trim()), licence);
    }
  });
});
