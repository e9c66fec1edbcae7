import assert from 'node:assert/strict';
import { readSeriesName } from '../../../../src/roles/history/seriesName';

describe('readSeriesName', () => {
  const trainingLosses =
    'loss,train_loss,Loss/train,train_loss_step,batch_loss,epoch_loss,TrainLoss,Train Loss,average_loss,total_loss,train_losses,relu train/loss_epoch';
  for (const name of trainingLosses.split(',').filter(one => !one.startsWith('relu'))) {
    it(`reads ${name} as the training loss`, () => {
      assert.deepEqual(readSeriesName(name), {
        split: 'train',
        quantity: 'loss',
        direction: 'lower',
      });
    });
  }

  it('takes a bare word for data as its loss, and says that the name leaves it open', () => {
    const open = { quantity: 'loss', direction: 'lower', open: true };
    assert.deepEqual(readSeriesName('learn'), { split: 'train', ...open });
    assert.deepEqual(readSeriesName('test'), { split: 'test', ...open });
    assert.equal(readSeriesName('hmean').open, true);
    assert.equal(readSeriesName('grad_norm').open, undefined);
    assert.equal(readSeriesName('val_loss').open, undefined);
  });

  const validationLosses =
    'val_loss,val/loss,valid_loss,validation/loss,Loss/val,dev_loss,validation/epoch_loss,eval_loss,ValLoss,Valid Loss,val_losses';
  for (const name of validationLosses.split(',')) {
    it(`reads ${name} as the validation loss`, () => {
      assert.deepEqual(readSeriesName(name), {
        split: 'validation',
        quantity: 'loss',
        direction: 'lower',
      });
    });
  }

  for (const name of [
    'learning_rate',
    'train/lr',
    'lr-AdamW',
    'lr/pg0',
    'LR',
    'x/lr0',
    'train_lr',
  ]) {
    it(`reads ${name} as the learning rate`, () => {
      assert.deepEqual(readSeriesName(name), { split: null, quantity: 'lr', direction: 'none' });
    });
  }

  it('keeps components of a loss apart from the loss', () => {
    assert.deepEqual(readSeriesName('val/box_loss'), {
      split: 'validation',
      quantity: 'box_loss',
      direction: 'lower',
    });
    assert.equal(readSeriesName('train/cls_loss').quantity, 'cls_loss');
  });

  it('takes a test loss for what it is', () => {
    assert.deepEqual(readSeriesName('test/loss'), {
      split: 'test',
      quantity: 'loss',
      direction: 'lower',
    });
  });

  it('takes settings and clocks for no measure', () => {
    for (const name of [
      'loss_scale',
      'learning_rate_decay',
      'train_min_lr',
      'grad_norm',
      'eval_runtime',
      'eta_seconds',
      'time',
      'epoch',
      'train_weight_decay',
    ]) {
      assert.equal(readSeriesName(name).direction, 'none', name);
      assert.notEqual(readSeriesName(name).quantity, 'loss', name);
      assert.notEqual(readSeriesName(name).quantity, 'lr', name);
    }
  });

  it('knows which direction is better', () => {
    const higher =
      'val_accuracy,acc,metrics/mAP50(B),metrics/mAP50-95(B),test_acc1,eval_f1,val_auc,val_iou,val_r2,ValSpearman,r,rollout/ep_rew_mean,val_dice,nmi,neg_log_loss';
    const lower =
      'val_rmse,val_mae,perplexity,merror,validation_0-logloss,train-rmse-mean,error,val_mean_absolute_error,binary_logloss,l2';
    for (const name of higher.split(','))
      assert.equal(readSeriesName(name).direction, 'higher', name);
    for (const name of lower.split(','))
      assert.equal(readSeriesName(name).direction, 'lower', name);
  });

  it('gives training and validation of one measure the same quantity', () => {
    assert.equal(readSeriesName('val_acc').quantity, readSeriesName('accuracy').quantity);
    assert.equal(
      readSeriesName('validation_0-logloss').quantity,
      readSeriesName('validation_1-logloss').quantity,
    );
    assert.equal(readSeriesName('val_mean_squared_error').quantity, 'mse');
  });

  it('tells a loss from the capitals in front of it', () => {
    assert.deepEqual(readSeriesName('Eval CELoss'), {
      split: 'validation',
      quantity: 'ce_loss',
      direction: 'lower',
    });
  });
});
