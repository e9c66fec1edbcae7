// The statements of SQL: in the engines that npm has, and read by the grammars of the others.
import { resolve } from 'node:path';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';
import { run } from './vscode/run.mjs';
import { runSuites } from './vscode/runSuites.mjs';
import { sql } from './vscode/suites.mjs';

/** @type {import('./vscode/suites.mjs').Suite} */
const grammars = {
  name: 'grammars',
  async start(options) {
    const install = ['ci', '--prefix', 'test/sql/more', '--no-audit', '--no-fund'];
    await run('npm', install, { ...options, shell: process.platform === 'win32' });
    const { alias, ...bundled } = buildScript.testBundle(
      ['test/sql/more/*.test.ts'],
      'out/sqlGrammars',
    );
    await esbuild.build({ ...bundled, outbase: 'test/sql/more' });
    const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--no-package', '--fail-zero'];
    const reporter = ['--reporter', resolve('scripts/countingReporter.cjs')];
    const style = ['--reporter-option', 'style=Spec', 'out/sqlGrammars/**/*.test.js'];
    return (await run(process.execPath, [...mocha, ...reporter, ...style], options)) === 0;
  },
};

/** The engines of the tests and ClickHouse, which is too large for them. @type {import('./vscode/suites.mjs').Suite} */
const engines = {
  name: 'sql',
  start: options => sql.start({ ...options, env: { ...options.env, LOSS_LENS_SQL_MORE: 'yes' } }),
};

await runSuites([grammars, engines]);
