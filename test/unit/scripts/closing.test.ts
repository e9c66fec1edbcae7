import assert from 'node:assert/strict';
import { closing } from '../../../scripts/vscode/closing.mjs';

const fine = { passed: 3, failed: 0, notRun: {} };

describe('closing', () => {
  it('sums up the suites in its last line', () => {
    const { lines, exitCode } = closing([fine, { passed: 2, failed: 0, notRun: {} }]);
    assert.deepEqual(lines, ['5 passed, 0 failed']);
    assert.equal(exitCode, 0);
  });

  it('says before it how many tests were not run, one line for each reason', () => {
    const { lines, exitCode } = closing([
      { passed: 1, failed: 0, notRun: { 'no corpus': 2, 'no Python': 1 } },
      { passed: 1, failed: 0, notRun: { 'no corpus': 3 } },
    ]);
    assert.deepEqual(lines, [
      'not run: 5 (no corpus)',
      'not run: 1 (no Python)',
      '2 passed, 0 failed',
    ]);
    assert.equal(exitCode, 0);
  });

  it('fails when one test failed, and when none ran', () => {
    assert.equal(closing([fine, { passed: 9, failed: 1, notRun: {} }]).exitCode, 1);
    assert.equal(closing([{ passed: 0, failed: 0, notRun: { 'no browser': 1 } }]).exitCode, 1);
  });
});
