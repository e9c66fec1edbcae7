import type { SourceRef } from '../../../src/engine/engine';
import { type Growing, lines, many, noise, prediction, target, text } from './made';

/** A table of few rows whose columns beside the target are those of `cells`. */
export function wide(
  n: number,
  rows: number,
  name: (i: number) => string,
  cell: (row: number, i: number) => string,
): SourceRef[] {
  const header = ['y_true', ...many(n, name)].join(',');
  const body = many(rows, row => [target(row), ...many(n, i => cell(row, i))].join(','));
  return text('wide.csv', [header, ...body].join('\n'));
}

/** Probabilities of n classes, of which the first twenty occur. */
export function classes(n: number, rows: number): SourceRef[] {
  const header = ['label', ...many(n, i => `prob_c${i}`)].join(',');
  const body = many(rows, row => {
    const likely = (row * 7) % n;
    const rest = (0.5 / (n - 1)).toPrecision(15);
    return [`c${row % 20}`, ...many(n, i => (i === likely ? '0.5' : rest))].join(',');
  });
  return text('classes.csv', [header, ...body].join('\n'));
}

/** What a table can have many of. */
export const grownTables: Growing = {
  'columns that are not used': [
    2_000,
    n =>
      wide(
        n + 1,
        5,
        i => (i === 0 ? 'y_pred' : `feature_${i}`),
        (row, i) => (i === 0 ? prediction(row) : `${noise(row * 31 + i).toFixed(3)}`),
      ),
  ],
  'columns of text': [
    2_000,
    n =>
      wide(
        n + 1,
        5,
        i => (i === 0 ? 'y_pred' : `note_${i}`),
        (row, i) => (i === 0 ? prediction(row) : `w${(row * 31 + i) % 997}`),
      ),
  ],
  'columns without names': [
    1_000,
    n =>
      text(
        'a.csv',
        lines(6, row => many(n, i => noise(row * 31 + i).toFixed(3)).join(',')),
      ),
  ],
  'columns of one name': [
    250,
    n =>
      wide(
        n,
        5,
        () => 'y_pred',
        (row, i) => noise(row * 31 + i).toFixed(3),
      ),
  ],
  'models of a regression': [
    250,
    n =>
      wide(
        n,
        12,
        i => `pred_m${i}`,
        (row, i) => (10 * noise(row) + noise(row * 31 + i)).toFixed(3),
      ),
  ],
  'models of two classes': [
    250,
    n =>
      text(
        'a.csv',
        `label,${many(n, i => `prob_m${i}`).join(',')}\n${lines(12, row => [row % 2, ...many(n, i => noise(row * 31 + i).toFixed(3))].join(','))}`,
      ),
  ],
  'models of labels alone': [
    250,
    n =>
      text(
        'a.csv',
        `label,${many(n, i => `pred_m${i}`).join(',')}\n${lines(12, row => ['abc'[row % 3], ...many(n, i => 'abc'[(row + i) % 3])].join(','))}`,
      ),
  ],
  'models of labels and probabilities': [
    150,
    n =>
      text(
        'a.csv',
        `label,${many(n, i => `pred_m${i},prob_m${i}`).join(',')}\n${lines(12, row => [row % 2, ...many(n, i => `${(row + i) % 2},${noise(row * 31 + i).toFixed(3)}`)].join(','))}`,
      ),
  ],
  'probabilities of one name': [
    250,
    n =>
      text(
        'a.csv',
        `label,${many(n, () => 'prob').join(',')}\n${lines(12, row => [row % 2, ...many(n, i => noise(row * 31 + i).toFixed(3))].join(','))}`,
      ),
  ],
  'models of class columns': [
    60,
    n =>
      text(
        'a.csv',
        `label,${many(n, i => `m${i}_a,m${i}_b,m${i}_c`).join(',')}\n${lines(12, row => ['abc'[row % 3], ...many(n, i => ['0.5,0.3,0.2', '0.2,0.5,0.3', '0.1,0.2,0.7'][(row + i) % 3])].join(','))}`,
      ),
  ],
  quantiles: [
    60,
    n =>
      text(
        'a.csv',
        `y_true,${many(n - 1, i => `q${((i + 1) / n).toFixed(5)}`).join(',')}\n${lines(12, row => [target(row), ...many(n - 1, i => (10 * noise(row) + i / n - 0.5).toFixed(3))].join(','))}`,
      ),
  ],
  'models in a long table': [
    250,
    n =>
      text(
        'a.csv',
        `model,id,y_true,y_pred\n${many(n, m => lines(6, i => `m${m},${i},${target(i)},${(10 * noise(i) + noise(i * 31 + m)).toFixed(3)}`)).join('\n')}`,
      ),
  ],
  splits: [
    250,
    n =>
      text(
        'a.csv',
        `split,y_true,y_pred\n${lines(n * 4, i => `s${i % n},${target(i)},${prediction(i)}`)}`,
      ),
  ],
  'classes with columns': [200, n => classes(n, 40)],
  'classes of labels': [
    2_000,
    n => text('a.csv', `label,pred\n${lines(2 * n, i => `c${i % n},c${(i * 7) % n}`)}`),
  ],
  'keys to join by': [
    4_000,
    n => [
      ...text('truth.csv', `id,y_true\n${lines(n, i => `k${i},${target(i)}`)}`),
      ...text('pred.csv', `id,y_pred\n${lines(n, i => `k${n - 1 - i},${prediction(n - 1 - i)}`)}`),
    ],
  ],
  'rows of one key': [
    1_000,
    n => [
      ...text('truth.csv', `id,y_true\n${lines(n, i => `k${i % 3},${target(i)}`)}`),
      ...text('pred.csv', `id,y_pred\n${lines(n, i => `k${i % 3},${prediction(i)}`)}`),
    ],
  ],
  'equal rows': [4_000, n => text('a.csv', `y_true,y_pred\n${lines(n, () => '1,2')}`)],
  'equal probabilities': [
    4_000,
    n => text('a.csv', `label,prob\n${lines(n, i => `${i % 2},0.25`)}`),
  ],
  'files that share a target': [
    40,
    n =>
      many(n, m =>
        text(
          `m${m}.csv`,
          `y_true,y_pred\n${lines(12, i => `${target(i)},${(10 * noise(i) + noise(i * 31 + m)).toFixed(3)}`)}`,
        ),
      ).flat(),
  ],
  epochs: [
    4_000,
    n =>
      text(
        'history.csv',
        `epoch,loss,val_loss\n${lines(n, i => `${i},${(1 / (1 + i) + 0.01 * noise(i)).toFixed(5)},${(1 / (1 + i) + 0.02 * noise(i + 0.3)).toFixed(5)}`)}`,
      ),
  ],
  curves: [
    200,
    n =>
      text(
        'history.csv',
        `epoch,${many(n, i => `loss_${i}`).join(',')}\n${lines(12, row => [row, ...many(n, i => (1 / (1 + row) + 0.01 * noise(i)).toFixed(4))].join(','))}`,
      ),
  ],
  'runs of a file': [
    400,
    n =>
      text(
        'history.csv',
        `run,epoch,loss,val_loss\n${many(n, r => lines(8, i => `r${r},${i},${(1 / (1 + i)).toFixed(4)},${(1 / (1 + i) + 0.1 * noise(r)).toFixed(4)}`)).join('\n')}`,
      ),
  ],
  'epochs that restart': [
    100,
    n =>
      text(
        'history.csv',
        `epoch,loss,val_loss\n${many(n, r => lines(8, i => `${i},${(1 / (1 + i)).toFixed(4)},${(1 / (1 + i) + 0.1 * noise(r)).toFixed(4)}`)).join('\n')}`,
      ),
  ],
  'runs of many files': [
    40,
    n =>
      many(n, r =>
        text(
          `run${r}.csv`,
          `epoch,loss,val_loss\n${lines(12, i => `${i},${(1 / (1 + i)).toFixed(4)},${(1 / (1 + i) + 0.1 * noise(r)).toFixed(4)}`)}`,
        ),
      ).flat(),
  ],
};
