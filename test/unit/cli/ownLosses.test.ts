import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run';
import type { LossReport } from '../../../src/shared/lossReport';

describe('--loss', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loss-lens-own-'));
    file = join(folder, 'a.csv');
    await writeFile(file, 'y_true,y_pred,price\n1,3,10\n5,4,2\n2,2,7\n');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const inspected = (...args: readonly string[]) => run(['inspect', file, ...args]);

  it('adds losses under the names they were given', async () => {
    const late = 'late=abs(error) * (error < 0 ? 5 : 1)';
    const { stdout, exitCode } = await inspected(
      '--json',
      '--loss',
      late,
      '--loss',
      'paid=price * error',
    );
    equal(exitCode, 0);
    const { values } = (JSON.parse(stdout) as LossReport).models[0]!;
    const named = values as Readonly<Record<string, number>>;
    deepEqual([named['late'], named['paid']], [7 / 3, 6]);
    match((await inspected('--loss', late)).stdout, /late +2\.33333/);
  });

  const refused: Readonly<Record<string, RegExp>> = {
    late: /--loss takes NAME=FORMULA, not "late"/,
    'mse=error': /mse is the name of a loss that is there already/,
    'a b=error': /the name of a loss is a word/,
    'late=abs(error * 2':
      /--loss late, column 14: the formula ends where \) is missing\.\nabs\(error \* 2\n {13}\^/,
    'late=cost * 2': /--loss late, column 1: there is no column "cost"\.\ncost \* 2\n\^/,
    'late=process.exit()': /--loss late, column 8: \. means nothing in a formula\./,
  };
  for (const [value, text] of Object.entries(refused)) {
    it(`refuses ${value} and marks the place`, async () => {
      const { exitCode, stderr, stdout } = await inspected('--loss', value);
      deepEqual([exitCode, stdout], [2, '']);
      match(stderr, text);
    });
  }
});
