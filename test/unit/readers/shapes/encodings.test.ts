import assert from 'node:assert/strict';
import { inspected, summary } from './inspected';

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

describe('texts in other encodings than UTF-8', () => {
  it('are read as Excel saves Unicode text: tabs and decimal commas in a .txt file', async () => {
    const text = 'Istwert\tPrognose\r\n1,5\t2,5\r\n3,5\t3\r\n2,25\t2\r\n';
    const report = await inspected({ 'a.txt': utf16(text) });
    assert.equal(summary(report), 'regression Istwert: Prognose 3');
    assert.equal(report.models[0]!.values.mae, 1.75 / 3);
  });

  it('are read as PowerShell redirects a training log and a JSON document', async () => {
    const log = 'epoch 1 loss 0.5 val_loss 0.6\r\nepoch 2 loss 0.4 val_loss 0.5\r\n';
    assert.equal(
      summary(await inspected({ 'a.log': utf16(log) })),
      'training epoch: loss 2, val_loss 2',
    );
    const json = '{"y_true": [1.5, 2.5], "y_pred": [1, 2]}';
    assert.equal(
      summary(await inspected({ 'a.json': utf16(json) })),
      'regression y_true: y_pred 2',
    );
  });

  it('are read as Latin-1 where the bytes are no UTF-8', async () => {
    const text = '[{"größe_true": 1.5, "größe_pred": 2.5}, {"größe_true": 3, "größe_pred": 2.5}]';
    const report = await inspected({ 'a.json': new Uint8Array(Buffer.from(text, 'latin1')) });
    assert.equal(summary(report), 'regression größe_true: größe_pred 2');
  });
});
