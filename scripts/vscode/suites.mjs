import { resolve } from 'node:path';
import esbuild from 'esbuild';
import buildScript from '../../esbuild.js';
import { hasDisplay } from './desktop.mjs';
import { hasServer } from './fetchServer.mjs';
import { noChromium } from './findChromium.mjs';
import { run } from './run.mjs';

const mocha = 'node_modules/mocha/bin/mocha.js';
const reporter = resolve('scripts/countingReporter.cjs');
const strict = ['--no-config', '--no-package', '--fail-zero', '--forbid-only'];

/**
 * A group of tests that runs as one command and leaves its counts in a file.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {(options: { env: NodeJS.ProcessEnv, signal: AbortSignal }) => Promise<boolean>} start
 *   whether it ended well
 * @property {() => Promise<string | undefined>} [missing] why it cannot run on this machine
 */

/** The unit and golden tests, as package.json lists them for mocha. @type {Suite} */
export const unit = {
  name: 'unit',
  async start(options) {
    if ((await run(process.execPath, ['esbuild.js', '--tests'], options)) !== 0) return false;
    return (await run(process.execPath, [mocha], options)) === 0;
  },
};

/**
 * The tests that run the statements of SQL in the engines that npm has, whose packages they install beside
 * themselves; those of an engine that cannot be installed count as not run. @type {Suite}
 */
export const sql = {
  name: 'sql',
  async start(options) {
    const install = ['ci', '--prefix', 'test/sql', '--no-audit', '--no-fund', '--fetch-retries=1'];
    await run('npm', install, { ...options, shell: process.platform === 'win32' });
    const { alias, ...bundled } = buildScript.testBundle(['test/sql/*.test.ts'], 'out/sql');
    await esbuild.build({ ...bundled, outbase: 'test/sql' });
    return drive('out/sql', options);
  },
};

/** The tests of what is shipped, which build it first: the suites after this one run it. @type {Suite} */
export const shipped = { name: 'package', start: options => drive('test/package', options) };

/** The tests that drive the page alone in a browser. @type {Suite} */
export const page = {
  name: 'page',
  missing: noChromium,
  start: options => drive('test/page', options),
};

/** The tests that run inside the extension host of a real VS Code. @type {Suite} */
export const host = {
  name: 'host',
  async missing() {
    if (hasServer) return noChromium();
    return hasDisplay() ? undefined : 'there is no display to show VS Code on';
  },
  async start(options) {
    await bundle('host');
    return (await run(process.execPath, ['scripts/vscode/runInHost.mjs'], options)) === 0;
  },
};

/** The tests that drive the workbench as a person does. @type {Suite} */
export const workbench = {
  name: 'workbench',
  async missing() {
    return hasServer ? noChromium() : 'the workbench that is driven is for Linux on x64';
  },
  async start(options) {
    await bundle('workbench');
    return drive('out/vscode/workbench', options);
  },
};

/**
 * @param {string} folder
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<boolean>} whether all tests of the folder passed
 */
async function drive(folder, options) {
  const style = ['--reporter', reporter, '--reporter-option', 'style=Spec'];
  const files = ['--timeout', '300000', '--recursive', `${folder}/**/*.test.{js,mjs}`];
  return (await run(process.execPath, [mocha, ...strict, ...style, ...files], options)) === 0;
}

/**
 * Bundles the tests of `test/vscode/SUITE` into `out/vscode/SUITE`.
 *
 * @param {'host' | 'workbench'} suite
 */
export async function bundle(suite) {
  const { alias, ...options } = buildScript.testBundle(
    [`test/vscode/${suite}/**/*.ts`],
    `out/vscode/${suite}`,
  );
  await esbuild.build({ ...options, outbase: `test/vscode/${suite}` });
}
