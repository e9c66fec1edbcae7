import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Installs packages into a folder that has nothing to do with this repository's own packages.
 *
 * @param {string} folder
 * @param {readonly string[]} packages with exact versions
 */
export async function npmInstall(folder, packages) {
  console.log(`Fetching ${packages.join(' and ')} from the npm registry.`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npmComplete(folder, packages);
}

/**
 * @param {string} folder a package whose own dependencies are missing
 * @param {readonly string[]} args
 */
export async function npmComplete(folder, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // On Windows npm is a batch file, which only a shell starts.
  const shell = process.platform === 'win32';
  const code = await run('npm', ['install', ...quiet, ...args], { cwd: folder, shell });
  if (code !== 0) throw new Error(`npm install ${args.join(' ')} ended with code ${code}.`);
}
