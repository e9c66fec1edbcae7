// Measures how often findings are false alarms on clean tables and writes docs/findings: node scripts/findingsDoc.mjs [TABLES]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';
import { cleanTables } from './findings/cleanTables.mjs';

const outfile = join('out', `findings-doc-${process.pid}.mjs`);
await esbuild.build({
  stdin: {
    contents: `export { modelSamplesOf } from './src/core/samples/modelSamplesOf';
      export { evaluate } from './src/core/report/evaluate';
      export { findings } from './src/core/findings/findings';
      export { withWords } from './src/core/findings/findingWords';
      export { findingGuide } from './src/core/findings/findingGuide';
      export { defaultParameters } from './src/shared/metricId';
      export { modelFindingIds, dataFindingIds } from './src/shared/findingId';`,
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  plugins: [buildScript.webAssembly],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'error',
});
const core = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const tables = Number(process.argv[2] ?? 100);

/** Ids of what is found in one clean table. */
function foundIn(samples) {
  const { models } = core.modelSamplesOf(samples);
  const parameters = core.defaultParameters;
  const { lineOf } = samples;
  const data = { models, samples, parameters, lineOf };
  const reports = core.evaluate(models, { parameters, worst: 0, lineOf });
  return core.findings(data, reports).map(({ id }) => id);
}

const counts = new Map();
let [all, alarmed] = [0, 0];
for (const make of Object.values(cleanTables)) {
  for (let seed = 1; seed <= tables; seed++) {
    const found = foundIn(make(seed));
    all += 1;
    alarmed += Number(found.length > 0);
    for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}

const percent = count => `${((100 * count) / all).toFixed(2)} %`;
const measuredIds = new Set([...core.modelFindingIds, ...core.dataFindingIds]);

function pageOf(id, { detected, matters, advice }) {
  const { title } = core.withWords({ id, text: 'A finding.', evidence: {} });
  const alarms = measuredIds.has(id)
    ? `\n## False alarms\n\nIn ${counts.get(id) ?? 0} of ${all} clean tables (${percent(counts.get(id) ?? 0)}), as \`node scripts/findingsDoc.mjs\` measures: ${Object.keys(cleanTables).join(', ')}; ${tables} seeds each. Any finding at all: ${percent(alarmed)}.\n`
    : '';
  return `# ${title}

\`${id}\`

## How it is detected

${detected}

## Why it matters

${matters}

## What to do

${advice}
${alarms}
## To hear no more of it

Add \`"${id}"\` to the setting \`lossLens.mutedFindings\`.
`;
}

const folder = join('docs', 'findings');
mkdirSync(folder, { recursive: true });
for (const [id, guide] of Object.entries(core.findingGuide)) {
  writeFileSync(join(folder, `${id}.md`), pageOf(id, guide));
}
console.log(`${alarmed} of ${all} clean tables with a finding`, Object.fromEntries(counts));
