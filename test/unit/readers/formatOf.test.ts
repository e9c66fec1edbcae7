import assert from 'node:assert/strict';
import { formatOf } from '../../../src/readers/formatOf';

const of = (name: string, head: string): string => formatOf(name, new TextEncoder().encode(head));

describe('formatOf', () => {
  it('believes a name that claims a format, so that damage is reported as such', () => {
    assert.equal(of('a.csv', '{"no": "csv"}'), 'delimited');
    assert.equal(of('a.npy', ''), 'npy');
    assert.equal(of('trainer_state.json', 'torn'), 'json');
    assert.equal(of('a.ipynb', '{}'), 'notebook');
    assert.equal(of('events.out.tfevents.1700000000.host', ''), 'tfevents');
  });

  it('knows binary formats by their first bytes whatever they are called', () => {
    assert.equal(of('predictions', 'PAR1....'), 'parquet');
    assert.equal(formatOf('y', Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59)), 'npy');
  });

  it('tells JSON lines, tables and logs apart in a .txt or .log', () => {
    assert.equal(of('log.txt', '{"train_loss": 1}\n{"train_loss": 0.5}'), 'json');
    assert.equal(of('training.log', 'epoch,loss\n0,1.5\n1,0.5\n'), 'delimited');
    assert.equal(of('train.log', 'epoch 1 loss 0.5, acc 0.3\nepoch 2 loss 0.4, acc 0.4\n'), 'text');
    assert.equal(of('out.txt', 'y_true = [1, 2]\ny_pred = [1, 3]\n'), 'text');
  });

  it('recognises an MLflow metric, which has no extension', () => {
    assert.equal(of('val_loss', '1700000000000 0.5 0\n1700000001000 0.4 1\n'), 'mlflow');
  });
});
