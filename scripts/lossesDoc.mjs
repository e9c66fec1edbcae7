// Writes docs/losses.md from the catalogue: node scripts/lossesDoc.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';

const outfile = join('out', `losses-doc-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: ['src/core/catalogue/lossesDocument.ts'],
  bundle: true,
  format: 'esm',
  outfile,
  logLevel: 'error',
  plugins: [buildScript.webAssembly],
});
const { lossesDocument } = await import(pathToFileURL(outfile).href);
mkdirSync('docs', { recursive: true });
writeFileSync(join('docs', 'losses.md'), lossesDocument());
