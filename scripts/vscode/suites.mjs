import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import esbuild from 'esbuild';
import buildScript from '../../esbuild.js';
import { downloadDesktop } from './desktop.mjs';
import { run } from './run.mjs';

const mocha = 'node_modules/mocha/bin/mocha.js';
const reporter = resolve('scripts/countingReporter.cjs');

/** @typedef {{ passed: number, failed: number, notRun: number }} Count */

/**
 * Runs a suite that leaves its counts in a file; one that breaks off counts as a failure.
 *
 * @param {string} suite
 * @param {(env: NodeJS.ProcessEnv) => Promise<boolean>} start whether the suite ended well
 * @returns {Promise<Count>}
 */
async function counted(suite, start) {
  const file = resolve(join('out/results', `${suite}.json`));
  mkdirSync('out/results', { recursive: true });
  rmSync(file, { force: true });
  const ok = await start({ ...process.env, LOSS_LENS_RESULTS: file, LOSS_LENS_ROOT: resolve('.') });
  const count = readCount(file);
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {string} file
 * @returns {Count}
 */
function readCount(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, notRun: 0 };
  }
}

/** The unit and golden tests, as package.json lists them for mocha. */
export async function unitSuite() {
  return counted('unit', async env => {
    if ((await run(process.execPath, ['esbuild.js', '--tests'])) !== 0) return false;
    return (await run(process.execPath, [mocha], { env })) === 0;
  });
}

/** The tests that run inside the extension host of a real VS Code. */
export async function hostSuite() {
  return counted('host', async env => {
    await bundle('host');
    return runInHost(env);
  });
}

/** The tests that drive the page alone in a browser. */
export async function pageSuite() {
  return counted('page', env => drives('test/page', env));
}

/** The tests that drive the workbench as a person does. */
export async function workbenchSuite() {
  return counted('workbench', async env => {
    await bundle('workbench');
    return drives('out/vscode/workbench', env);
  });
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether all tests of the folder passed
 */
async function drives(folder, env) {
  const strict = ['--no-config', '--no-package', '--fail-zero', '--forbid-only'];
  const style = ['--reporter', reporter, '--reporter-option', 'style=Spec'];
  const files = ['--timeout', '120000', '--recursive', `${folder}/**/*.test.{js,mjs}`];
  return (await run(process.execPath, [mocha, ...strict, ...style, ...files], { env })) === 0;
}

/** @param {'host' | 'workbench'} suite */
async function bundle(suite) {
  const { alias, ...options } = buildScript.testBundle(
    [`test/vscode/${suite}/**/*.ts`],
    `out/vscode/${suite}`,
  );
  await esbuild.build({ ...options, outbase: `test/vscode/${suite}` });
}

/** @param {NodeJS.ProcessEnv} env */
async function runInHost(env) {
  const standIn = resolve('scripts/vscode/standIn.mjs');
  try {
    await runTests({
      vscodeExecutablePath: (await downloadDesktop()) ?? standIn,
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: resolve('out/vscode/host/index.js'),
      extensionTestsEnv: env,
      launchArgs: [resolve('samples')],
    });
    return true;
  } catch (error) {
    console.error(String(error));
    return false;
  }
}

/**
 * Prints the closing lines and sets the exit code.
 *
 * @param {readonly Count[]} counts
 */
export function close(counts) {
  const total = (/** @type {keyof Count} */ key) =>
    counts.reduce((sum, count) => sum + (count[key] ?? 0), 0);
  if (total('notRun') > 0) {
    console.log(`${total('notRun')} golden files were not run: the corpus is not there.`);
  }
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
}
