import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { pageSays, pageText, useWorkbench, wholeValue } from '../../support/useWorkbench';

interface Row {
  readonly promise: string;
  readonly file: string;
  /** Lines to select; without them the file is right-clicked in the explorer. */
  readonly lines?: readonly [number, number];
  readonly on?: string;
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly says: readonly RegExp[];
  readonly saysNot?: readonly RegExp[];
}

const rows: readonly Row[] = [
  {
    promise: 'four selected errors that cancel in the plain sum',
    file: 'errors.py',
    lines: [6, 6],
    on: 'errors =',
    values: { errors: { sum_error: 0, sum_squared_error: 808, mse: 202, mae: 11 } },
    says: [/Opposite errors cancel/],
  },
  {
    promise: 'a house predicted 20000 too low',
    file: 'house_price.py',
    lines: [3, 4],
    on: 'prediction =',
    values: { prediction: { mse: 400_000_000, mean_error: -20_000 } },
    says: [/-20000/],
  },
  {
    promise: 'the share of the loss that one large error carries',
    file: 'one_large_error.py',
    lines: [3, 3],
    on: 'errors =',
    values: { errors: { sum_squared_error: 404, sum_absolute_error: 22 } },
    says: [/99\.0 %/, /90\.9 %/],
  },
  {
    promise: 'errors of +3 and -3, which both cost 9',
    file: 'symmetric_errors.py',
    lines: [3, 3],
    on: 'errors =',
    values: { errors: { mse: 9, sum_squared_error: 18 } },
    says: [],
  },
  {
    promise: 'errors of 10 and 20 under the absolute loss',
    file: 'linear_errors.py',
    lines: [3, 3],
    on: 'errors =',
    values: { errors: { mae: 15, sum_absolute_error: 30 } },
    says: [],
  },
  {
    promise: 'predictions and actual values as two lists',
    file: 'regression_arrays.py',
    lines: [3, 4],
    on: 'predictions =',
    values: { predictions: { mse: 0.375, mae: 0.5 } },
    says: [/"actuals" is the target/],
  },
  {
    promise: 'three classes, once confident and right, once confident and wrong',
    file: 'animals.json',
    values: { probabilities: { log_loss: (-Math.log(0.7) - Math.log(0.2)) / 2, accuracy: 0.5 } },
    says: [/1 confident and right, 0 unsure, 1 confident and wrong/, /1\.60944/],
  },
  {
    promise: 'two models of equal accuracy and different loss',
    file: 'two_models.csv',
    values: {
      model_a: { accuracy: 0.9, log_loss: (-90 * Math.log(0.95) - 10 * Math.log(0.4)) / 100 },
      model_b: { accuracy: 0.9, log_loss: (-90 * Math.log(0.55) - 10 * Math.log(0.001)) / 100 },
    },
    says: [/accuracy 0\.90 for both/, /0\.137793/, /1\.22883/, /lines 92-101/],
  },
  {
    promise: 'a history that overfits, with its best epoch',
    file: 'overfitting.csv',
    says: [/overfitting since epoch \d+/i, /epoch 12/],
  },
  {
    promise: 'a healthy history, without a warning',
    file: 'healthy.csv',
    says: [/healthy/i, /flat/i],
    saysNot: [/overfit(?!ting: none)/i],
  },
];

describe('the samples in the workbench', () => {
  const used = useWorkbench();

  async function inspect({ file, lines, on }: Row): Promise<Frame> {
    const { workbench } = used;
    if (lines === undefined) await workbench.rightClickInExplorer(file, 'Inspect Loss');
    else {
      await workbench.openFile(file);
      await workbench.selectLines(...lines);
      await workbench.rightClickInEditor(on ?? '', 'Inspect Loss of Selection');
    }
    return used.panelAbout(file);
  }

  for (const row of rows) {
    it(`show ${row.promise}`, async () => {
      const frame = await inspect(row);
      for (const [model, metrics] of Object.entries(row.values ?? {})) {
        for (const [metric, expected] of Object.entries(metrics)) {
          const value = await wholeValue(frame, model, metric);
          assert.ok(Math.abs(value - expected) <= 1e-12 * Math.abs(expected), `${metric} ${value}`);
        }
      }
      for (const sentence of row.says) await pageSays(frame, sentence);
      const text = await pageText(frame);
      for (const sentence of row.saysNot ?? []) assert.doesNotMatch(text, sentence);
      await used.workbench.screenshot(`sample-${row.file}`);
    });
  }

  it('are left as they were', () => {
    for (const file of readdirSync('samples')) {
      assert.deepEqual(readFileSync(join(used.folder, file)), readFileSync(join('samples', file)));
    }
  });

  it('break no content security policy', () => {
    assert.deepEqual(used.workbench.complaints, []);
  });
});
