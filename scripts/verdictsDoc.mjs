// Writes docs/verdicts.md from simulated runs: node scripts/verdictsDoc.mjs (a minute or two)
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const outfile = join('out', `verdicts-doc-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: ['test/simulate/verdictsDocument.ts'],
  bundle: true,
  format: 'esm',
  outfile,
  logLevel: 'error',
});
const { verdictsDocument } = await import(pathToFileURL(outfile).href);
mkdirSync('docs', { recursive: true });
writeFileSync(join('docs', 'verdicts.md'), verdictsDocument());
