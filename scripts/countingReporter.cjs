const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/**
 * Prints like mocha's own reporter that the option `style` names (`Dot` by default), says how many tests were
 * not run and why, and leaves the counts as JSON in the file that LOSS_LENS_RESULTS names.
 * A test that skips itself without a reason has failed.
 */
module.exports = class CountingReporter {
  constructor(runner, options) {
    new reporters[options.reporterOption?.style ?? 'Dot'](runner, options);
    const notRun = {};
    runner.on('pending', test => {
      if (test.notRun === undefined) {
        runner.fail(test, new Error('The test skips itself and gives no reason.'), true);
      } else {
        notRun[test.notRun] = (notRun[test.notRun] ?? 0) + 1;
      }
    });
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      for (const [reason, count] of Object.entries(notRun)) {
        console.log(`not run: ${count} (${reason})`);
      }
      const file = process.env.LOSS_LENS_RESULTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, notRun }));
    });
  }
};
