/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {Readonly<Record<string, number>>} notRun how many tests were not run, by reason
 */

/**
 * The closing lines: what was not run and why, and in the last line what passed and failed.
 *
 * @param {readonly Count[]} counts
 * @returns {{ lines: readonly string[], exitCode: number }}
 */
export function closing(counts) {
  /** @type {Map<string, number>} */
  const reasons = new Map();
  for (const count of counts) {
    for (const [reason, tests] of Object.entries(count.notRun)) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + tests);
    }
  }
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return {
    lines: [
      ...Array.from(reasons, ([reason, tests]) => `not run: ${tests} (${reason})`),
      `${passed} passed, ${failed} failed`,
    ],
    exitCode: failed === 0 && passed > 0 ? 0 : 1,
  };
}
