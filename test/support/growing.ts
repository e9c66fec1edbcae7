import { parquetWriteBuffer } from 'hyparquet-writer';
import type { SourceRef } from '../../src/engine/engine';
import { event, record } from './tfevents';

/** Numbers without pattern between 0 and 1, the same in each run. */
function noise(i: number): number {
  const x = Math.sin(i * 12.9898 + 4.1414) * 43758.5453;
  return x - Math.floor(x);
}

const encoder = new TextEncoder();
const text = (name: string, content: string): SourceRef[] => [
  { kind: 'bytes', name, bytes: encoder.encode(content) },
];
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const lines = (n: number, make: (i: number) => string): string => many(n, make).join('\n');
const target = (i: number) => (10 * noise(i)).toFixed(3);
const prediction = (i: number) => (10 * noise(i) + noise(i + 0.5) - 0.5).toFixed(3);

function npy(name: string, values: Float64Array): SourceRef {
  const head = `{'descr': '<f8', 'fortran_order': False, 'shape': (${values.length},), }\n`;
  const prefix = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, head.length & 255, head.length >> 8];
  const data = new Uint8Array(values.buffer);
  const bytes = new Uint8Array(prefix.length + head.length + data.length);
  bytes.set(prefix);
  bytes.set(encoder.encode(head), prefix.length);
  bytes.set(data, prefix.length + head.length);
  return { kind: 'bytes', name, bytes };
}

/** A table of few rows whose columns beside the target are those of `cells`. */
function wide(n: number, rows: number, name: (i: number) => string, cell: (row: number, i: number) => string): SourceRef[] {
  const header = ['y_true', ...many(n, name)].join(',');
  const body = many(rows, row => [target(row), ...many(n, i => cell(row, i))].join(','));
  return text('wide.csv', [header, ...body].join('\n'));
}

/** Class labels of their own for each of n classes, with columns of probabilities where they are asked for. */
function classes(n: number, rows: number): SourceRef[] {
  const header = ['label', ...many(n, i => `prob_c${i}`)].join(',');
  const body = many(rows, row => {
    const likely = (row * 7) % n;
    const rest = (0.5 / (n - 1)).toPrecision(15);
    return [`c${row % n}`, ...many(n, i => (i === likely ? '0.5' : rest))].join(',');
  });
  return text('classes.csv', [header, ...body].join('\n'));
}

/** What grows, and inputs of size n in which it does; n is where the work is long enough to be measured. */
export const readersGrow: Readonly<Record<string, readonly [number, (n: number) => readonly SourceRef[]]>> = {
  'rows of delimited text': [20_000, n => text('a.csv', `y_true,y_pred\n${lines(n, i => `${target(i)},${prediction(i)}`)}`)],
  'rows with labels of their own': [10_000, n => text('a.csv', `label,pred\n${lines(n, i => `w${i % 50},w${(i * 3) % 50}`)}`)],
  'rows with unlike texts': [10_000, n => text('a.csv', `y_true,y_pred,note\n${lines(n, i => `${target(i)},${prediction(i)},note ${i}`)}`)],
  'odd cells': [10_000, n => text('a.csv', `y_true,y_pred\n${lines(n, i => `${target(i)},${i % 3 === 0 ? 'n/a?' : prediction(i)}`)}`)],
  'one quoted cell over many lines': [100_000, n => text('a.csv', `y_true,y_pred,note\n1,2,"${lines(n, () => 'x')}"\n2,3,"a"\n3,3,b\n`)],
  'a quote that is never closed': [100_000, n => text('a.csv', `y_true,y_pred,note\n1,2,a\n2,3,b\n3,4,"${lines(n, () => '1,2,x')}`)],
  'records of JSON': [8_000, n => text('a.json', JSON.stringify(many(n, i => ({ y_true: noise(i), y_pred: noise(i + 0.3) }))))],
  'columns of JSON': [20_000, n => text('a.json', JSON.stringify({ y_true: many(n, noise), y_pred: many(n, i => noise(i + 0.3)) }))],
  'lines of JSON': [8_000, n => text('a.jsonl', lines(n, i => JSON.stringify({ y_true: noise(i), y_pred: noise(i + 0.3) })))],
  'depth of JSON': [50_000, n => text('a.json', `{"a":${'['.repeat(n)}${']'.repeat(n)}}`)],
  'elements of .npy': [100_000, n => [npy('y_true.npy', Float64Array.from(many(n, noise))), npy('y_pred.npy', Float64Array.from(many(n, i => noise(i + 0.3))))]],
  'rows of Parquet': [20_000, n => [{ kind: 'bytes', name: 'a.parquet', bytes: new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'y_true', data: many(n, noise), type: 'DOUBLE' }, { name: 'y_pred', data: many(n, i => noise(i + 0.3)), type: 'DOUBLE' }] })) }]],
  'events of TensorBoard': [3_000, n => {
    const records = many(n, i => record(event(i % 120, 'loss', 1 / (1 + i))));
    return [{ kind: 'bytes', name: 'events.out.tfevents.1', bytes: new Uint8Array(Buffer.concat(records)) }];
  }],
  'values of MLflow': [8_000, n => text('loss', lines(n, i => `17000000000${String(i).padStart(6, '0').slice(-2)} ${1 / (1 + i)} ${i}`))],
  'cells of a notebook': [500, n => text('a.ipynb', JSON.stringify({ cells: many(n, i => ({ cell_type: 'code', source: [`x${i} = 1`], outputs: [{ output_type: 'stream', text: [`Epoch ${i}\n`, `loss: ${1 / (1 + i)} - val_loss: ${2 / (1 + i)}\n`] }] })), nbformat: 4 }))],
  'array literals': [8_000, n => text('a.py', `y_true = [${many(n, target).join(', ')}]\ny_pred = [${many(n, prediction).join(', ')}]\n`)],
  'many array literals': [600, n => text('a.py', lines(n, i => `a${i} = [1, 2, 3]`))],
  'a printed table': [3_000, n => text('a.txt', `   y_true  y_pred\n${lines(n, i => `${i}  ${target(i)}  ${prediction(i)}`)}`)],
  'a table of Markdown': [3_000, n => text('a.md', `| y_true | y_pred |\n|---|---|\n${lines(n, i => `| ${target(i)} | ${prediction(i)} |`)}`)],
  'lines of a log': [2_000, n => text('a.log', lines(n, i => `Epoch ${i}/9999 - loss: ${1 / (1 + i)} - val_loss: ${2 / (1 + i)}`))],
  'lines of other text in a log': [10_000, n => text('a.log', `${lines(n, i => `starting worker ${i} now`)}\nEpoch 1 loss: 3\nEpoch 2 loss: 2\nEpoch 3 loss: 1\n`)],
};

export const tablesGrow: typeof readersGrow = {
  'columns that are not used': [2_000, n => wide(n + 1, 5, i => (i === 0 ? 'y_pred' : `feature_${i}`), (row, i) => (i === 0 ? prediction(row) : `${noise(row * 31 + i).toFixed(3)}`))],
  'columns of text': [2_000, n => wide(n + 1, 5, i => (i === 0 ? 'y_pred' : `note_${i}`), (row, i) => (i === 0 ? prediction(row) : `w${(row * 31 + i) % 997}`))],
  'columns without names': [1_000, n => text('a.csv', lines(6, row => many(n, i => noise(row * 31 + i).toFixed(3)).join(',')))],
  'columns of one name': [1_000, n => wide(n, 5, () => 'y_pred', (row, i) => noise(row * 31 + i).toFixed(3))],
  'models of a regression': [250, n => wide(n, 12, i => `pred_m${i}`, (row, i) => (10 * noise(row) + noise(row * 31 + i)).toFixed(3))],
  'models of two classes': [250, n => text('a.csv', `label,${many(n, i => `prob_m${i}`).join(',')}\n${lines(12, row => [row % 2, ...many(n, i => noise(row * 31 + i).toFixed(3))].join(','))}`)],
  'models of labels alone': [250, n => text('a.csv', `label,${many(n, i => `pred_m${i}`).join(',')}\n${lines(12, row => ['abc'[row % 3], ...many(n, i => 'abc'[(row + i) % 3])].join(','))}`)],
  'models in a long table': [250, n => text('a.csv', `model,id,y_true,y_pred\n${many(n, m => lines(6, i => `m${m},${i},${target(i)},${(10 * noise(i) + noise(i * 31 + m)).toFixed(3)}`)).join('\n')}`)],
  'splits': [250, n => text('a.csv', `split,y_true,y_pred\n${lines(n * 4, i => `s${i % n},${target(i)},${prediction(i)}`)}`)],
  'classes with columns': [200, n => classes(n, 40)],
  'classes of labels': [2_000, n => text('a.csv', `label,pred\n${lines(2 * n, i => `c${i % n},c${(i * 7) % n}`)}`)],
  'keys to join by': [4_000, n => [...text('truth.csv', `id,y_true\n${lines(n, i => `k${i},${target(i)}`)}`), ...text('pred.csv', `id,y_pred\n${lines(n, i => `k${n - 1 - i},${prediction(n - 1 - i)}`)}`)]],
  'files that share a target': [40, n => many(n, m => text(`m${m}.csv`, `y_true,y_pred\n${lines(12, i => `${target(i)},${(10 * noise(i) + noise(i * 31 + m)).toFixed(3)}`)}`)).flat()],
  'epochs': [4_000, n => text('history.csv', `epoch,loss,val_loss\n${lines(n, i => `${i},${(1 / (1 + i) + 0.01 * noise(i)).toFixed(5)},${(1 / (1 + i) + 0.02 * noise(i + 0.3)).toFixed(5)}`)}`)],
  'curves': [200, n => text('history.csv', `epoch,${many(n, i => `loss_${i}`).join(',')}\n${lines(12, row => [row, ...many(n, i => (1 / (1 + row) + 0.01 * noise(i)).toFixed(4))].join(','))}`)],
  'runs of a file': [100, n => text('history.csv', `run,epoch,loss,val_loss\n${many(n, r => lines(8, i => `r${r},${i},${(1 / (1 + i)).toFixed(4)},${(1 / (1 + i) + 0.1 * noise(r)).toFixed(4)}`)).join('\n')}`)],
  'epochs that restart': [100, n => text('history.csv', `epoch,loss,val_loss\n${many(n, r => lines(8, i => `${i},${(1 / (1 + i)).toFixed(4)},${(1 / (1 + i) + 0.1 * noise(r)).toFixed(4)}`)).join('\n')}`)],
  'runs of many files': [40, n => many(n, r => text(`run${r}.csv`, `epoch,loss,val_loss\n${lines(12, i => `${i},${(1 / (1 + i)).toFixed(4)},${(1 / (1 + i) + 0.1 * noise(r)).toFixed(4)}`)}`)).flat()],
};
