import assert from 'node:assert/strict';
import { judge } from '../../../../src/core/training/verdict';
import { guessHistory } from '../../../../src/roles/history/guessHistory';
import { historiesOf } from '../../../../src/roles/history/historiesOf';
import { tableOf } from './corpusTables';

const table = (header: string, ...rows: readonly string[]) =>
  tableOf(
    'log.csv',
    header.split(','),
    rows.map(row => row.split(',')),
  );

function read(header: string, ...rows: readonly string[]): ReturnType<typeof historiesOf> {
  const source = table(header, ...rows);
  return historiesOf([source], [guessHistory(source) ?? assert.fail('this is no history')]);
}

describe('what curves are drawn over', () => {
  it('is the learning rate in a search for one, which is no training to be judged', () => {
    const rows = ['1e-7,2.3', '1e-6,2.25', '1e-5,2', '1e-4,1.5', '1e-3,1', '1e-2,1.5', '1e-1,9'];
    const { histories } = read('lr,loss', ...rows);
    assert.equal(histories[0]?.x.name, 'lr');
    assert.deepEqual(
      histories[0]?.series.map(({ name }) => name),
      ['loss'],
    );
    const { verdict, found } = judge(histories[0]!);
    assert.equal(verdict, null);
    assert.match(found.text, /a search for a learning rate .* loss is lowest, 1, at lr 0.001/);
  });

  it('is no learning rate that is only warmed up', () => {
    const rows = ['0.001,2.3,2.4', '0.002,2.1,2.2', '0.003,2,2.1'];
    assert.equal(guessHistory(table('lr,loss,val_loss', ...rows))?.x, null);
  });

  it('is no epoch on which all rows stand', () => {
    const { histories } = read('epoch,loss,val_loss', '0,3,3', '0,2,2', '0,1,1');
    assert.deepEqual([histories.length, histories[0]?.x.name], [1, null]);
  });

  it('goes on from the last batch of an epoch to its own line and to the first batch of the next', () => {
    const rows = ['4,600,8,', '4,660,7,', '4,,,7.5', '5,0,6,', '5,60,5,', '5,,,5.5'];
    const { histories, notes } = read('epoch,batch,loss,epoch_loss', ...rows);
    assert.equal(histories.length, 1);
    assert.deepEqual(notes, []);
    const values = (name: string) => [
      ...(histories[0]?.series.find(one => one.name === name)?.values ?? []),
    ];
    assert.deepEqual(values('loss'), [8, 7, 6, 5]);
    assert.deepEqual(values('epoch_loss'), [7.5, 5.5]);
  });

  it('is nothing in a table with one score of each task after another', () => {
    const rows = ['arc,acc,0.7', ',acc_norm,0.6', 'piqa,acc,0.8', ',acc_norm,0.7', 'boolq,acc,0.9'];
    assert.equal(guessHistory(table('Tasks,Metric,Value', ...rows)), null);
    const course = ['1,acc,0.7', '1,f1,0.6', '2,acc,0.8', '2,f1,0.7'];
    assert.equal(guessHistory(table('epoch,metric,value', ...course))?.x, 'epoch');
  });

  it('lets the course of an objective say which way is better', () => {
    const rising = ['1,-35', '2,-33', '3,-32', '4,-31', '5,-30.5', '6,-30.2'];
    assert.equal(
      read('iteration,objective', ...rising).histories[0]?.series[0]?.direction,
      'higher',
    );
    const falling = ['1,35', '2,33', '3,32', '4,31', '5,30.5', '6,30.2'];
    assert.equal(
      read('iteration,objective', ...falling).histories[0]?.series[0]?.direction,
      'lower',
    );
  });
});
