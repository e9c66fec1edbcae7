import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** How a command is asked to end, from politely to not at all, and how long each may take. */
const requests = /** @type {const} */ ([
  ['SIGINT', 5_000],
  ['SIGTERM', 10_000],
  ['SIGKILL', 0],
]);

/**
 * Runs a command with its output on the terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.quiet]
 * @param {boolean} [options.shell]
 * @param {AbortSignal | undefined} [options.signal] ends the command when it is aborted
 * @returns {Promise<number>} the exit code; 127 when the command cannot be started, 1 when it was ended
 */
export function run(command, args, { cwd, env, quiet = false, shell = false, signal } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: quiet ? 'ignore' : 'inherit',
      shell,
    });
    const end = () => void askToEnd(child);
    signal?.addEventListener('abort', end);
    child.on('error', () => resolve(127));
    child.on('close', code => {
      signal?.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function askToEnd(child) {
  for (const [request, patience] of requests) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(request);
    await new Promise(resolve => setTimeout(resolve, patience).unref());
  }
}

/**
 * What a command prints, without the line breaks at its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 * @throws Error when it does not end well
 */
export async function output(command, args) {
  const { stdout } = await promisify(execFile)(command, args);
  return stdout.trimEnd();
}
