import { deepEqual, equal, ok } from 'node:assert/strict';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import { isFoldName } from '../../../../src/roles/parts/foldColumn';
import type { RoleChoices } from '../../../../src/shared/roleChoices';
import { bytesOnly } from '../../../support/bytesOnly';

async function reportOf(lines: readonly string[], choices: RoleChoices = {}) {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const engine = inProcessEngine(bytesOnly);
  return (await engine.inspect([{ kind: 'bytes', name: 'oof.csv', bytes }], { choices })).report;
}

/** Out-of-fold predictions of targets 10: errors 1 in two rows, 2 in four, 3 in two. */
const errors = [1, 2, 2, 3, 1, 2, 2, 3];
const rows = (header: string, foldOf: (row: number) => string) => [
  `id,y_true,y_pred,${header}`,
  ...errors.map((error, i) => `${i},${10 + i},${10 + i + error},${foldOf(i)}`),
];

describe('a column of folds in one file', () => {
  it('gives the pooled loss, each fold and the mean over folds with its spread', async () => {
    const report = await reportOf(rows('fold', i => `${errors[i]! - 1}`));
    const [pooled, ...folds] = report.models;
    equal(pooled!.fold, null);
    // (2 * 1 + 4 * 4 + 2 * 9) / 8
    equal(pooled!.values.mse, 4.5);
    deepEqual(
      folds.map(({ fold, values, n }) => [fold, values.mse, n]),
      [
        ['0', 1, 2],
        ['1', 4, 4],
        ['2', 9, 2],
      ],
    );
    // Mean of 1, 4 and 9; the squares of their distances sum up to 98 / 3.
    const { mean, deviation } = pooled!.overFolds!.mse!;
    ok(Math.abs(mean - 14 / 3) < 1e-12);
    ok(Math.abs(deviation - Math.sqrt(98 / 6)) < 1e-12);
    ok(report.notes.some(note => /^y_pred over 3 folds: .*all rows pooled\.$/.test(note)));
  });

  it('may hold names', async () => {
    const report = await reportOf(rows('cv_fold', i => (i % 2 === 0 ? 'fold_a' : 'fold_b')));
    deepEqual(
      report.models.map(({ fold }) => fold),
      [null, 'fold_a', 'fold_b'],
    );
  });

  it('is none where it counts rows, is broken, lacks values or is the only one of its kind', async () => {
    for (const foldOf of [
      (i: number) => `${i}`,
      (i: number) => `${i % 2}.5`,
      (i: number) => (i === 3 ? '' : `${i % 2}`),
      () => '1',
    ]) {
      const { models } = await reportOf(rows('fold', foldOf));
      deepEqual(
        models.map(({ fold }) => fold),
        [undefined],
        foldOf(1),
      );
    }
  });

  it('is none beside another, beside splits, and of a group', async () => {
    const two = await reportOf(rows('outer_fold,inner_fold', i => `${i % 2},${i % 4}`));
    equal(two.models.length, 1);
    const split = await reportOf(rows('fold,split', i => `${i % 2},${i < 4 ? 'train' : 'test'}`));
    ok(split.models.every(({ fold }) => fold === undefined));
    const scope = [{ column: 'fold', is: '1' }] as const;
    const part = await reportOf(
      rows('fold', i => `${i % 2}`),
      { scope },
    );
    deepEqual(
      part.models.map(({ n, fold }) => [n, fold]),
      [[4, undefined]],
    );
  });

  it('is known by its name alone', () => {
    for (const name of ['fold', 'Fold', 'cv_fold', 'fold_id', 'kfold', 'foldIndex']) {
      ok(isFoldName(name), name);
    }
    for (const name of ['folder', 'unfolded', 'mean_over_folds', 'manifold']) {
      ok(!isFoldName(name), name);
    }
  });
});
