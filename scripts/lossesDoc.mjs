// Writes docs/losses.md from the catalogue, what the golden values say of it, what scripts/coverage.mjs measured and
// the names in libraries: node scripts/lossesDoc.mjs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

const outfile = join('out', `losses-doc-${process.pid}.mjs`);
await esbuild.build({
  stdin: {
    contents: `export { lossesDocument } from './src/core/catalogue/lossesDocument';
      export { namesDocument } from './src/names/losses/namesDocument';
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
const { lossesDocument, namesDocument, agreements } = await import(pathToFileURL(outfile).href);
rmSync(outfile);
mkdirSync('docs', { recursive: true });
const measured = readFileSync(join('scripts', 'coverage', 'measured.md'), 'utf8');
const parts = [lossesDocument(agreements()), measured, namesDocument()];
writeFileSync(join('docs', 'losses.md'), parts.join('\n'));
