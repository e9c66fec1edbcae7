import assert from 'node:assert/strict';
import { readText } from '../../../../src/readers/text/readText';

/** The columns of the table in a log, by name. */
function read(text: string): Record<string, readonly number[]> {
  const table = readText('train.txt', [{ text, line: 1 }]);
  assert.equal(table.history, true);
  return Object.fromEntries(table.columns.map(({ name, numbers }) => [name, [...numbers]]));
}

describe('what stands around the numbers of a log', () => {
  it('takes the name in front of a counter for what the number behind it is', () => {
    const line = (from: number, value: number) =>
      `LOG (nnet3-train:PrintStats():nnet-training.cc:121) Average objective function for 'output' for minibatches ${from}-${from + 9} is ${value} over 19538 frames.`;
    assert.deepEqual(read([line(40, -35.5), line(50, -32.75), line(60, -31.5)].join('\n')), {
      minibatches: [40, 50, 60],
      'output objective function': [-35.5, -32.75, -31.5],
    });
  });

  it('reads the one line in which a tool tells its objective', () => {
    const line =
      "LOG (nnet3-train[5.5]:PrintTotalStats():nnet-training.cc:350) Overall average objective function for 'output' is -1.5 over 404224 frames.";
    assert.deepEqual(read(line), { 'output objective function': [-1.5] });
  });

  it('reads a counter behind the comma after an epoch', () => {
    const line = (step: number, ppl: string) =>
      `Epoch  1, ${step}/37527; acc:   4.25; ppl: ${ppl}; 3438 src tok/s;   9823 s elapsed\n`;
    const found = read(line(12850, '127.5') + line(12900, '35.5') + line(12950, 'nan'));
    assert.deepEqual(found.step, [12850, 12900, 12950]);
    assert.deepEqual(found.ppl, [127.5, 35.5, Number.NaN]);
  });

  it('takes no rate for a counter', () => {
    const text = [
      '| epoch 005  1000 / 8223 loss=2.17 (3.20), wps=959',
      '| epoch 005  2000 / 8223 loss=2.20 (3.14), wps=960',
      '| epoch 005 | train loss 2.92 | words/batch    906 | bsz    32',
    ].join('\n');
    const found = read(text);
    assert.deepEqual(found.step?.slice(0, 2), [1000, 2000]);
    assert.equal(found.step?.includes(906), false);
  });

  it('keeps the batches of the only epoch of a progress bar that is not over', () => {
    const text = [
      '  1/102 [..............................] - ETA: 19:24 - loss: 0.75 - accuracy: 0.5',
      '  2/102 [..............................] - ETA: 8:29 - loss: 0.5 - accuracy: 0.625',
      '  3/102 [>.............................] - ETA: 8:18 - loss: 0.25 - accuracy: 0.75',
    ].join('\n');
    assert.deepEqual(read(text), {
      batch: [1, 2, 3],
      loss: [0.75, 0.5, 0.25],
      accuracy: [0.5, 0.625, 0.75],
    });
  });
});
