import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { closing } from './closing.mjs';

/** No machine on which the suites are of use needs longer for all of them. */
const limitMinutes = Number(process.env.LOSS_LENS_TEST_MINUTES ?? 60);

/**
 * Runs suites one after the other, prints the closing lines and sets the exit code.
 *
 * @param {readonly import('./suites.mjs').Suite[]} suites
 * @param {number} [failed] how many steps before them failed
 */
export async function runSuites(suites, failed = 0) {
  const limit = AbortSignal.timeout(limitMinutes * 60_000);
  const counts = [{ passed: 0, failed, notRun: {} }];
  for (const suite of suites) counts.push(await count(suite, limit));
  const { lines, exitCode } = closing(counts);
  for (const line of lines) console.log(line);
  process.exitCode = exitCode;
}

/**
 * Runs a suite; one that breaks off or does not end counts as a failure.
 *
 * @param {import('./suites.mjs').Suite} suite
 * @param {AbortSignal} signal
 * @returns {Promise<import('./closing.mjs').Count>}
 */
async function count(suite, signal) {
  const reason = signal.aborted ? 'the time limit was over' : await suite.missing?.();
  if (reason !== undefined) return { passed: 0, failed: 0, notRun: { [reason]: 1 } };
  const file = resolve('out/results', `${suite.name}.json`);
  mkdirSync('out/results', { recursive: true });
  rmSync(file, { force: true });
  const env = { ...process.env, LOSS_LENS_RESULTS: file, LOSS_LENS_ROOT: resolve('.') };
  console.log(`\n${suite.name}`);
  const ok = await suite.start({ env, signal });
  if (signal.aborted) {
    console.log(`The suite "${suite.name}" did not end within ${limitMinutes} minutes.`);
  }
  const counts = readCount(file);
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} file
 * @returns {import('./closing.mjs').Count}
 */
function readCount(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, notRun: {} };
  }
}
