// Makes a release: node scripts/release.mjs VERSION|major|minor|patch [--dry-run]
// Dates the changelog's section "Unreleased", raises the version, packages, commits and tags. With --dry-run it
// says what it would do and changes nothing. Nothing is pushed and nothing published.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { datedChangelog, nextVersion } from './versions.mjs';
import { output, run } from './vscode/run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
});
const isDry = values['dry-run'];

/**
 * @param {string} what
 * @param {() => void | Promise<void>} change
 */
async function step(what, change) {
  console.log(isDry ? `would ${what}` : what);
  if (!isDry) await change();
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function must(command, args) {
  const code = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}.`);
}

/** @param {string} version */
function raiseVersion(version) {
  for (const file of ['package.json', 'package-lock.json']) {
    const content = JSON.parse(readFileSync(file, 'utf8'));
    content.version = version;
    if (content.packages?.[''] !== undefined) content.packages[''].version = version;
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  }
}

async function release() {
  const { version: current } = JSON.parse(readFileSync('package.json', 'utf8'));
  const version = nextVersion(current, positionals[0] ?? 'patch');
  const changelog = datedChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, new Date());
  const status = await output('git', ['status', '--porcelain']);
  if (status !== '' && !isDry) throw new Error('Commit what has changed before a release.');
  const vsix = `loss-lens-${version}.vsix`;
  await step(`set the version to ${version}`, () => raiseVersion(version));
  await step('date the section "Unreleased" of CHANGELOG.md', () =>
    writeFileSync('CHANGELOG.md', changelog),
  );
  await step(`write ${vsix}`, () =>
    must(process.execPath, [
      'node_modules/@vscode/vsce/vsce',
      ...['package', '--no-dependencies', '-o', vsix],
    ]),
  );
  await step(`commit and tag v${version}`, async () => {
    await must('git', ['commit', '--quiet', '--all', '--message', `Release ${version}`]);
    await must('git', ['tag', '--annotate', `v${version}`, '--message', `Loss Lens ${version}`]);
  });
  console.log(`Then push the commit with its tag, and publish ${vsix}.`);
}

try {
  await release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
