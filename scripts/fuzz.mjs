// Builds and runs the fuzz suite: npm run fuzz [-- INPUTS [SEED]], 300,000 inputs by default.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

const outdir = join('out', `fuzz-${process.pid}`);
try {
  await esbuild.build(buildScript.testBundle(['test/fuzz/main.ts'], outdir));
  const main = join(outdir, 'fuzz', 'main.js');
  const run = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
