import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import type { LossReport, ModelReport } from '../../../../src/shared/lossReport';
import type { RoleChoices } from '../../../../src/shared/roleChoices';

type File = readonly [name: string, lines: readonly string[]];

async function reportOn(files: readonly File[], choices: RoleChoices = {}): Promise<LossReport> {
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  const refs = files.map(([name, lines]) => ({
    kind: 'bytes' as const,
    name,
    bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
  }));
  return (await engine.inspect(refs, { choices })).report;
}

const one = (lines: readonly string[], choices: RoleChoices = {}) =>
  reportOn([['a.csv', lines]], choices);

function entry({ models }: LossReport, name: string, output: string | null): ModelReport {
  const found = models.find(model => model.name === name && model.output === output);
  assert.ok(found, `${name} of ${output}`);
  return found;
}

/** scikit-learn's example of two outputs. */
const documented = [
  'a_actual,a_predicted,b_actual,b_predicted',
  '0.5,0,1,2',
  '-1,-1,1,2',
  '7,8,-6,-5',
];

describe('a table of several outputs', () => {
  it('has an entry for each model and output, and one over all outputs', async () => {
    const report = await one(documented);
    assert.equal(report.task, 'multioutput');
    assert.deepEqual(
      report.models.map(({ name, output }) => [name, output]),
      [
        ['predicted', null],
        ['predicted', 'a'],
        ['predicted', 'b'],
      ],
    );
    assert.deepEqual(report.roles.outputs, [
      {
        name: 'a',
        target: 'a_actual',
        predictions: { predicted: 'a_predicted' },
        probabilities: {},
      },
      {
        name: 'b',
        target: 'b_actual',
        predictions: { predicted: 'b_predicted' },
        probabilities: {},
      },
    ]);
  });

  it('averages as scikit-learn does, the root mean squared error as the mean of the roots', async () => {
    const { values } = entry(await one(documented), 'predicted', null);
    assert.ok(Math.abs(values.mse! - 17 / 24) < 1e-12);
    assert.ok(Math.abs(values.rmse! - (Math.sqrt(5 / 12) + 1) / 2) < 1e-12);
    assert.equal(values.mae, 0.75);
  });

  it('makes one output the report when it is chosen as the target, with the way back in its roles', async () => {
    const report = await one(documented, { target: 'b_actual' });
    assert.equal(report.task, 'regression');
    assert.deepEqual(
      report.models.map(({ name, output, values }) => [name, output, values.mse]),
      [['b_predicted', undefined, 1]],
    );
    assert.equal(report.roles.outputs?.length, 2);
  });

  it('crosses models and outputs', async () => {
    const report = await one(
      [
        'price,ridge_price,forest_price,size,ridge_size,forest_size',
        '1,2,1,10,10,12',
        '2,3,2,20,20,22',
        '3,4,3,30,30,32',
      ].map(line => line.replaceAll('ridge_', 'ridge_pred_').replaceAll('forest_', 'forest_pred_')),
    );
    assert.equal(entry(report, 'ridge_pred', 'price').values.mse, 1);
    assert.equal(entry(report, 'ridge_pred', 'size').values.mse, 0);
    assert.equal(entry(report, 'forest_pred', 'size').values.mse, 4);
    assert.equal(entry(report, 'ridge_pred', null).values.mse, 0.5);
    assert.equal(entry(report, 'forest_pred', null).values.mse, 2);
  });

  it('names the models of two files after the files of the predictions', async () => {
    const report = await reportOn([
      ['truth.csv', ['id,toxic,insult', '1,1,0', '2,0,1', '3,1,1', '4,0,0']],
      ['deep.csv', ['id,toxic,insult', '4,0.1,0.2', '3,0.9,0.4', '2,0.2,0.7', '1,0.8,0.3']],
    ]);
    assert.equal(report.task, 'multilabel');
    const all = entry(report, 'deep', null);
    assert.equal(all.n, 4);
    assert.equal(all.values.hamming_loss, 1 / 8);
    assert.equal(all.values.subset_accuracy, 3 / 4);
    assert.equal(entry(report, 'deep', 'insult').values.accuracy, 3 / 4);
  });

  it('says of a label without rows what cannot be computed, and what the others give', async () => {
    const report = await one([
      'true_a,true_b,prob_a,prob_b',
      '1,0,0.9,0.2',
      '0,0,0.3,0.1',
      '1,0,0.6,0.7',
      '0,0,0.4,0.2',
    ]);
    const all = entry(report, 'prob', null);
    assert.match(all.undefined.roc_auc ?? '', /output "b"/);
    assert.equal(all.values.hamming_loss, 1 / 8);
    assert.match(all.notes?.recall_macro ?? '', /0 \/ 0 for 1 of 2 labels/);
  });

  it('says which output carries the loss', async () => {
    const { findings } = await one([
      'a_actual,a_predicted,b_actual,b_predicted,c_actual,c_predicted',
      '1,1.1,10,19,1,1.2',
      '2,2.1,30,21,2,2.1',
      '3,2.9,20,29,3,3.1',
      '4,4.1,40,31,4,3.9',
    ]);
    const [first] = findings;
    assert.equal(first?.id, 'one-output-dominates');
    assert.match(first.text, /^One of three outputs, "b", carries 1?\d+(\.\d+)? % of the loss/);
    assert.equal(first.title, 'One output makes most of the loss');
    assert.match(first.brief ?? '', /^b carries \d+ % of the loss of 3 outputs\.$/);
  });

  it('leaves out an output that cannot be judged, with a sentence', async () => {
    const report = await one([
      'a_actual,a_predicted,b_actual,b_predicted,c_actual,c_predicted',
      '1,1.1,10,11,,1.2',
      '2,2.1,30,31,,2.1',
      '3,2.9,20,21,,3.1',
    ]);
    assert.equal(report.roles.outputs?.length, 2);
  });

  it('counts what is over all labels over the rows that have them all, and says so', async () => {
    const report = await one([
      'true_a,true_b,prob_a,prob_b',
      '1,0,0.9,0.2',
      '0,1,0.3,',
      '1,0,0.6,0.7',
      '0,1,0.4,0.8',
    ]);
    assert.equal(entry(report, 'prob', null).n, 3);
    assert.equal(entry(report, 'prob', 'a').n, 4);
    assert.ok(report.notes.some(note => /different rows/.test(note)));
    assert.equal(report.skipped[0]?.output, 'b');
  });

  it('judges the first thousand of ten thousand labels and says what it left out', async () => {
    const names = Array.from({ length: 10_000 }, (_, k) => k);
    const head = [...names.map(k => `true_l${k}x`), ...names.map(k => `pred_l${k}x`)].join(',');
    const row = (y: number, p: number) => [...names.map(() => y), ...names.map(() => p)].join(',');
    const report = await one([head, row(1, 1), row(0, 0), row(0, 1)]);
    assert.equal(report.roles.outputs?.length, 1000);
    assert.ok(report.notes.some(note => /first 1000 of 10000 outputs/.test(note)));
  }).timeout(60_000);

  it('refuses several outputs where there is one, and takes the one where a task of one is chosen', async () => {
    const lines = ['y_true,y_pred', '1,2', '2,2', '3,4'];
    await assert.rejects(one(lines, { task: 'multioutput' }), /no two outputs/);
    assert.equal((await one(documented, { task: 'regression' })).task, 'regression');
  });

  it('takes no features for outputs where a target stands alone', async () => {
    const report = await one([
      'y_true,pred_a,pred_b,a,b',
      '1,2,1,7,8',
      '2,2,2,3,9',
      '3,3,4,5,1',
      '5,4,6,2,2',
    ]);
    assert.equal(report.task, 'regression');
  });
});

describe('columns that are no outputs', () => {
  it('reads the chances of two sides, whose outcomes are called after them, as one question', async () => {
    const report = await one([
      'prob1,prob1_outcome,prob2,prob2_outcome',
      '0.7,1,0.3,0',
      '0.4,0,0.6,1',
      '0.8,0,0.2,1',
      '0.6,1,0.4,0',
    ]);
    assert.equal(report.task, 'binary');
  });
});

describe('lists of labels in cells', () => {
  const sets = (cells: readonly (readonly [string, string])[], quote = '"') =>
    one(['y_true,y_pred', ...cells.map(([y, p]) => `${quote}${y}${quote},${quote}${p}${quote}`)]);

  it('reads brackets, bars and commas as the same sets', async () => {
    const bars = await sets([
      ['a|b', 'a'],
      ['b', 'b'],
      ['a', 'a|b'],
      ['b|a', 'a|b'],
    ]);
    const commas = await sets([
      ['a, b', 'a'],
      ['b', 'b'],
      ['a', 'a, b'],
      ['b, a', 'a, b'],
    ]);
    const brackets = await sets([
      ["['a', 'b']", "['a']"],
      ["['b']", "['b']"],
      ["['a']", "['a', 'b']"],
      ["['b', 'a']", "['a', 'b']"],
    ]);
    for (const report of [bars, commas, brackets]) {
      assert.equal(report.task, 'multilabel');
      const { values } = entry(report, 'y_pred', null);
      assert.equal(values.hamming_loss, 2 / 8);
      assert.equal(values.subset_accuracy, 2 / 4);
      assert.equal(values.jaccard, (0.5 + 1 + 0.5 + 1) / 4);
    }
  });

  it('takes an empty list for a row without labels', async () => {
    const report = await sets([
      ['[]', '[]'],
      ["['a']", "['a']"],
      ["['a', 'b']", "['b']"],
      ["['b']", '[]'],
    ]);
    const { values, n } = entry(report, 'y_pred', null);
    assert.equal(n, 4);
    assert.equal(values.subset_accuracy, 2 / 4);
  });

  it('names labels that only one side has', async () => {
    const report = await sets([
      ['a|b', 'a|z'],
      ['b', 'b'],
      ['a', 'a|z'],
      ['b|a', 'a'],
    ]);
    assert.ok(report.notes.some(note => /1 label of "y_pred" never in "y_true": "z"/.test(note)));
  });

  it('leaves sentences and lists of numbers alone', async () => {
    const sentences = await one([
      'text,label,prediction',
      '"Well, this is fine",pos,pos',
      '"No, not at all",neg,pos',
      '"Yes, it works",pos,pos',
      '"Oh, why not",neg,neg',
    ]);
    assert.equal(sentences.task, 'binary');
  });
});
