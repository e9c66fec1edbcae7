import assert from 'node:assert/strict';
import { readText } from '../../../../src/readers/text/readText';

/** The columns of the table in a log, by name. */
function read(text: string): Record<string, readonly number[]> {
  const table = readText('train.txt', [{ text, line: 1 }]);
  assert.equal(table.history, true);
  return Object.fromEntries(table.columns.map(({ name, numbers }) => [name, [...numbers]]));
}

describe('reading a training log', () => {
  it('reads names and numbers behind an epoch, even of a single line', () => {
    assert.deepEqual(read('epoch 3 loss 0.51 - val_loss 0.62\n'), {
      epoch: [3],
      loss: [0.51],
      val_loss: [0.62],
    });
  });

  it('keeps the last state of a Keras progress line, with its colours and backspaces', () => {
    const bar = ' 1/50 \u001b[32m━━\u001b[0m 3s 2ms/step - loss: 0.9';
    const done = '50/50 [===] - 3s 2ms/step - loss: 0.8 - val_loss: 0.7';
    const text = `Epoch 1/2\n${bar}\r${done}\nEpoch 2/2\n${bar}\b\b\b\b${done.replace('0.8', '0.6')}\n`;
    assert.deepEqual(read(text), { epoch: [1, 2], loss: [0.8, 0.6], val_loss: [0.7, 0.7] });
  });

  it('counts Keras epochs by finished bars when the epoch lines are missing', () => {
    const line = '50000/50000 [====] - 14s - loss: 1.7 - val_acc: 0.5\n';
    assert.deepEqual(read(line + line.replace('1.7', '1.2')), {
      loss: [1.7, 1.2],
      val_acc: [0.5, 0.5],
    });
  });

  it('joins the training and evaluation dicts of Hugging Face and leaves out the summary', () => {
    const text = [
      "{'loss': 0.5, 'learning_rate': 4.8e-06, 'epoch': 1.0}",
      ' 10%|█ | 500/5000 [00:10<01:30, 49.8it/s]',
      "{'eval_loss': nan, 'eval_runtime': 3.2, 'epoch': 1.0}",
      "{'loss': 0.4, 'learning_rate': 4.7e-06, 'epoch': 2.0}",
      "{'train_runtime': 12.1, 'train_loss': 0.3, 'epoch': 2.0}",
    ].join('\n');
    assert.deepEqual(read(text), {
      epoch: [1, 2],
      loss: [0.5, 0.4],
      learning_rate: [4.8e-6, 4.7e-6],
      eval_loss: [Number.NaN, Number.NaN],
    });
  });

  it('does not take the units behind a number for its name or for an epoch', () => {
    const line = (loss: number) =>
      `1875/1875 - 3s - loss: ${loss} - acc: 0.9 - 3s/epoch - 2ms/step\n`;
    assert.deepEqual(read(`Epoch 1/2\n${line(0.6)}Epoch 2/2\n${line(0.5)}`), {
      epoch: [1, 2],
      loss: [0.6, 0.5],
      acc: [0.9, 0.9],
    });
    const timm =
      'Train: 0 [ 50/100 ( 50%)]  Loss: 1.77 (1.79)  Time: 0.3s, 400/s  LR: 1.0e-03\nTest: [ 10/10]  Loss: 1.9 (1.9)\n';
    assert.deepEqual(read(timm), {
      epoch: [0],
      step: [50],
      'Train Loss': [1.77],
      LR: [0.001],
      'Test Loss': [1.9],
    });
  });

  it('keeps what was measured on training and on validation data apart when it is printed under one name', () => {
    const apart = { epoch: [0, 1], 'train acc': [0.5, 0.6], 'val acc': [0.4, 0.5] };
    const lines = [0, 1].map(
      i => `Epoch ${i}/9\n-----\ntrain loss: 2 acc: 0.${5 + i}\nval loss: 3 acc: 0.${4 + i}\n`,
    );
    const losses = { 'train loss': [2, 2], 'val loss': [3, 3] };
    assert.deepEqual(read(lines.join('\n')), { ...apart, ...losses });
    const inLine = [0, 1].map(
      i => `Epoch ${i} (train) loss 2 acc 0.${5 + i} (val) loss 3 acc 0.${4 + i}`,
    );
    assert.deepEqual(read(inLine.join('\n')), { ...apart, ...losses });
  });

  it('reads epochs and steps in the brackets of OpenMMLab, DETR and XGBoost with the time', () => {
    const mmengine = (step: number) =>
      `2023/06/01 10:00:00 - mmengine - INFO - Epoch(train)  [1][ ${step}/200]  loss: 4.5\n`;
    assert.deepEqual(read(mmengine(50) + mmengine(100)), {
      epoch: [1, 1],
      step: [50, 100],
      loss: [4.5, 4.5],
    });
    const detr = (step: number) => `Epoch: [0]  [ ${step}/40]  eta: 0:01:00  loss: 2.1 (2.2)\n`;
    assert.deepEqual(read(detr(10) + detr(20)), {
      epoch: [0, 0],
      step: [10, 20],
      loss: [2.1, 2.1],
    });
    assert.deepEqual(read('[12:00:01] [7]\ttrain-rmse:0.5\n[12:00:02] [8]\ttrain-rmse:0.4\n'), {
      iteration: [7, 8],
      'train-rmse': [0.5, 0.4],
    });
  });

  it('takes a unit in brackets as part of the name', () => {
    assert.deepEqual(read('epoch 1 Loss (MSE): 0.5 Acc (%): 50 time (s): 3\n'), {
      epoch: [1],
      'Loss (MSE)': [0.5],
      'Acc (%)': [50],
    });
  });

  it('reads boosting rounds of XGBoost, LightGBM and CatBoost', () => {
    const xgboost = '[0]\tvalidation_0-logloss:0.56\n[10]\tvalidation_0-logloss:0.4\n';
    assert.deepEqual(read(xgboost), { iteration: [0, 10], 'validation_0-logloss': [0.56, 0.4] });
    const lightgbm =
      "[LightGBM] [Info] Number of positive: 212, number of negative: 357\n[1]\tvalid_0's l2: 0.6\n[2]\tvalid_0's l2: 0.5\nbest iteration is:\n[2]\tvalid_0's l2: 0.5\n";
    assert.deepEqual(read(lightgbm.replaceAll(' l2', ' binary_logloss')), {
      iteration: [1, 2],
      'valid_0-binary_logloss': [0.6, 0.5],
    });
    assert.deepEqual(read(lightgbm), { iteration: [1, 2], 'valid_0-l2': [0.6, 0.5] });
    const catboost =
      '0:\tlearn: 0.69\ttest: 0.7\tbest: 0.7 (0)\ttotal: 50ms\tremaining: 4s\n1:\tlearn: 0.6\ttest: 0.65\tbest: 0.65 (1)\ttotal: 9ms\n';
    const marks = { best: [0.7, 0.65] };
    const sets = { learn: [0.69, 0.6], test: [0.7, 0.65] };
    assert.deepEqual(read(catboost), { iteration: [0, 1], ...sets, ...marks });
  });

  it('reads the meters of PyTorch examples by epoch and step', () => {
    const text =
      'Epoch: [0][ 0/100]\tTime 0.5 (0.5)\tLoss 2.3 (2.4)\tAcc@1 50.0 (49.0)\nEpoch: [0][10/100]\tTime 0.5 (0.5)\tLoss 2.2 (2.3)\tAcc@1 51.0 (50.0)\n';
    assert.deepEqual(read(text), {
      epoch: [0, 0],
      step: [0, 10],
      Loss: [2.3, 2.2],
      'Acc@1': [50, 51],
    });
  });

  it('passes over times, levels, file names and units', () => {
    const text =
      '2024-05-01 12:00:01,123 INFO train.py:12 Epoch 1/10 | Train Loss: 0.53 | Val Acc: 91.2% | 17.2it/s | ETA: 3s\n' +
      '2024-05-01 12:01:01,123 INFO train.py:12 Epoch 2/10 | Train Loss: 0.4 | Val Acc: 92% | 17.2it/s | ETA: 3s\n';
    assert.deepEqual(read(text), {
      epoch: [1, 2],
      'Train Loss': [0.53, 0.4],
      'Val Acc': [0.912, 0.92],
    });
  });

  it('keeps the line of every row', () => {
    const table = readText('a.log', [
      { text: 'start\nepoch 1 loss 2\n\nepoch 2 loss 1\n', line: 10 },
    ]);
    assert.deepEqual([table.lineOf(0), table.lineOf(1)], [11, 13]);
  });

  it('takes the counter of validation lines for their own, and a later state of them for the last', () => {
    const epoch = (i: number): string =>
      `Epoch: [${i}][ 0/20]\tLoss 2.${i} (2)\nEpoch: [${i}][10/20]\tLoss 1.${i} (2)\n` +
      `Test: [0/9]\tLoss 3 (3)\nTest: [8/9]\tLoss 4.${i} (4)\n *   Acc@1 5${i}.0 Acc@5 80.0\n`;
    const none = Number.NaN;
    assert.deepEqual(read(epoch(0) + epoch(1)), {
      epoch: [0, 0, 0, 1, 1, 1],
      step: [0, 10, none, 0, 10, none],
      Loss: [2, 1, none, 2.1, 1.1, none],
      'Test Loss': [none, none, 4, none, none, 4.1],
      'Acc@1': [none, none, 50, none, none, 51],
      'Acc@5': [none, none, 80, none, none, 80],
    });
  });

  it('keeps validation lines that share the counter of the training at their step', () => {
    const text =
      'Iter 1: Val loss 2.2, Val took 12.4s\nIter 20: Train loss 1.9, It/sec 0.95\nIter 40: Train loss 1.5, It/sec 0.95\nIter 40: Val loss 1.8, Val took 12.6s\n';
    assert.deepEqual(read(text).iter, [1, 20, 40]);
    assert.deepEqual(read(text)['Val loss'], [2.2, Number.NaN, 1.8]);
  });

  it('says what was measured on validation data where the line says it and the name does not', () => {
    const text =
      ' iteration 50/ 200 | lm loss: 8.5E+00 | grad norm: 0.5 |\n validation loss at iteration 50 | lm loss value: 4.7E+00 | lm loss PPL: 1.1E+02 |\n';
    const table = readText('train.out', [{ text: text + text.replaceAll('50', '60'), line: 1 }]);
    assert.deepEqual(table.splits, { 'lm loss PPL': 'validation' });
    assert.deepEqual(
      table.columns.map(({ name }) => name),
      ['iteration', 'lm loss', 'grad norm', 'validation lm loss', 'lm loss PPL'],
    );
  });

  it('reads boxes of names beside values, one row each', () => {
    const box = (reward: string, steps: string): string =>
      `------\n| rollout/     |      |\n|    ep_rew_mean | ${reward} |\n| time/ | |\n|    total_timesteps | ${steps} |\n------\n`;
    const first = box('-8', '100').replace('| rollout', '| loss | 1 |\n| rollout');
    assert.deepEqual(read(first + box('-7', '200')), {
      loss: [1, Number.NaN],
      'rollout/ep_rew_mean': [-8, -7],
      'time/total_timesteps': [100, 200],
    });
    const spun = (epoch: number): string =>
      `-----\n|   Epoch |  ${epoch} |\n|   LossV | 1.${epoch} |\n-----\n`;
    assert.deepEqual(read(spun(1) + spun(2)), { Epoch: [1, 2], LossV: [1.1, 1.2] });
  });

  it('reads the lines below a heading at its count', () => {
    const batch = (i: number): string =>
      `[batch=${i}/9]:\n\t Train epoch: 0\n\t Train loss: 3.${i}\n[Eval batch=9/9] Eval on data:\n\t Eval loss: 4.${i}\n`;
    assert.deepEqual(read(batch(1) + batch(2)), {
      epoch: [0, 0],
      batch: [1, 2],
      'Train loss': [3.1, 3.2],
      'Eval loss': [4.1, 4.2],
    });
  });

  it('reads counts without a word in front', () => {
    assert.deepEqual(
      read('200 iterations -- validation loss 2.3\n400 iterations -- validation loss 1.9\n'),
      {
        iterations: [200, 400],
        'validation loss': [2.3, 1.9],
      },
    );
    const tutorial = '[1,  2000] loss: 2.1\n[1,  4000] loss: 1.8\n';
    assert.deepEqual(read(tutorial), { epoch: [1, 1], step: [2000, 4000], loss: [2.1, 1.8] });
    const quickstart =
      'Epoch 1\n-----\nloss: 2.3  [   64/60000]\nloss: 2.2  [ 6464/60000]\nTest Error: \n Accuracy: 44.7%, Avg loss: 2.15 \n';
    assert.deepEqual(read(quickstart).step, [64, 6464]);
    assert.deepEqual(readText('a.log', [{ text: quickstart, line: 1 }]).splits, {
      Accuracy: 'test',
      'Avg loss': 'test',
    });
  });

  it('reads sentences, behind the time and the place that wrote them', () => {
    const line = (i: number, loss: string): string =>
      `2018-03-02 10:00:0${i} INFO  Optimizer$:295 - [Epoch 31 ${i}000/99999][Iteration ${i}] Train 1792 in 4.4seconds. Loss is ${loss}. Current learning rate is 0.05.\n`;
    const { iteration, Loss, 'learning rate': rate } = read(line(1, '1.5') + line(2, 'Infinity'));
    assert.deepEqual(
      [iteration, Loss, rate],
      [
        [1, 2],
        [1.5, Infinity],
        [0.05, 0.05],
      ],
    );
  });

  it('passes over lines that tell of the best so far again', () => {
    const text =
      'epoch: [1/9], loss: 1.5\ncur metric, recall: 0.25\nbest metric, recall: 0.25, best_epoch: 1\nepoch: [2/9], loss: 1.25\ncur metric, recall: 0.5\nbest metric, recall: 0.5, best_epoch: 2\n';
    assert.deepEqual(read(text), { epoch: [1, 2], loss: [1.5, 1.25], recall: [0.25, 0.5] });
  });

  it('reads a log that was quoted', () => {
    assert.deepEqual(read('> iter 10: loss 3.5\n>\n> iter 20: loss nan\n'), {
      iter: [10, 20],
      loss: [3.5, Number.NaN],
    });
  });

  it("reads Darknet's closing lines, whose names stand behind the numbers", () => {
    const lines = [1, 2].map(
      i =>
        `Region 82 Avg IOU: -nan, Obj: -nan,  count: 0\n${i}: ${9 - i}.5, ${9 - i}.75 avg, 0.001 rate, 11.2 seconds, ${64 * i} images`,
    );
    const found = read(`${lines.join('\n')}\n`);
    assert.deepEqual(found['iteration'], [1, 2]);
    assert.deepEqual(found['loss'], [8.5, 7.5]);
    assert.deepEqual(found['avg loss'], [8.75, 7.75]);
  });

  it('takes no value from a line about the best so far behind the name of a logger', () => {
    const lines = [1, 2].map(
      i =>
        `[2024/03/11 05:0${i}:10] ppocr INFO: epoch: [${i}/9], loss: 1.${i}\n[2024/03/11 05:0${i}:11] ppocr INFO: best metric, hmean: 0.5, best_epoch: 1`,
    );
    assert.deepEqual(read(`${lines.join('\n')}\n`), { epoch: [1, 2], loss: [1.1, 1.2] });
  });

  it('reads the epoch that ESPnet glues to its word, behind a machine and a place', () => {
    const lines = [1, 2].map(
      i =>
        `[node01] 2021-07-06 14:2${i}:17,332 (trainer:398) INFO: ${i}epoch results: [train] loss=3${i}.5, [valid] loss=4${i}.5`,
    );
    assert.deepEqual(read(`${lines.join('\n')}\n`), {
      epoch: [1, 2],
      'train loss': [31.5, 32.5],
      'valid loss': [41.5, 42.5],
    });
  });

  it('takes what stands between quotes for the name', () => {
    const lines = [0, 1].map(
      i => `INFO:gluonts.trainer:Epoch[${i}] metric 'epoch_loss'=${5 - i}.5`,
    );
    assert.deepEqual(read(`${lines.join('\n')}\n`), { epoch: [0, 1], epoch_loss: [5.5, 4.5] });
  });
});
