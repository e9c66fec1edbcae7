import { spawn } from 'node:child_process';

/**
 * Runs a command with its output on the terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options]
 * @returns {Promise<number>} the exit code; 127 when the command cannot be started
 */
export function run(command, args, { cwd, env, quiet = false, shell = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: quiet ? 'ignore' : 'inherit',
      shell,
    });
    child.on('error', () => resolve(127));
    child.on('close', code => resolve(code ?? 1));
  });
}
