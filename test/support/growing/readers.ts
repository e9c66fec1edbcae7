import { parquetWriteBuffer } from 'hyparquet-writer';
import { event, record } from '../tfevents';
import { type Growing, lines, many, noise, npy, prediction, target, text } from './made';

/** Input of every kind that a reader reads. */
export const grownInput: Growing = {
  'rows of delimited text': [
    10_000,
    n => text('a.csv', `y_true,y_pred\n${lines(n, i => `${target(i)},${prediction(i)}`)}`),
  ],
  'rows with labels of their own': [
    10_000,
    n => text('a.csv', `label,pred\n${lines(n, i => `w${i % 50},w${(i * 3) % 50}`)}`),
  ],
  'rows with unlike texts': [
    10_000,
    n =>
      text(
        'a.csv',
        `y_true,y_pred,note\n${lines(n, i => `${target(i)},${prediction(i)},note ${i}`)}`,
      ),
  ],
  'odd cells': [
    10_000,
    n =>
      text(
        'a.csv',
        `y_true,y_pred\n${lines(n, i => `${target(i)},${i % 3 === 0 ? 'n/a' : prediction(i)}`)}`,
      ),
  ],
  'one quoted cell over many lines': [
    100_000,
    n => text('a.csv', `y_true,y_pred,note\n1,2,"${lines(n, () => 'x')}"\n2,3,"a"\n3,3,b\n`),
  ],
  'a quote that is never closed': [
    60_000,
    n => text('a.csv', `y_true,y_pred,note\n1,2,a\n2,3,b\n3,4,"${lines(n, () => '1,2,x')}`),
  ],
  'records of JSON': [
    8_000,
    n =>
      text('a.json', JSON.stringify(many(n, i => ({ y_true: noise(i), y_pred: noise(i + 0.3) })))),
  ],
  'columns of JSON': [
    10_000,
    n =>
      text(
        'a.json',
        JSON.stringify({ y_true: many(n, noise), y_pred: many(n, i => noise(i + 0.3)) }),
      ),
  ],
  'lines of JSON': [
    8_000,
    n =>
      text(
        'a.jsonl',
        lines(n, i => JSON.stringify({ y_true: noise(i), y_pred: noise(i + 0.3) })),
      ),
  ],
  'depth of JSON': [50_000, n => text('a.json', `{"a":${'['.repeat(n)}${']'.repeat(n)}}`)],
  'elements of .npy': [
    20_000,
    n => [
      npy('y_true.npy', Float64Array.from(many(n, noise))),
      npy('y_pred.npy', Float64Array.from(many(n, i => noise(i + 0.3)))),
    ],
  ],
  'rows of Parquet': [
    20_000,
    n => [
      {
        kind: 'bytes',
        name: 'a.parquet',
        bytes: new Uint8Array(
          parquetWriteBuffer({
            columnData: [
              { name: 'y_true', data: many(n, noise), type: 'DOUBLE' },
              { name: 'y_pred', data: many(n, i => noise(i + 0.3)), type: 'DOUBLE' },
            ],
          }),
        ),
      },
    ],
  ],
  'events of TensorBoard': [
    3_000,
    n => {
      const records = many(n, i => record(event(i % 120, 'loss', 1 / (1 + i))));
      return [
        {
          kind: 'bytes',
          name: 'events.out.tfevents.1',
          bytes: new Uint8Array(Buffer.concat(records)),
        },
      ];
    },
  ],
  'values of MLflow': [
    8_000,
    n =>
      text(
        'loss',
        lines(n, i => `17000000000${String(i).padStart(6, '0').slice(-2)} ${1 / (1 + i)} ${i}`),
      ),
  ],
  'cells of a notebook': [
    500,
    n =>
      text(
        'a.ipynb',
        JSON.stringify({
          cells: many(n, i => ({
            cell_type: 'code',
            source: [`x${i} = 1`],
            outputs: [
              {
                output_type: 'stream',
                text: [`Epoch ${i}\n`, `loss: ${1 / (1 + i)} - val_loss: ${2 / (1 + i)}\n`],
              },
            ],
          })),
          nbformat: 4,
        }),
      ),
  ],
  'array literals': [
    8_000,
    n =>
      text(
        'a.py',
        `y_true = [${many(n, target).join(', ')}]\ny_pred = [${many(n, prediction).join(', ')}]\n`,
      ),
  ],
  'many array literals': [
    600,
    n =>
      text(
        'a.py',
        lines(n, i => `a${i} = [1, 2, 3]`),
      ),
  ],
  'a printed table': [
    3_000,
    n =>
      text('a.txt', `   y_true  y_pred\n${lines(n, i => `${i}  ${target(i)}  ${prediction(i)}`)}`),
  ],
  'a table of Markdown': [
    3_000,
    n =>
      text(
        'a.md',
        `| y_true | y_pred |\n|---|---|\n${lines(n, i => `| ${target(i)} | ${prediction(i)} |`)}`,
      ),
  ],
  'lines of a log': [
    2_000,
    n =>
      text(
        'a.log',
        lines(n, i => `Epoch ${i}/9999 - loss: ${1 / (1 + i)} - val_loss: ${2 / (1 + i)}`),
      ),
  ],
  'lines of other text in a log': [
    10_000,
    n =>
      text(
        'a.log',
        `${lines(n, i => `starting worker ${i} now`)}\nEpoch 1 loss: 3\nEpoch 2 loss: 2\nEpoch 3 loss: 1\n`,
      ),
  ],
};
