import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readNotebook } from '../../../../src/readers/notebook/readNotebook';
import { columnNamed, type Table } from '../../../../src/readers/table';
import { itOnCorpus } from '../../../support/corpus';

const reactions = ['notebooks/chemprop_predict_reaction.ipynb'];

function tableOf(file: string): Table {
  return readNotebook(basename(file), readFileSync(file, 'utf8'));
}

function numbers(table: Table, name: string): number[] {
  return [...(columnNamed(table, name)?.numbers ?? [])];
}

/** A notebook with one code cell, in the form that Jupyter saves. */
function notebook(source: string, outputs: readonly object[]): string {
  const cell = { cell_type: 'code', metadata: {}, source: source.split(/(?<=\n)/), outputs };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

function shown(data: Readonly<Record<string, string>>): object {
  return { output_type: 'execute_result', data };
}

function printed(...parts: readonly string[]): object {
  return { output_type: 'stream', name: 'stdout', text: parts };
}

describe('readNotebook', () => {
  itOnCorpus('reads the rows that a shown DataFrame shows, and says so', reactions, file => {
    const table = tableOf(file);
    assert.equal(table.rows, 10);
    assert.deepEqual(table.known, { target: 'ea' });
    assert.deepEqual(numbers(table, 'ea').slice(0, 2), [8.898934, 5.464328]);
    assert.deepEqual(numbers(table, 'preds').slice(-1), [8.107012]);
    assert.deepEqual(
      table.problems.map(({ text }) => text),
      ['only the 10 rows that the print shows; the others are abbreviated with "..."'],
    );
  });

  itOnCorpus('gives every row its line in the file', reactions, file => {
    const line = tableOf(file).lineOf(0)!;
    assert.match(
      readFileSync(file, 'utf8')
        .split('\n')
        .slice(line - 1, line + 5)
        .join(),
      /8\.898934/,
    );
  });

  const epochs = ['notebooks/optax_plateau_logs.ipynb'];
  itOnCorpus('reads printed epochs as a history', epochs, file => {
    const table = tableOf(file);
    assert.equal(table.history, true);
    assert.equal(table.rows, 50);
    assert.equal(numbers(table, 'mean train accuracy')[0], 0.795105516910553);
    assert.deepEqual(
      table.more?.map(({ rows }) => rows),
      [50],
    );
  });

  it('prefers predictions to a history, and takes arrays typed into cells', () => {
    const text = notebook('y_true = [1, 2]\ny_pred = [1, 3]\n', [
      printed('Epoch 1 loss 0.5\n', 'Epoch 2 loss 0.4\n'),
    ]);
    const table = readNotebook('a.ipynb', text);
    assert.deepEqual(numbers(table, 'y_pred'), [1, 3]);
    assert.match(text.split('\n')[table.lineOf(0)! - 1]!, /y_true/);
  });

  it('joins what a cell prints in parts', () => {
    const outputs = [
      printed('Epoch 1/2\n', '10/10 [===] - 1s - loss: 0.5\n'),
      printed('Epoch 2/2\n10/10 [===] - 1s - loss: 0.4\n'),
    ];
    const table = readNotebook('a.ipynb', notebook('fit()', outputs));
    assert.deepEqual(numbers(table, 'loss'), [0.5, 0.4]);
    assert.deepEqual(numbers(table, 'epoch'), [1, 2]);
  });

  it('reads an HTML table without an index, with entities and dropped columns of dots', () => {
    const html =
      '<table><thead><tr><th>Step</th><th>Training Loss</th><th>...</th><th>A&amp;B</th></tr></thead><tbody>' +
      '<tr><td>1</td><td>0.5</td><td>...</td><td>7</td></tr><tr><td>2</td><td><b>0.4</b></td><td>...</td><td>8</td></tr></tbody></table>';
    const table = readNotebook('a.ipynb', notebook('x', [shown({ 'text/html': html })]));
    assert.deepEqual(
      table.columns.map(column => column.name),
      ['Step', 'Training Loss', 'A&B'],
    );
    assert.deepEqual(numbers(table, 'Training Loss'), [0.5, 0.4]);
    assert.equal(table.history, true);
  });

  it('keeps the trainings of several cells apart, and one that is shown twice once', () => {
    const boosting = '[0]\ttrain-rmse:4.1\ttest-rmse:4.5\n[10]\ttrain-rmse:3.2\ttest-rmse:3.6\n';
    const net = 'Epoch 1/2\n9/9 - 1s - loss: 1.1\nEpoch 2/2\n9/9 - 1s - loss: 0.8\n';
    const again = shown({ 'text/plain': '   epoch  loss\n0      1   1.1\n1      2   0.8' });
    const cells = [[printed(boosting)], [printed(net)], [again]].map(outputs => ({
      cell_type: 'code',
      metadata: {},
      source: [],
      outputs,
    }));
    const table = readNotebook('a.ipynb', JSON.stringify({ cells, metadata: {}, nbformat: 4 }));
    assert.deepEqual(
      [table, ...(table.more ?? [])].map(one => one.columns.map(({ name }) => name)),
      [
        ['iteration', 'train-rmse', 'test-rmse'],
        ['epoch', 'loss'],
      ],
    );
  });

  it('says so when there is nothing to see or the file is no notebook', () => {
    assert.throws(
      () => readNotebook('a.ipynb', notebook('x = f()', [printed('done\n')])),
      /no cell of this notebook/,
    );
    assert.throws(() => readNotebook('a.ipynb', '{"cells": ['), /a\.ipynb, line 1.*not a notebook/);
    assert.throws(() => readNotebook('a.ipynb', '[]'), /no cell of this notebook/);
  });
});
