import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const limit = 1_000_000;
const vsix = 'out/loss-lens.vsix';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What may be shipped; everything else in the repository is for those who work on it. */
const allowed = [
  /^dist\/[A-Za-z]+\.(js|css)$/,
  /^dist\/third-party-notices\.txt$/,
  /^media\/(icon\.png|walkthrough\/[\w-]+\.(md|svg|png))$/,
  /^samples\/[\w.]+$/,
  /^docs\/findings\/[\w-]+\.md$/,
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
];

/** The dependencies that a source imports for more than their types. */
function bundledPackages() {
  const sources = readdirSync('src', { recursive: true })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => readFileSync(join('src', file), 'utf8'));
  return Object.keys(manifest.dependencies).filter(name =>
    sources.some(text =>
      new RegExp(`^(?:import (?!type)|\\} )[^;]*from '${name}[/']`, 'm').test(text),
    ),
  );
}

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
    const files = await listFiles({ packageManager: PackageManager.None });
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
    const names = bundledPackages();
    assert.ok(names.length >= 3, names.join(', '));
    for (const name of names) {
      const folder = `node_modules/${name}`;
      const licence = readdirSync(folder).find(file => /^licence|^license/i.test(file));
      assert.ok(notices.includes(`${name} ${manifest.dependencies[name]} (MIT)\n`), name);
      assert.ok(notices.includes(readFileSync(`${folder}/${licence}`, 'utf8').trim()), name);
    }
  });
});
