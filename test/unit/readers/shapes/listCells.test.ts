import assert from 'node:assert/strict';
import { inspected, summary } from './inspected';

describe('lists in the cells of a table', () => {
  const rows = (cells: readonly string[]) =>
    cells.map((cell, i) => `t${i},${i % 3},${i % 2},"${cell}"\n`).join('');

  it('are the probabilities of the classes, as Python, NumPy and NumPy 2 write them', async () => {
    const lists = [
      '[0.5, 0.25, 0.25]',
      '[0.25 0.5\n 0.25]',
      '[np.float32(0.5), np.float32(0.25), np.float32(0.25)]',
      'tensor([0.25, 0.25, 0.5])',
    ];
    const report = await inspected({ 'a.csv': `text,y_true,y_pred,probs\n${rows(lists)}` });
    assert.equal(summary(report), 'multiclass y_true: y_pred 4');
    assert.deepEqual(report.roles.probabilities, { y_pred: ['probs[0]', 'probs[1]', 'probs[2]'] });
    assert.equal(report.models[0]!.values.log_loss, (Math.LN2 * 6) / 4);
  });

  it('are samples of their own row where a target stands beside them', async () => {
    const text = 'label,logits,probs\n0,"[2, 1]","[0.75, 0.25]"\n1,"[1, 3]","[0.25, 0.75]"\n';
    assert.equal((await inspected({ 'a.csv': text })).models[0]!.n, 2);
  });

  it('stay as they are where they differ in length, and are not taken for their first number', async () => {
    const lists = ['[0.5, 0.5]', '[0.5]', '[0.25, 0.25, 0.5]'];
    const report = await inspected({ 'a.csv': `text,y_true,y_pred,probs\n${rows(lists)}` });
    assert.deepEqual(report.roles.probabilities, {});
  });
});
