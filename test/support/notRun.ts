/**
 * Registers a test that cannot run on this machine. The run counts it as not run and names the reason;
 * a test that skips itself without one counts as failed.
 */
export function notRun(title: string, reason: string): void {
  Object.assign(it(title), { notRun: reason });
}
