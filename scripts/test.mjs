// The whole proof: types, lint, build, unit and golden tests, and the suites in a real VS Code.
// A step that fails counts as one failed test, and the last line sums up all suites.
import { run } from './vscode/run.mjs';
import { close, hostSuite, pageSuite, unitSuite, workbenchSuite } from './vscode/suites.mjs';

const steps = {
  typecheck: ['npx', 'tsc', '-b'],
  lint: ['npx', 'biome', 'ci', '.'],
  build: [process.execPath, 'esbuild.js'],
};

const counts = [];
for (const [name, [command = '', ...args]] of Object.entries(steps)) {
  console.log(`\n${name}`);
  const failed = (await run(command, args)) === 0 ? 0 : 1;
  counts.push({ passed: 0, failed, notRun: 0 });
}
for (const suite of [unitSuite, pageSuite, hostSuite, workbenchSuite]) counts.push(await suite());
close(counts);
