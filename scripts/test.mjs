// The whole proof: types, lint, build, unit and golden tests, and the suites in a browser and in a real VS Code.
// A step that fails counts as one failed test, and the last line sums up all suites.
import { noChromium } from './vscode/findChromium.mjs';
import { run } from './vscode/run.mjs';
import { runSuites } from './vscode/runSuites.mjs';
import { host, page, shipped, sql, unit, workbench } from './vscode/suites.mjs';

const node = (/** @type {string[]} */ ...args) => run(process.execPath, args);

/** Each says what is wrong by itself and returns whether all is well. */
const steps = {
  typecheck: async () => (await node('node_modules/typescript/bin/tsc', '-b')) === 0,
  lint: async () => (await node('node_modules/@biomejs/biome/bin/biome', 'ci', '.')) === 0,
  build: async () => (await node('esbuild.js')) === 0,
  browser: async () => {
    const problem = await noChromium();
    if (problem !== undefined) console.log(problem);
    return problem === undefined;
  },
};

let failed = 0;
for (const [name, isWell] of Object.entries(steps)) {
  console.log(`\n${name}`);
  if (!(await isWell())) failed++;
}
await runSuites([unit, sql, shipped, page, host, workbench], failed);
