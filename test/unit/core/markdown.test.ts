import assert from 'node:assert/strict';
import { lossTable, reportAsMarkdown } from '../../../src/core/markdown';
import type { LossReport } from '../../../src/shared/lossReport';

const mse = { id: 'mse', name: 'Mean squared error', direction: 'lower' } as const;
const model = {
  name: 'a|b\n<i>',
  split: null,
  n: 20,
  values: { mse: 202 },
  undefined: {},
  worst: [],
};
const report: LossReport = {
  schema: 1,
  sources: [{ name: 'a.csv', format: 'csv', rows: 2, bytes: 10 }],
  task: 'regression',
  roles: {
    target: 'y',
    predictions: ['p'],
    probabilities: {},
    positive: null,
    classes: null,
    weight: null,
    split: null,
    id: null,
    ignored: [],
  },
  skipped: [{ model: null, reason: 'missing target', count: 1, lines: [3] }],
  models: [model],
  findings: [{ id: 'errors-cancel', text: 'Opposite errors cancel.', evidence: {} }],
  notes: [],
  runs: [],
};

describe('a report as Markdown', () => {
  it('has the source, the skipped rows, the findings and the losses', () => {
    const text = reportAsMarkdown(report, [mse]);
    assert.match(text, /^# Losses of a\.csv\n/);
    assert.match(text, /- a\.csv \(csv\): 2 rows\n- 1 row skipped: missing target/);
    assert.match(text, /- Opposite errors cancel\./);
    assert.match(text, /\| Mean squared error \| 202 \|/);
  });

  it('has the groups where the models fail, whatever they are named', () => {
    const slice = {
      where: [{ column: 'a', is: '<b>|west' }],
      n: 57,
      loss: 339.125,
      rest: 4,
      excess: 9.55,
      p: 1e-12,
      confirmed: true,
      lines: [2],
      text: 'a is <b>|west',
    } as const;
    const text = reportAsMarkdown({ ...report, models: [{ ...model, slices: [slice] }] }, [mse]);
    assert.match(text, /## Where it fails\n\n\| group \| rows \| mean loss /);
    assert.ok(text.includes('| a is \\<b\\>\\|west | 57 | 339.1 | 4 | 9.55 | \\< 0.001 |'), text);
    assert.doesNotMatch(reportAsMarkdown(report, [mse]), /Where it fails/);
  });

  it('keeps names from the data inside their cells', () => {
    assert.equal(lossTable([model], [mse]).split('\n')[0], '| loss | a\\|b \\<i\\> |');
  });

  it('has the intervals, the best, the baseline and why a value does not exist', () => {
    const better = {
      ...model,
      name: 'b',
      values: { mse: 9 },
      intervals: { mse: [4, 16] },
      baseline: { mse: 100 },
    } as const;
    const other = { ...model, name: 'a', baseline: { mse: 100 } };
    const none = {
      ...model,
      name: 'c',
      values: {},
      undefined: { mse: 'no rows' },
      baseline: { mse: 100 },
    };
    const [head, , row] = lossTable([other, better, none], [mse]).split('\n');
    assert.equal(head, '| loss (95 % interval) | a | b | c | baseline (best constant) |');
    assert.equal(
      row,
      '| Mean squared error | 202 | 9, best (4 to 16) | undefined: no rows | 100 |',
    );
  });

  it('draws a run with its series', () => {
    const text = reportAsMarkdown(
      {
        ...report,
        task: 'training',
        models: [],
        runs: [
          {
            name: 'h.csv',
            x: 'epoch',
            verdict: 'healthy',
            bestAt: 3,
            text: 'It flattened.',
            series: [
              {
                name: 'loss',
                split: 'train',
                quantity: 'loss',
                n: 3,
                first: 1,
                last: 0.5,
                best: 0.5,
                bestAt: 3,
              },
            ],
          },
        ],
      },
      [],
    );
    assert.match(text, /\| loss \| 3 \| 1 \| 0\.5 \| 0\.5 \| 3 \|/);
    assert.match(text, /best at epoch/);
  });
});
