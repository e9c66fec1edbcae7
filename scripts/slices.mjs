// Measures how often planted groups are found, and how often something is found where there is none:
// node scripts/slices.mjs [TABLES] [HEALTHY] [RATIO,RATIO,...]. Writes docs/slices.md.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const tables = Number(process.argv[2] ?? 40);
const healthy = Number(process.argv[3] ?? 200);
const ratios = (process.argv[4] ?? '2,3,5').split(',').map(Number);
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
  const measured = await slicesDocument(tables, healthy, ratios);
  const command = ['node scripts/slices.mjs', tables, healthy, ratios].join(' ');
  const text = `# How often groups are found

Simulated tables of 2000 rows with a group of 2 to 10 % of them whose mean squared error is so many times that of the
others, beside eleven columns of which three follow its cause. \`${command}\` writes this page: ${tables} tables for
each kind of group, ${tables * 5} for a line, ${healthy} for a line without a group. A group counts as found when its columns are
named, no other, and the rows agree by 0.8 (Jaccard); the last column counts any group. A group of 2 % leaves 20 rows
to find it on and 20 to confirm it. Of Laplace errors, and of Student's with three degrees of freedom, a row says half
as much about their scale as of normal ones: three times the loss is there what 2.2 times is among normal errors.

${measured}`;
  writeFileSync('docs/slices.md', text);
} finally {
  rmSync(outfile, { force: true });
}
