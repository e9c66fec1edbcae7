import assert from 'node:assert/strict';
import { guessHistory } from '../../../../src/roles/history/guessHistory';
import type { HistoryRoles } from '../../../../src/roles/roles';
import { tableOf } from './corpusTables';

function guess(header: string, ...rows: string[]): HistoryRoles | null {
  return guessHistory(
    tableOf(
      'log.csv',
      header.split(','),
      rows.map(row => row.split(',')),
    ),
  );
}

describe('guessHistory', () => {
  it('draws losses over the epoch', () => {
    const roles = guess('epoch,loss,val_loss', '0,1,1.1', '1,0.5,0.8');
    assert.equal(roles?.x, 'epoch');
    assert.deepEqual(roles?.series, ['loss', 'val_loss']);
  });

  it('prefers the step when the epoch does not tell the values apart', () => {
    const roles = guess('epoch,step,train_loss_step', '0,49,8', '0,99,7', '1,149,6', '1,199,5');
    assert.equal(roles?.x, 'step');
  });

  it('places rows within their epochs when the step starts again in each', () => {
    const rows = ['0,0,8', '0,50,7', '1,0,6', '1,50,5'];
    const once = guess('epoch,batch,loss', ...rows);
    assert.deepEqual([once?.x, once?.within], ['epoch', 'batch']);
    const twice = guess('epoch,batch,loss', ...rows, ...rows);
    assert.deepEqual([twice?.x, twice?.within], ['epoch', 'batch']);
    const uncounted = guess('epoch,loss', '1,8', '1,7', '1,6', '2,5', '2,4', '2,3');
    assert.deepEqual([uncounted?.x, uncounted?.within], ['epoch', null]);
  });

  it('finds the step behind what a tool calls it', () => {
    for (const name of ['current_steps', 'trainer/global_step', 'Training step', 'n_updates'])
      assert.equal(guess(`${name},epoch,loss`, '10,0.1,3', '20,0.2,2', '30,0.2,1')?.x, name);
    assert.equal(guess('batch_size,step_time,loss,val_loss', '8,2,3,3', '8,1,2,2')?.x, null);
    const limit = guess('max_steps,global_step,loss', '99,10,3', '99,20,2');
    assert.equal(limit?.x, 'global_step');
  });

  it('tells training rows from validation rows by the values of a column, whatever it is called', () => {
    const rows = ['1,training,2', '1,dev,2.2', '2,training,1', '2,dev,1.5'];
    const roles = guess('epoch,where,loss', ...rows);
    assert.deepEqual([roles?.x, roles?.set], ['epoch', 'where']);
    assert.equal(guess('epoch,is_train,loss', '1,1,2', '1,0,3', '2,1,1', '2,0,2')?.set, 'is_train');
  });

  it('finds the column that tells runs apart by its values', () => {
    const rows = ['adam,0,3', 'sgd,0,3.5', 'adam,1,2', 'sgd,1,3', 'adam,2,1', 'sgd,2,2'];
    assert.equal(guess('optimiser,epoch,loss', ...rows)?.run, 'optimiser');
  });

  it('reads counts with their limit', () => {
    const rows = ['10/203,3', '20/203,2', '30/203,1'];
    assert.equal(guess('global_step/max_steps,loss', ...rows)?.x, 'global_step/max_steps');
  });

  it('reads an export whose groups are called after a setting', () => {
    const name = 'model.use_bias: true - val/loss';
    assert.deepEqual(guess(`Training step,${name}`, '0,2', '1,1')?.series, [name]);
  });

  it('counts rows when a history has no epochs', () => {
    const roles = guess('loss,accuracy,val_loss,val_accuracy', '1,0.5,1,0.5', '0.5,0.7,0.6,0.7');
    assert.equal(roles?.x, null);
    assert.equal(roles?.series.length, 4);
  });

  it('leaves out a nameless row counter', () => {
    const roles = guess(',step,train_loss,eval_loss', '0,50,9,8', '1,100,6,7', '2,150,5,6');
    assert.deepEqual(roles?.series, ['train_loss', 'eval_loss']);
  });

  it('reads a TensorBoard download', () => {
    const roles = guess('Wall time,Step,Value', '1559699797.2,0,12.4', '1559702341.0,1,8.3');
    assert.deepEqual(roles, { x: 'Step', series: ['Value'], run: null, long: null });
  });

  it('reads one row per value', () => {
    const roles = guess('step,metric,value', '0,loss,1', '0,val_loss,1.2', '1,loss,0.8');
    assert.deepEqual(roles?.long, { metric: 'metric', value: 'value' });
  });

  it('keeps the bounds of a W&B export out of the curves', () => {
    const header = 'Step,relu - train/loss,relu - train/loss__MIN,relu - train/loss__MAX';
    const roles = guess(header, '0,1,1,1', '1,0.9,0.8,1');
    assert.deepEqual(roles?.series, ['relu - train/loss']);
  });

  it('reads a W&B chart over relative time', () => {
    const roles = guess('Relative Time (Process),a - val_loss,b - val_loss', '0,1,1', '10,0.9,0.8');
    assert.equal(roles?.x, 'Relative Time (Process)');
    assert.equal(roles?.series.length, 2);
  });

  it('takes a model column beside epochs for the runs', () => {
    const rows = ['a,0,1,1', 'a,1,1,1', 'a,2,1,1', 'b,0,1,1', 'b,1,1,1', 'b,2,1,1'];
    assert.equal(guess('model,epoch,train_loss,val_loss', ...rows)?.run, 'model');
  });

  it('knows a column of splits by what it says, whatever it is called', () => {
    const rows = ['1,train,1', '1,val,1.1', '2,train,0.7', '2,val,0.9'];
    assert.equal(guess('epoch,bit,loss', ...rows)?.set, 'bit');
    assert.equal(guess('epoch,bit,loss', ...rows)?.x, 'epoch');
    const others = ['1,train,1', '1,green,1.1', '2,train,0.7', '2,green,0.9'];
    assert.equal(guess('epoch,bit,loss', ...others)?.set, undefined);
  });

  it('knows an episode log of Stable-Baselines', () => {
    const roles = guess('r,l,t', '-500,500,4.6', '-186,187,9.4');
    assert.deepEqual(roles, { x: null, series: ['r', 'l', 't'], run: null, long: null });
  });

  it('knows an array of losses by its name', () => {
    assert.notEqual(guess('train_losses', '1', '0.5'), null);
    assert.equal(guess('values', '1', '0.5'), null);
  });

  it('sees through a header that is written again', () => {
    const roles = guess(
      'epoch,train_loss,valid_loss',
      '0,1,1',
      '1,1,1',
      'epoch,train_loss,valid_loss',
      '0,2,2',
      '1,2,2',
    );
    assert.deepEqual(roles?.series, ['train_loss', 'valid_loss']);
  });

  const others: Readonly<Record<string, readonly string[]>> = {
    'predictions beside a target': ['y_true,y_pred', '1,2', '2,3'],
    'a loss for each predicted sample': ['id,actual,predicted,loss', '1,2,3,1', '2,3,4,1'],
    'a row for each model': ['Model,RMSE,MAE,R2', 'ols,1,2,3', 'ridge,2,3,4', 'lasso,3,4,5'],
    'a row for each model with its losses': ['name,train_loss,val_loss', 'a,1,2', 'b,2,3', 'c,1,1'],
    'a row for each fold': ['fold,train_loss,val_loss', '1,0.2,0.3', '2,0.3,0.4'],
    'a cross-validation': [
      'fit_time,score_time,test_score,train_score',
      '1,1,0.8,0.9',
      '1,1,0.7,0.9',
    ],
    'a submission': ['id,prediction', '1,0.5', '2,0.4'],
    'a submission with a misleading name': ['installation_id,accuracy_group', 'aa,3', 'bb,1'],
    'measurements over time': ['date,temperature', '2020-01-01,3', '2020-01-02,4'],
  };
  for (const [what, [header = '', ...rows]] of Object.entries(others)) {
    it(`does not take ${what} for a history`, () => assert.equal(guess(header, ...rows), null));
  }
});
