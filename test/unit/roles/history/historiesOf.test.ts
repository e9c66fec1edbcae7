import assert from 'node:assert/strict';
import { type History, lineOfValue } from '../../../../src/core/training/history';
import type { Table } from '../../../../src/readers/table';
import { guessHistory } from '../../../../src/roles/history/guessHistory';
import { historiesOf } from '../../../../src/roles/history/historiesOf';
import { tableOf } from './corpusTables';

function csv(name: string, header: string, ...rows: string[]): Table {
  return tableOf(
    name,
    header.split(','),
    rows.map(row => row.split(',')),
  );
}

function read(...tables: Table[]): ReturnType<typeof historiesOf> {
  return historiesOf(
    tables,
    tables.map(table => guessHistory(table) ?? assert.fail(`${table.name} is no history`)),
  );
}

function values(history: History | undefined, name: string): readonly number[] {
  return [...(history?.series.find(series => series.name === name)?.values ?? [])];
}

describe('historiesOf', () => {
  it('reads one file as one run, named after the file', () => {
    const { histories } = read(csv('a.csv', 'epoch,loss,val_loss', '0,1,2', '1,0.5,1'));
    assert.equal(histories.length, 1);
    assert.equal(histories[0]?.name, 'a.csv');
    assert.deepEqual([...(histories[0]?.x.values ?? [])], [0, 1]);
    assert.equal(histories[0]?.lineOf(1), 3);
  });

  it('cuts a log into runs where its epochs start again', () => {
    const rows = ['0,3,3', '1,2,2', '0,5,5', '1,4,4', '2,3,3'];
    const { histories, notes } = read(csv('a.csv', 'epoch,loss,val_loss', ...rows));
    assert.deepEqual(
      histories.map(({ name }) => name),
      ['a.csv, run 1', 'a.csv, run 2'],
    );
    assert.deepEqual(values(histories[1], 'loss'), [5, 4, 3]);
    assert.equal(histories[1]?.lineOf(0), 4);
    assert.match(notes.join(' '), /starts again 1 time/);
  });

  it('knows of every value in which file and on which line it stands, also of files read as one', () => {
    const placesOf = (history: History | undefined): unknown =>
      history?.series.map(series => [...series.rows].map(row => lineOfValue(history, series, row)));
    const runs = read(
      csv('a.csv', 'epoch,loss', '0,3', '1,2'),
      csv('b.csv', 'epoch,loss', '0,4', '1,3'),
    ).histories;
    assert.deepEqual(runs.map(placesOf), [
      [
        [
          { source: 0, line: 2 },
          { source: 0, line: 3 },
        ],
      ],
      [
        [
          { source: 1, line: 2 },
          { source: 1, line: 3 },
        ],
      ],
    ]);
    const [one, ...none] = read(
      csv('imdb_loss.csv', 'epoch,loss', '0,3', '1,2'),
      csv('imdb_val_loss.csv', 'epoch,loss', '1,4', '2,3'),
    ).histories;
    assert.equal(none.length, 0);
    assert.deepEqual(placesOf(one), [
      [
        { source: 0, line: 2 },
        { source: 0, line: 3 },
      ],
      [
        { source: 1, line: 2 },
        { source: 1, line: 3 },
      ],
    ]);
  });

  it('sorts rows that are merely out of order', () => {
    const { histories } = read(
      csv('a.csv', 'epoch,loss,val_loss', '3,0.4,0.6', '1,1,0.9', '2,0.7,0.5'),
    );
    assert.equal(histories.length, 1);
    assert.deepEqual(values(histories[0], 'loss'), [1, 0.7, 0.4]);
    assert.equal(histories[0]?.lineOf(0), 3);
  });

  it('does not take interleaved curves for restarts', () => {
    const rows = ['10,5,', '20,4,', '10,,6', '30,3,', '20,,5'];
    const { histories } = read(csv('a.csv', 'step,train_loss,val_loss', ...rows));
    assert.equal(histories.length, 1);
    assert.deepEqual(values(histories[0], 'val_loss'), [6, 5]);
  });

  it('starts a new run where the header stands again, also without epochs', () => {
    const header = 'train_loss,valid_loss';
    const { histories } = read(csv('a.csv', header, '3,3', '2,2', header, '5,5', '4,4'));
    assert.equal(histories.length, 2);
    assert.deepEqual(values(histories[1], 'train_loss'), [5, 4]);
  });

  it('puts files together that hold one curve of a run each', () => {
    const header = 'Wall time,Step,Value';
    const { histories, notes } = read(
      csv('imdb_loss.csv', header, '100,0,3', '200,1,2'),
      csv('imdb_val_loss.csv', header, '100,0,4', '200,1,3', '300,2,2'),
    );
    assert.equal(histories.length, 1);
    assert.deepEqual(
      histories[0]?.series.map(({ name, split }) => [name, split]),
      [
        ['loss', 'train'],
        ['val_loss', 'validation'],
      ],
    );
    assert.deepEqual([...(histories[0]?.x.values ?? [])], [0, 1, 2]);
    assert.match(notes.join(' '), /read as one run/);
  });

  it('tells equal column names apart by the word that differs in the file names', () => {
    const { histories } = read(
      csv('catboost_learn_error.tsv', 'iter,RMSE', '0,3', '1,2'),
      csv('catboost_test_error.tsv', 'iter,RMSE', '0,4', '1,3'),
    );
    assert.deepEqual(
      histories[0]?.series.map(({ name }) => name),
      ['learn_RMSE', 'test_RMSE'],
    );
  });

  it('keeps complete histories apart and names them by what differs', () => {
    const header = 'epoch,loss,val_loss';
    const { histories } = read(
      csv('run_lr0.1_history.csv', header, '0,1,1', '1,2,2'),
      csv('run_lr0.01_history.csv', header, '0,1,1', '1,2,2'),
    );
    assert.deepEqual(
      histories.map(({ name }) => name),
      ['lr0.1', 'lr0.01'],
    );
  });

  it('names runs of equal file names by the folders that differ', () => {
    const names = (...files: readonly string[]): readonly string[] =>
      read(...files.map(file => csv(file, 'epoch,loss', '0,2', '1,1', '2,1'))).histories.map(
        ({ name }) => name,
      );
    assert.deepEqual(names('lr_0.1/metrics.csv', 'lr_0.01/metrics.csv'), ['lr_0.1', 'lr_0.01']);
    assert.deepEqual(names('a/version_0/metrics.csv', 'b/version_0/metrics.csv'), ['a', 'b']);
    assert.deepEqual(names('a/one.csv', 'b/two.csv'), ['a/one', 'b/two']);
  });

  it('reads the runs of a W&B export from the column names, with their bands', () => {
    const header =
      'Step,a - b - train/loss,a - b - train/loss__MIN,a - b - train/loss__MAX,c - train/loss';
    const { histories } = read(csv('wandb.csv', header, '0,2,1,3,5', '1,1,0.5,2,', '2,,,,4'));
    assert.deepEqual(
      histories.map(({ name }) => name),
      ['a - b', 'c'],
    );
    assert.deepEqual([...(histories[0]?.series[0]?.low ?? [])], [1, 0.5]);
    assert.deepEqual([...(histories[1]?.x.values ?? [])], [0, 2]);
  });

  it('draws standard deviations as bands', () => {
    const header = ',train-logloss-mean,train-logloss-std,test-logloss-mean,test-logloss-std';
    const { histories } = read(csv('cv.csv', header, '0,0.5,0.25,0.6,0.2', '1,0.4,0.125,0.5,0.2'));
    assert.deepEqual(
      histories[0]?.series.map(({ name }) => name),
      ['train-logloss-mean', 'test-logloss-mean'],
    );
    assert.deepEqual([...(histories[0]?.series[0]?.high ?? [])], [0.75, 0.525]);
  });

  it('spreads one row per value out into curves', () => {
    const rows = ['0,loss,1', '0,val_loss,1.2', '1,loss,0.8', '1,val_loss,1'];
    const { histories } = read(csv('long.csv', 'step,metric,value', ...rows));
    assert.deepEqual(values(histories[0], 'loss'), [1, 0.8]);
    assert.deepEqual(values(histories[0], 'val_loss'), [1.2, 1]);
  });

  it('tells runs apart by a run column and training from validation rows by a phase column', () => {
    const runs = read(
      csv('r.csv', 'run,epoch,loss,val_loss', 'a,0,1,1', 'b,0,2,2', 'a,1,0.5,1', 'b,1,1,2'),
    );
    assert.deepEqual(
      runs.histories.map(({ name }) => name),
      ['a', 'b'],
    );
    const phases = read(
      csv('p.csv', 'epoch,phase,loss', '0,train,1', '0,val,2', '1,train,0.5', '1,val,1'),
    );
    assert.deepEqual(
      phases.histories[0]?.series.map(({ name, split }) => [name, split]),
      [
        ['train_loss', 'train'],
        ['val_loss', 'validation'],
      ],
    );
  });

  it('leaves out the row in which a Trainer sums up', () => {
    const header = 'epoch,step,loss,eval_loss,train_runtime,train_loss';
    const { histories } = read(
      csv(
        't.csv',
        header,
        '1,10,0.9,,,',
        '1,10,,1.1,,',
        '2,20,0.5,,,',
        '2,20,,1,,',
        '2,20,,,99,0.7',
      ),
    );
    assert.deepEqual(
      histories[0]?.series.map(({ name }) => name).filter(name => /loss/.test(name)),
      ['loss', 'eval_loss'],
    );
  });

  it('judges bare names by their company', () => {
    const keras = read(
      csv('k.csv', 'epoch,accuracy,loss,val_accuracy,val_loss', '0,0.5,1,0.5,1', '1,0.6,0.9,0.6,1'),
    );
    assert.equal(keras.histories[0]?.series[0]?.split, 'train');
    const fastai = read(
      csv('f.csv', 'epoch,train_loss,valid_loss,accuracy', '0,1,1,0.5', '1,0.9,1,0.6'),
    );
    assert.equal(fastai.histories[0]?.series[2]?.split, 'validation');
  });

  it('says what it found odd', () => {
    const header = 'epoch,train_loss,test_loss,test_acc1,train_acc,mae_fe,f1';
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i},1,1,${50 + i},0.5,0${i % 10}:11,${i < 6 ? '' : '0.5'}`,
    );
    const { notes } = read(csv('odd.csv', header, ...rows));
    const text = notes.join('\n');
    assert.match(text, /test_acc1 count in percent/);
    assert.match(text, /column "mae_fe" holds times/);
    assert.match(text, /f1 starts at epoch 6/);
    assert.match(text, /no validation loss, so test_loss is judged/);
  });

  it('goes on where a log was resumed, and lets its later part count', () => {
    const rows = ['0,5', '10,4', '20,3', '30,9', '20,2', '30,1', '40,0.5'];
    const { histories, notes } = read(csv('a.csv', 'step,loss', ...rows));
    assert.equal(histories.length, 1);
    assert.deepEqual([...histories[0]!.x.values], [0, 10, 20, 30, 40]);
    assert.deepEqual(values(histories[0], 'loss'), [5, 4, 2, 1, 0.5]);
    assert.match(notes.join(' '), /goes back to step 20/);
  });

  it('leaves out a closing line that tells of the best epoch again', () => {
    const rows = ['0,5', '1,4', '2,3', '3,3.5', '4,3.7', '2,3.01'];
    const { histories, notes } = read(csv('a.csv', 'epoch,loss', ...rows));
    assert.deepEqual(values(histories[0], 'loss'), [5, 4, 3, 3.5, 3.7]);
    assert.match(notes.join(' '), /1 row tells of an earlier epoch again/);
  });

  it('reads what two processes wrote of the same steps once, or as two runs', () => {
    const same = read(
      csv('a.csv', 'step,loss', '1,5', '1,5', '2,4', '2,4', '3,2', '3,2', '4,1', '4,1'),
    );
    assert.deepEqual(values(same.histories[0], 'loss'), [5, 4, 2, 1]);
    assert.match(same.notes.join(' '), /4 rows say again/);
    const alike = read(
      csv('a.csv', 'epoch,loss', '1,5', '1,5.1', '2,4', '2,4.1', '3,2', '3,2.1', '4,1', '4,1.1'),
    );
    assert.deepEqual(
      alike.histories.map(one => values(one, 'loss')),
      [
        [5, 4, 2, 1],
        [5.1, 4.1, 2.1, 1.1],
      ],
    );
  });

  it('leaves validation rows that count on their own at their epochs', () => {
    const rows = [
      '1,50,train,3',
      '1,100,train,2',
      '1,9,val,2.5',
      '2,50,train,2',
      '2,100,train,1',
      '2,9,val,1.5',
    ];
    const { histories } = read(csv('a.csv', 'epoch,iter,mode,loss', ...rows));
    const [run] = histories;
    const held = run?.series.find(({ split }) => split === 'validation');
    assert.deepEqual(
      [...(held?.rows ?? [])].map(row => run!.x.values[row]),
      [1, 2],
    );
    assert.deepEqual(values(run, 'train_loss'), [3, 2, 2, 1]);
  });

  it('keeps a NaN that was written, and says that the rows are counted where nothing else is', () => {
    const { histories, notes } = read(csv('a.csv', 'loss,val_loss', '3,nan', '2,nan', '1,nan'));
    assert.deepEqual(values(histories[0], 'val_loss'), [Number.NaN, Number.NaN, Number.NaN]);
    assert.match(notes.join(' '), /drawn over the number of the row/);
  });

  it('names runs by whole words, never by a bare number', () => {
    const names = (...files: readonly string[]): readonly string[] =>
      read(...files.map(file => csv(file, 'epoch,loss', '0,2', '1,1', '2,1'))).histories.map(
        ({ name }) => name,
      );
    assert.deepEqual(names('run_lr1e-2.csv', 'run_lr1e-3.csv'), ['lr1e-2', 'lr1e-3']);
    assert.deepEqual(names('fold_1.csv', 'fold_2.csv'), ['fold_1', 'fold_2']);
    assert.deepEqual(names('exp-adam-lr-0.1.log', 'exp-sgd-lr-0.1.log'), ['adam', 'sgd']);
  });

  it('reads a million steps in linear time', () => {
    const rows = 1_000_000;
    const numbers = new Float64Array(rows).map((_, row) => row);
    const column = (name: string): Table['columns'][number] => ({
      name,
      kind: 'number',
      numbers,
      missing: 0,
      invalid: new Map(),
      percent: false,
      textOf: row => String(row),
    });
    const table: Table = {
      name: 'big.csv',
      format: 'csv',
      bytes: 0,
      rows,
      columns: [column('step'), column('loss')],
      lineOf: row => row + 2,
      problems: [],
    };
    assert.equal(read(table).histories[0]?.series[0]?.values.length, rows);
  });

  it('leaves out a single row at the end that tells of the best iteration again', () => {
    const rows = ['10,3,3', '20,2,2', '30,1,2.5', '20,2,2'];
    const { histories, notes } = read(csv('a.csv', 'iteration,train_loss,val_loss', ...rows));
    assert.deepEqual([...(histories[0]?.x.values ?? [])], [10, 20, 30]);
    assert.match(notes.join(' '), /1 row tells of an earlier iteration again/);
  });
});
