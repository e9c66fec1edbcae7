// Writes docs/losses.md from the catalogue, what the golden values say of it and what scripts/coverage.mjs measured: node scripts/lossesDoc.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

const outfile = join('out', `losses-doc-${process.pid}.mjs`);
await esbuild.build({
  stdin: {
    contents: `export { lossesDocument } from './src/core/catalogue/lossesDocument';
      export { agreements } from './test/support/agreement';`,
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outfile,
  logLevel: 'error',
  plugins: [buildScript.webAssembly],
});
const { lossesDocument, agreements } = await import(pathToFileURL(outfile).href);
mkdirSync('docs', { recursive: true });
const measured = readFileSync(join('scripts', 'coverage', 'measured.md'), 'utf8');
writeFileSync(join('docs', 'losses.md'), `${lossesDocument(agreements())}\n${measured}`);
