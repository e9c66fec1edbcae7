// Builds and runs the unit and golden tests whose path contains one of the given words: node scripts/unit.mjs core/sum
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

const words = process.argv.slice(2);
const files = ['test/unit', 'test/golden', 'test/python']
  .flatMap(root => readdirSync(root, { recursive: true }).map(file => `${root}/${file}`))
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.test.ts') && words.some(word => file.includes(word)));
const outdir = join('out', `focus-${process.pid}`);
try {
  await esbuild.build(buildScript.testBundle(files, outdir));
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/mocha/bin/mocha.js',
      '--no-config',
      '--no-package',
      '--fail-zero',
      '--forbid-only',
      '--timeout',
      '120000',
      '--recursive',
      outdir,
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
