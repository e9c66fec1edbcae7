import assert from 'node:assert/strict';
import type { Table } from '../../../../src/readers/table';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import { NoTargetError } from '../../../../src/roles/guess/noTargetError';
import { joinTables } from '../../../../src/roles/join/joinTables';
import type { Roles } from '../../../../src/roles/roles';
import { toSamples } from '../../../../src/roles/toSamples';
import { smallTable } from '../../../support/smallTable';

function inspect(tables: readonly Table[]): {
  roles: Roles;
  notes: readonly string[];
  table: Table;
} {
  const { table, notes } = joinTables(tables, {});
  return { roles: guessRoles(table, {}), notes, table };
}

const truth = smallTable({ id: ['a', 'b', 'c', 'd'], label: [1, 0, 1, 0] }, { name: 'truth.csv' });
const measured = [1.5, 2.5, 4.5, 3.5];
const near = [1.7, 2.4, 4.1, 3.9];
const nearer = [1.6, 2.5, 4.4, 3.6];

describe('joinTables', () => {
  it('joins a submission with a truth file by id, whatever the order of the rows', () => {
    const submission = smallTable(
      { id: ['d', 'c', 'b', 'a'], prediction: [0, 1, 1, 1] },
      { name: 'submission.csv' },
    );
    const { roles, notes, table } = inspect([submission, truth]);
    const samples = toSamples(table, roles);
    assert.equal(samples.task, 'binary');
    assert.deepEqual([...samples.target.codes], [0, 1, 0, 1]);
    assert.deepEqual(
      roles.models.map(({ name }) => name),
      ['prediction'],
    );
    assert.deepEqual(notes, ['submission.csv and truth.csv are joined by "id": 4 rows matched.']);
  });

  it('compares ids as texts, but 7 and 7.0 are one id', () => {
    const first = smallTable({ id: [7, 8, 9], y_true: [1.5, 2.5, 3.5] });
    const second = smallTable(
      { id: ['9.0', '7.0', '08'], y_pred: [3.4, 1.4, 2.4] },
      { name: 'p.csv' },
    );
    const { table, notes } = inspect([first, second]);
    assert.deepEqual([...table.columns.at(-1)!.numbers], [1.4, Number.NaN, 3.4]);
    assert.match(
      notes[0]!,
      /2 rows matched; 1 row of small.csv and 1 row of p.csv without a match/,
    );
  });

  it('matches repeated ids in their order and counts those that are left', () => {
    const first = smallTable({ id: ['a', 'a', 'b'], y_true: [1, 2, 3] });
    const second = smallTable(
      { id: ['b', 'b', 'a', 'a'], y_pred: [3.1, 9, 1.1, 2.1] },
      { name: 'p.csv' },
    );
    const { table, notes } = joinTables([first, second], {});
    assert.deepEqual([...table.columns.at(-1)!.numbers], [1.1, 2.1, 3.1]);
    assert.match(notes[0]!, /3 rows matched; 1 repeated row of p.csv left out/);
  });

  it('joins row by row without an id', () => {
    const target = smallTable({ y_true: measured }, { name: 'y_true.npy' });
    const prediction = smallTable({ y_pred: near }, { name: 'y_pred.npy' });
    const { roles, notes } = inspect([prediction, target]);
    assert.equal(roles.target, 'y_true');
    assert.deepEqual(notes, ['y_pred.npy and y_true.npy are joined row by row.']);
  });

  it('refuses files of different length without an id', () => {
    const target = smallTable({ y_true: measured });
    const prediction = smallTable({ y_pred: [1, 2] }, { name: 'p.csv' });
    assert.throws(() => joinTables([target, prediction], {}), {
      message:
        'p.csv: it has 2 rows, small.csv has 4, and no column in common holds the same ids, ' +
        'so their rows cannot be matched',
    });
  });

  it('names models by their files when their columns are called alike', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const { roles, table } = inspect([
      smallTable({ id: ids, value: measured }, { name: 'gold.csv' }),
      smallTable({ id: ids, prediction: near }, { name: 'roberta.csv' }),
      smallTable({ id: ids, prediction: nearer }, { name: 'minilm.csv' }),
    ]);
    assert.equal(roles.target, 'value');
    assert.deepEqual(
      roles.models.map(({ name }) => name),
      ['roberta', 'minilm'],
    );
    assert.equal(toSamples(table, roles).task, 'regression');
  });

  it('takes the column that goes best with the predictions for an unnamed target', () => {
    const gold = smallTable(
      {
        id: ['a', 'b', 'c', 'd'],
        rater: [1, 5, 1, 2],
        average: measured,
        stdev: [0.1, 0.4, 0.2, 0.3],
      },
      { name: 'gold.json' },
    );
    const submission = smallTable(
      { id: ['a', 'b', 'c', 'd'], prediction: near },
      { name: 'p.jsonl' },
    );
    const { roles, notes } = inspect([submission, gold]);
    assert.equal(roles.target, 'average');
    assert.equal(roles.models[0]?.variance, undefined);
    assert.match(notes.join(' '), /"average" of gold.json is taken for the target/);
  });

  it('takes the target of the only file that has one and leaves out its own predictions', () => {
    const pair = smallTable(
      { id: ['a', 'b', 'c', 'd'], prediction: [1, 1, 1, 1], label: [1, 0, 1, 0] },
      { name: 'pair.csv' },
    );
    const submission = smallTable(
      { id: ['b', 'a', 'd', 'c'], prediction: [0, 1, 0, 0] },
      { name: 's.csv' },
    );
    for (const files of [
      [pair, submission],
      [submission, pair],
    ]) {
      const { roles, notes } = inspect(files);
      assert.equal(roles.target, 'label');
      assert.deepEqual(
        roles.models.map(({ name }) => name),
        ['prediction'],
      );
      assert.match(notes.join(' '), /"prediction" of pair.csv left out/);
    }
  });

  it('compares files that share a target and says where the targets differ', () => {
    const one = smallTable({ y_true: measured, y_pred: near }, { name: 'one.csv' });
    const two = smallTable({ y_true: [1.5, 2.5, 4.5, 3.6], y_pred: nearer }, { name: 'two.csv' });
    const { roles, notes } = inspect([one, two]);
    assert.deepEqual(
      roles.models.map(({ name }) => name),
      ['one', 'two'],
    );
    assert.match(notes.join(' '), /target of two.csv differs in 1 row from that of one.csv/);
  });

  it('keeps labels and probabilities of a file together', () => {
    const columns = { y_true: [0, 1, 1, 0], y_pred: [0, 1, 0, 0], y_prob: [0.1, 0.9, 0.4, 0.2] };
    const one = smallTable(columns, { name: 'one.csv' });
    const two = smallTable({ ...columns, y_prob: [0.3, 0.6, 0.2, 0.4] }, { name: 'two.csv' });
    const { roles } = inspect([one, two]);
    assert.deepEqual(roles.models, [
      { name: 'one', prediction: 'one_y_pred', probability: ['one_y_prob'] },
      { name: 'two', prediction: 'two_y_pred', probability: ['two_y_prob'] },
    ]);
  });

  it('refuses to compare files with different targets', () => {
    const one = smallTable({ y_true: measured, y_pred: near }, { name: 'one.csv' });
    const two = smallTable({ y_true: nearer, y_pred: near }, { name: 'two.csv' });
    assert.throws(() => joinTables([one, two], {}), /cannot be compared/);
  });

  it('takes the file whose name says predictions for the predictions when columns are called alike', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'];
    const predictions = smallTable(
      { id: rows, label: [1, 0, 1, 1, 0, 0] },
      { name: 'my_predictions.csv' },
    );
    const labels = smallTable({ id: rows, label: [1, 0, 0, 1, 0, 0] }, { name: 'y_test.csv' });
    const { roles, table } = inspect([predictions, labels]);
    const samples = toSamples(table, roles);
    assert.equal(samples.task, 'binary');
    assert.deepEqual([...samples.target.codes], [1, 0, 0, 1, 0, 0]);
    assert.deepEqual(
      roles.models.map(({ name }) => name),
      ['my_predictions'],
    );
  });

  it('matches by several columns together when no single one is different in each row', () => {
    const keys = { day: ['mon', 'mon', 'tue', 'tue'], place: ['x', 'y', 'x', 'y'] };
    const first = smallTable({ ...keys, observed: measured }, { name: 'truth.csv' });
    const second = smallTable(
      { day: keys.day.toReversed(), place: keys.place.toReversed(), forecast: near.toReversed() },
      { name: 'forecast.csv' },
    );
    const { table, notes } = inspect([first, second]);
    assert.deepEqual([...table.columns.at(-1)!.numbers], near);
    assert.match(notes[0]!, /joined by "day" and "place"/);
  });

  it('says that no file has a target', () => {
    const one = smallTable({ id: ['a', 'b'], prediction: [1.5, 2] });
    assert.throws(() => joinTables([one, one], {}), NoTargetError);
  });

  it('joins hundreds of thousands of rows, whatever their order', () => {
    const rows = 300_000;
    const ids = Array.from({ length: rows }, (_, row) => row);
    const first = smallTable({ id: ids, y_true: ids });
    const second = smallTable(
      { id: ids.toReversed(), y_pred: ids.toReversed() },
      { name: 'p.csv' },
    );
    const { table } = joinTables([first, second], {});
    assert.equal(table.columns.at(-1)!.numbers[rows - 1], rows - 1);
  });

  it('matches ids that lost their leading zeros where no two of them become one', () => {
    const text = ['007', '042', '013', '020'];
    const padded = smallTable({ Id: text, label: [1, 0, 1, 0] }, { name: 'truth.csv' });
    const plain = smallTable(
      { Id: [20, 13, 42, 7], prediction: [0, 1, 1, 1] },
      { name: 'sub.csv' },
    );
    const { notes, table, roles } = inspect([plain, padded]);
    assert.match(notes.join(' '), /joined by "Id" without leading zeros: 4 rows matched/);
    const samples = toSamples(table, roles);
    assert.equal(samples.task, 'binary');
    assert.deepEqual([...samples.target.codes], [0, 1, 0, 1]);
  });
});
