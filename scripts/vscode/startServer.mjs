import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchServer } from './fetchServer.mjs';

const startLimit = 180_000;
/** Test files are bundles of their own, so what they share hangs on the global object. */
const shared = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (globalThis));
shared[Symbol.for('loss-lens.servers')] ??= new Set();
/** Every server that this process has started. */
const running = /** @type {Set<import('node:child_process').ChildProcess>} */ (
  shared[Symbol.for('loss-lens.servers')]
);

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} settingsFile the machine's settings; the workbench follows changes
 * @property {() => string} log what the server has printed so far
 * @property {() => Promise<void>} stop ends the server with all that it started
 */

/**
 * Starts a VS Code server on a free port, in a process group of its own.
 *
 * @param {{ trustAll?: boolean, settings?: object, env?: NodeJS.ProcessEnv }} [options] `trustAll: false`
 *   leaves workspace trust on, so that folders open in Restricted Mode
 * @returns {Promise<Server>}
 */
export async function startServer({ trustAll = true, settings = {}, env = process.env } = {}) {
  const { node, folder } = await fetchServer();
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'loss-lens-server-'));
  const settingsFile = join(data, 'data/Machine/settings.json');
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify(settings));
  const child = spawn(node, serverArguments(port, data, trustAll), {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const stop = () => stopGroup(child, data);
  endWithThisProcess(child);
  try {
    await new Promise((resolve, reject) => {
      const listen = (/** @type {Buffer} */ chunk) => {
        printed += chunk;
        if (printed.includes('Web UI available')) resolve(undefined);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('error', reject);
      child.on('exit', code => reject(new Error(`The VS Code server ended with code ${code}.`)));
      setTimeout(() => reject(new Error('The VS Code server did not start.')), startLimit).unref();
    });
  } catch (error) {
    await stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${printed}`);
  }
  return { port, settingsFile, log: () => printed, stop };
}

/**
 * @param {number} port
 * @param {string} data
 * @param {boolean} trustAll
 */
function serverArguments(port, data, trustAll) {
  return [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
    // Without it the page ignores extensionDevelopmentPath and extensionTestsPath in silence.
    '--enable-smoke-test-driver',
    ...(trustAll ? ['--disable-workspace-trust'] : []),
  ];
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} data
 */
async function stopGroup(child, data) {
  const ended = new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.once('exit', resolve);
  });
  if (child.pid !== undefined) endGroup(child.pid);
  await ended;
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * A server's group outlives a killed parent unless it is ended on the way out.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithThisProcess(child) {
  if (running.size === 0) {
    process.once('exit', endAll);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  }
  running.add(child);
}

function endAll() {
  for (const { pid, exitCode } of running) {
    if (pid !== undefined && exitCode === null) endGroup(pid);
  }
}

/** @param {number} group */
function endGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}
