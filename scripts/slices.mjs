// Measures how often planted groups are found, and how often something is found where there is none:
// node scripts/slices.mjs [TABLES]. Writes docs/slices.md.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const tables = Number(process.argv[2] ?? 40);
const outfile = join('out', `slices-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: ['test/simulate/slicesRun.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'warning',
});
try {
  const { slicesDocument } = await import(pathToFileURL(outfile).href);
  const measured = await slicesDocument(tables);
  const text = `# How often groups are found

Simulated tables of 2000 rows with a group of 2 to 10 % of them whose mean squared error is so many times that of the
others, beside eleven columns of which three follow its cause. \`node scripts/slices.mjs ${tables}\` writes this page. A group
counts as found when its columns are named, no other, and the rows agree by 0.8 (Jaccard); the last column counts any
group. A group of 2 % leaves 20 rows to find it on and 20 to confirm it.

${measured}`;
  writeFileSync('docs/slices.md', text);
} finally {
  rmSync(outfile, { force: true });
}
