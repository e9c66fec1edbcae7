// Writes the menus' `when` clauses into package.json from the table of formats: node scripts/menus.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const outfile = join('out', `menus-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: ['src/host/menuClauses.ts'],
  bundle: true,
  format: 'esm',
  outfile,
  logLevel: 'error',
});
const { menuClauses } = await import(pathToFileURL(outfile).href);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
for (const { menu, command, when } of menuClauses) {
  const entry = manifest.contributes.menus[menu].find(
    (/** @type {{ command: string }} */ one) => one.command === command,
  );
  entry.when = when;
}
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
