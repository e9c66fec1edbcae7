// Writes docs/losses.md from the catalogue, what scripts/coverage.mjs measured and the names in libraries:
// node scripts/lossesDoc.mjs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

/** @param {string} module a module whose one function writes a document */
async function written(module) {
  const outfile = join('out', `losses-doc-${process.pid}.mjs`);
  await esbuild.build({
    entryPoints: [module],
    bundle: true,
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'error',
    plugins: [buildScript.webAssembly],
  });
  const [write] = Object.values(await import(`${pathToFileURL(outfile).href}?${module}`));
  rmSync(outfile);
  return write();
}

mkdirSync('docs', { recursive: true });
const parts = [
  await written('src/core/catalogue/lossesDocument.ts'),
  readFileSync(join('scripts', 'coverage', 'measured.md'), 'utf8'),
  await written('src/names/losses/namesDocument.ts'),
];
writeFileSync('docs/losses.md', parts.join('\n'));
