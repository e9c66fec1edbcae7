import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs every test file beside this module inside the extension host; VS Code calls it. */
export function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 120_000,
    reporter: join(process.env.LOSS_LENS_ROOT ?? '', 'scripts/countingReporter.cjs'),
    reporterOptions: { style: 'Spec' },
  });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  return new Promise((done, fail) => {
    mocha.run(failures => {
      if (failures === 0) done();
      else fail(new Error(`${failures} tests failed.`));
    });
  });
}
