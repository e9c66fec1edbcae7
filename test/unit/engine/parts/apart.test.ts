import { deepEqual, equal, ok } from 'node:assert/strict';
import type { SourceRef } from '../../../../src/engine/engine';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../../src/engine/node/nodeEnvironment';
import type { Inspection } from '../../../../src/shared/protocol/inspection';
import type { RoleChoices } from '../../../../src/shared/roleChoices';
import { seededRandom } from '../../../support/seededRandom';

const encoder = new TextEncoder();

describe('files that are no parts', () => {
  it('are runs when they are training histories, whatever their names count', async () => {
    const history = (start: number) =>
      `epoch,loss,val_loss\n${[0, 1, 2, 3].map(i => `${i},${start - i / 5},${start - i / 6}`).join('\n')}\n`;
    const { report } = await inspect({
      'metrics_rank0.csv': history(2),
      'metrics_rank1.csv': history(3),
    });
    equal(report.task, 'training');
    equal(report.runs.length, 2);
  });

  it('are compared when they hold the same rows, by their ids', async () => {
    const { report } = await inspect({ 'part-0.csv': rows(1, 0), 'part-1.csv': rows(2, 0) });
    deepEqual(
      report.models.map(({ n }) => n),
      [40, 40],
    );
    ok(report.notes.some(note => note.includes('hold the same rows')));
  });

  it('are compared when they hold the same targets and their ids are row numbers', async () => {
    const { report } = await inspect({
      'p_rank0.csv': rows(1, 0, 0, 5),
      'p_rank1.csv': rows(2, 0, 0, 5),
    });
    equal(report.models.length, 2);
  });

  it('are parts when their row numbers begin anew with other targets', async () => {
    const { report } = await inspect({
      'p_rank0.csv': rows(1, 0, 0, 5),
      'p_rank1.csv': rows(2, 0, 0, 6),
    });
    deepEqual(
      report.models.map(({ n }) => n),
      [80],
    );
  });

  it('are models of their own with numbers of models', async () => {
    const { report } = await inspect({ 'model_1.csv': rows(1, 0), 'model_2.csv': rows(2, 0) });
    equal(report.models.length, 2);
  });

  it('are splits with names of splits', async () => {
    const { report } = await inspect({
      'preds_train.csv': rows(1, 0),
      'preds_val.csv': rows(2, 100),
      'preds_test.csv': rows(3, 200),
    });
    deepEqual(
      report.models.map(({ split, n }) => [split, n]),
      [
        ['test', 40],
        ['train', 40],
        ['val', 40],
      ],
    );
  });

  it('stay apart as a training and a test file of which one lacks the target', async () => {
    const { report } = await inspect({
      'data_train.csv': rows(1, 0),
      'data_test.csv': rows(1, 0)
        .replaceAll(/^(\d+),[^,]+,/gm, '$1,')
        .replace('y_true,', ''),
    });
    ok(!report.notes.some(note => note.includes('parts of one table')));
  });

  it('are folds with the pooled loss, each fold and the mean over folds', async () => {
    const fold = (errors: readonly number[]) =>
      `id,y_true,y_pred\n${errors.map((error, i) => `${1000 * errors[0]! + i * 7},10,${10 + error}`).join('\n')}\n`;
    const { report } = await inspect({
      'oof_fold0.csv': fold([1, 1]),
      'oof_fold1.csv': fold([2, 2, 2, 2]),
      'oof_fold2.csv': fold([3, 3]),
    });
    const [pooled, ...folds] = report.models;
    // (2 * 1 + 4 * 4 + 2 * 9) / 8
    equal(pooled!.values.mse, 4.5);
    equal(pooled!.fold, null);
    deepEqual(
      folds.map(({ fold: of, values, n }) => [of, values.mse, n]),
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
  });

  it('leave open what numbers alone count, and ask', async () => {
    const { doubt, report } = await inspect({ 'p_1.csv': rows(1, 500), 'p_2.csv': rows(2, 0) });
    deepEqual(
      doubt?.options.map(({ choices }) => choices.parts),
      [true, false],
    );
    equal(report.models[0]?.n, 80);
  });

  it('are compared with open names when their few targets are the same', async () => {
    const few = (last: number) => `y_true,y_pred\n0,0.2\n1,0.9\n1,${last}\n`;
    const { doubt, report } = await inspect({ 'p_1.csv': few(0.8), 'p_2.csv': few(0.4) });
    equal(doubt?.options.some(({ choices }) => choices.parts !== undefined) ?? false, false);
    deepEqual(
      report.models.map(({ n }) => n),
      [3, 3],
    );
  });

  it('are parts without a question when their ids go on counting', async () => {
    const { doubt, report } = await inspect({ 'p_1.csv': rows(1, 0), 'p_2.csv': rows(2, 40) });
    equal(doubt, null);
    equal(report.models[0]?.n, 80);
  });

  it('are parts when somebody says so', async () => {
    const { report } = await inspect(
      { 'north.csv': rows(1, 0), 'south.csv': rows(2, 100) },
      { parts: true },
    );
    deepEqual(
      report.sources.map(({ name }) => name),
      ['north.csv', 'south.csv'],
    );
    equal(report.models[0]?.n, 80);
  });

  it('keeps the shards of two models together, and the models apart', async () => {
    const { report } = await inspect({
      'a/part-0.csv': rows(1, 0),
      'a/part-1.csv': rows(1, 40),
      'b/part-0.csv': rows(2, 0),
      'b/part-1.csv': rows(2, 40),
    });
    deepEqual(
      report.models.map(({ n }) => n),
      [80, 80],
    );
  });

  it('takes the values of folders for columns', async () => {
    const { columns, report } = await inspect({
      'day=2024-05-01/region=eu/p.csv': rows(1, 0),
      'day=2024-05-02/region=us/p.csv': rows(2, 40),
    });
    equal(report.models[0]?.n, 80);
    ok(['day', 'region'].every(name => columns.some(column => column.name === name)));
  });

  it('says that a part was copied', async () => {
    const { report } = await inspect({
      'part-0.csv': rows(1, 0),
      'part-1.csv': rows(2, 40),
      'part-2.csv': rows(1, 0),
    });
    ok(report.notes.includes('part-2.csv holds the same rows as part-0.csv: they count twice.'));
  });

  it('says that rows of some ranks fill up the last batch of others', async () => {
    const { report } = await inspect({
      'p_rank0.csv': `${rows(1, 0)}900,1,1\n`,
      'p_rank1.csv': `${rows(2, 40)}2,1,1\n`,
    });
    ok(report.notes.some(note => note.startsWith('1 row of p_rank*.csv has an id of earlier')));
  });

  it('are left out beside folds when they predict other rows and know no target', async () => {
    const test = (seed: number) =>
      rows(seed, 5000)
        .replaceAll(/^(\d+),[^,]+,/gm, '$1,')
        .replace('y_true,', '');
    const { report } = await inspect({
      'oof_fold0.csv': rows(1, 0),
      'oof_fold1.csv': rows(1, 40),
      'test_fold0.csv': test(3),
      'test_fold1.csv': test(4),
    });
    deepEqual(
      report.models.map(({ n, fold }) => [n, fold]),
      [
        [80, null],
        [40, '0'],
        [40, '1'],
      ],
    );
    ok(report.notes.some(note => note.startsWith('Left out, without true values')));
  });

  it('says which parts are not here that the names promise', async () => {
    const { report } = await inspect({
      'p-00000-of-00003.csv': rows(1, 0),
      'p-00002-of-00003.csv': rows(2, 40),
    });
    ok(
      report.notes.some(note =>
        note.includes('Of the 3 parts that the names promise, 1 is not here'),
      ),
    );
  });
});

async function inspect(
  files: Readonly<Record<string, string>>,
  choices: RoleChoices = {},
): Promise<Inspection> {
  const engine = inProcessEngine(nodeEnvironment);
  const refs = Object.entries(files).map(
    ([name, text]): SourceRef => ({ kind: 'bytes', name, bytes: encoder.encode(text) }),
  );
  const inspection = await engine.inspect(refs, { choices });
  engine.dispose();
  return inspection;
}

/** Rows of predictions of one kind of errors, ids from `first`; targets go by the ids and `salt`. */
function rows(errors: number, first: number, count = 40, salt?: number): string {
  const random = seededRandom(errors);
  const target = seededRandom(salt ?? 99 + first);
  const lines = Array.from({ length: count || 40 }, (_, i) => {
    const y = Number((target() * 100).toFixed(3));
    const id = salt === undefined ? (first + i) * 3 + 2 : i;
    return `${id},${y},${(y + random() * errors).toFixed(4)}`;
  });
  return `id,y_true,y_pred\n${lines.join('\n')}\n`;
}
