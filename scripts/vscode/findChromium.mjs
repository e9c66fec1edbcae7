import { existsSync } from 'node:fs';
import { fetchChromium } from './fetchChromium.mjs';
import { installedBrowsers } from './installedBrowsers.mjs';
import { onPath } from './onPath.mjs';
import { run } from './run.mjs';

/** @typedef {{ executablePath: string, args: string[], env: NodeJS.ProcessEnv }} Chromium */

const commonArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Promise<Chromium> | undefined} */
let found;

/**
 * The Chromium that tests drive, as launch options: on Linux for x64 always the same one, from an npm
 * package; elsewhere an installed one. CHROME_PATH names another.
 *
 * @returns {Promise<Chromium>}
 * @throws one sentence that says what to install
 */
export function findChromium() {
  found ??= firstThatStarts();
  return found;
}

/**
 * Why no Chromium can be driven here.
 *
 * @returns {Promise<string | undefined>} one sentence, or undefined where there is one
 */
export async function noChromium() {
  return findChromium().then(
    () => undefined,
    error => error.message,
  );
}

async function firstThatStarts() {
  for (const candidate of candidates()) {
    const chromium = await candidate();
    if (chromium !== undefined && (await starts(chromium))) {
      return { ...chromium, args: [...commonArguments, ...chromium.args] };
    }
  }
  throw new Error(
    process.env.CHROME_PATH
      ? `CHROME_PATH names ${process.env.CHROME_PATH}, which does not start.`
      : 'No Chromium starts on this machine: install Google Chrome or Chromium and set CHROME_PATH to its executable.',
  );
}

/** @returns {readonly (() => Promise<Chromium | undefined>)[]} */
function candidates() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return [async () => installed(CHROME_PATH)];
  if (process.platform === 'linux' && process.arch === 'x64') return [fromNpm, fromDebian];
  return installedBrowsers().map(path => async () => installed(path));
}

/**
 * @param {string} executablePath
 * @returns {Chromium}
 */
function installed(executablePath) {
  return { executablePath, args: [], env: process.env };
}

/** @param {Chromium} chromium */
async function starts({ executablePath, env }) {
  // A browser on Windows opens a window instead of saying its version.
  if (process.platform === 'win32') return existsSync(executablePath);
  return (await run(executablePath, ['--version'], { quiet: true, env })) === 0;
}

/** @returns {Promise<Chromium | undefined>} undefined where the registry cannot be reached */
async function fromNpm() {
  try {
    return await fetchChromium();
  } catch (error) {
    console.log(`No Chromium from npm: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** @returns {Promise<Chromium | undefined>} undefined unless this is Debian and the user is root */
async function fromDebian() {
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) return undefined;
  console.log("The Chromium from npm does not start: installing Debian's.");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  const path = onPath('chromium');
  return path === undefined ? undefined : installed(path);
}
