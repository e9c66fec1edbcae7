// Writes docs/losses.md from the catalogue and what scripts/coverage.mjs measured: node scripts/lossesDoc.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

const outfile = join('out', `losses-doc-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: ['src/core/catalogue/lossesDocument.ts'],
  bundle: true,
  format: 'esm',
  target: 'node20',
  outfile,
  logLevel: 'error',
  plugins: [buildScript.webAssembly],
});
const { lossesDocument } = await import(pathToFileURL(outfile).href);
mkdirSync('docs', { recursive: true });
const measured = readFileSync(join('scripts', 'coverage', 'measured.md'), 'utf8');
writeFileSync(join('docs', 'losses.md'), `${lossesDocument()}\n${measured}`);
