import assert from 'node:assert/strict';
import { findings } from '../../../../src/core/findings/findings';
import type { PredictionData } from '../../../../src/core/predictionData';
import type { Finding, ModelReport } from '../../../../src/shared/lossReport';
import { defaultParameters } from '../../../../src/shared/metricId';
import {
  binaryData,
  dataOf,
  errorsData,
  gaussians,
  labels,
  multiclassData,
  numbers,
  regressionData,
  twoModels,
  uniforms,
} from '../../figures/fixtures';

function idsOf(data: PredictionData, models: readonly ModelReport[] = []): readonly string[] {
  return findings(data, models).map(({ id }) => id);
}

function find(data: PredictionData, id: string, models: readonly ModelReport[] = []): Finding {
  const found = findings(data, models).find(finding => finding.id === id);
  assert.ok(found, `${id} is missing among ${idsOf(data, models)}`);
  assert.match(found.text, /\.$/);
  assert.doesNotMatch(found.text, /NaN|undefined|—|!/);
  return found;
}

const target = gaussians(200).map(x => 10 + 3 * x);
const noise = gaussians(200, 5);
const good = target.map((y, i) => y + noise[i]!);

/** A calibrated binary model. */
function calibrated(n: number, seed = 3) {
  const p = uniforms(n, seed);
  const coin = uniforms(n, seed + 100);
  return { p, y: p.map((q, i) => (coin[i]! < q ? 1 : 0)) };
}

/** Three classes, right on nine rows in ten. */
const classes = ['cat', 'dog', 'fish'];
const classTarget = Array.from({ length: 90 }, (_, i) => i % 3);
const classLabel = classTarget.map((c, i) => (i % 10 === 0 ? (c + 1) % 3 : c));
const classRows = classLabel.map((c, i) =>
  classes.map((_, k) => (k === c ? 0.7 + (i % 7) / 100 : 0.15 - (i % 7) / 200)),
);

describe('findings', () => {
  it('stay quiet on healthy data', () => {
    assert.deepEqual(idsOf(regressionData(target, { good })), []);
    assert.deepEqual(idsOf(errorsData(...noise)), []);
    const { p, y } = calibrated(300);
    assert.deepEqual(idsOf(binaryData(y, { m: p })), []);
    assert.deepEqual(
      idsOf(multiclassData(classes, classTarget, { m: { rows: classRows, label: classLabel } })),
      [],
    );
    assert.deepEqual(idsOf(errorsData(3)), []);
  });

  it('come with the weightiest first', () => {
    const weights = findings(errorsData(20, -20, 2, -2), []).map(({ weight }) => weight ?? 0);
    assert.ok(weights.length > 1);
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => b - a),
    );
  });

  it('name other models with the same finding instead of repeating it', () => {
    const low = target.map((y, i) => y - 5 + noise[i]!);
    const found = findings(regressionData(target, { a: low, b: low.map(x => x - 1) }), []);
    const biased = found.filter(({ id }) => id === 'bias');
    assert.equal(biased.length, 1);
    assert.match(biased[0]!.text, /^b is .* The same holds for a\.$/);
  });
});

describe('errors-cancel', () => {
  it('says that opposite errors cancel in the plain sum', () => {
    const finding = find(errorsData(20, -20, 2, -2), 'errors-cancel');
    assert.match(finding.text, /it is 0, while the sum of squared errors is 808/);
    assert.equal(finding.evidence.sum, 0);
    assert.equal(finding.evidence.sumOfSquares, 808);
    assert.equal(finding.evidence.mse, 202);
    assert.equal(finding.evidence.mae, 11);
  });

  it('says nothing when all errors have one sign, or are zero', () => {
    assert.ok(!idsOf(errorsData(20, 2)).includes('errors-cancel'));
    assert.ok(!idsOf(errorsData(0, 0)).includes('errors-cancel'));
  });

  it('speaks of predictions only in a table that is summed by eye', () => {
    const small = regressionData([1, 2, 3, 4], { m: [21, -18, 5, 2] });
    assert.ok(idsOf(small).includes('errors-cancel'));
  });
});

describe('few-rows-dominate', () => {
  it('says both shares of the large one of two errors', () => {
    const finding = find(errorsData(20, 2), 'few-rows-dominate');
    assert.match(finding.text, /^1 of 2 rows \(line 2\) carries 99\.0 % of the squared loss/);
    assert.match(finding.text, /90\.9 % of its absolute loss/);
    assert.match(finding.text, /is 4 instead of 202\.$/);
    assert.deepEqual(finding.lines, [2]);
  });

  it('finds the two of four rows that carry 99 %', () => {
    const finding = find(errorsData(20, -20, 2, -2), 'few-rows-dominate');
    assert.match(finding.text, /^2 of 4 rows \(lines 2-3\) carry 99\.0 %/);
  });

  it('finds one outlier in two hundred rows and its line', () => {
    const outlier = good.with(50, good[50]! + 100);
    assert.deepEqual(find(regressionData(target, { m: outlier }), 'few-rows-dominate').lines, [52]);
  });

  it('finds rows that carry most of a log loss', () => {
    const y = Array<number>(500).fill(1);
    const p = y.map((_, i) => (i === 7 ? 1e-12 : 0.99));
    assert.deepEqual(find(binaryData(y, { m: p }), 'few-rows-dominate').lines, [9]);
  });

  it('says nothing about normal errors, nor about equal ones', () => {
    assert.ok(!idsOf(errorsData(...noise)).includes('few-rows-dominate'));
    assert.ok(!idsOf(errorsData(3, -3)).includes('few-rows-dominate'));
  });
});

describe('same-accuracy-different-loss', () => {
  it('explains two models that are right on the same rows', () => {
    const finding = find(twoModels(), 'same-accuracy-different-loss');
    assert.match(finding.text, /right on the same 90 rows, accuracy 0\.90 for both/);
    assert.match(finding.text, /0\.137793 for model_a and 1\.22883 for model_b/);
    assert.match(
      finding.text,
      /55 % of the gap comes from the 10 rows both get wrong \(lines 92-101\), where model_b is 99\.9 % sure of the wrong answer/,
    );
    assert.equal(finding.lines?.length, 10);
  });

  it('says when a wide gap hangs on few rows', () => {
    const y = Array<number>(60).fill(1);
    const steady = y.map((_, i) => (i === 5 ? 0.3 : 0.9));
    const sure = y.map((_, i) => (i === 5 ? 1e-9 : 0.9));
    const finding = find(binaryData(y, { steady, sure }), 'same-accuracy-different-loss');
    assert.match(finding.text, /other rows could reverse it\.$/);
  });

  it('says nothing about models of different accuracy, or of the same loss', () => {
    const { p, y } = calibrated(300);
    const coin = p.map(() => 0.5);
    assert.ok(!idsOf(binaryData(y, { a: p, b: coin })).includes('same-accuracy-different-loss'));
    const near = p.map(q => q * 0.999);
    assert.ok(!idsOf(binaryData(y, { a: p, b: near })).includes('same-accuracy-different-loss'));
  });
});

describe('bias', () => {
  it('tells the loss without it', () => {
    const data = regressionData(target, { m: good.map(x => x + 2) });
    const finding = find(data, 'bias');
    const { mse, mseAfter, meanError } = finding.evidence as Record<string, number>;
    assert.ok(Math.abs(mse! - mseAfter! - meanError! ** 2) < 1e-9);
    assert.match(finding.text, /too high on average/);
  });

  it('says nothing when the mean error is within chance', () => {
    assert.ok(!idsOf(regressionData(target, { good })).includes('bias'));
  });
});

describe('scale-factor', () => {
  it('recognises predictions in another unit', () => {
    const finding = find(regressionData(target, { m: good.map(x => x / 1000) }), 'scale-factor');
    assert.ok(Math.abs((finding.evidence.factor as number) / 1000 - 1) < 0.02);
    assert.match(finding.text, /factor of a thousand/);
  });

  it('recognises the opposite sign', () => {
    const finding = find(regressionData(target, { m: good.map(x => -x) }), 'scale-factor');
    assert.match(finding.text, /opposite sign/);
  });

  it('does not take unrelated predictions for scaled ones', () => {
    const unrelated = gaussians(200, 77).map(x => 100 + x);
    assert.ok(!idsOf(regressionData(target, { m: unrelated })).includes('scale-factor'));
  });
});

describe('shifted-rows', () => {
  it('finds predictions one row below their targets', () => {
    const late = target.map((_, i) => good[Math.max(0, i - 1)]!);
    const finding = find(regressionData(target, { m: late }), 'shifted-rows');
    assert.equal(finding.evidence.shift, 1);
    assert.match(finding.text, /1 row above/);
  });

  it('finds labels two rows above their classes', () => {
    const label = uniforms(100).map(u => Math.floor(u * 3));
    const early = label.map((_, i) => label[(i + 2) % 100]!);
    const finding = find(multiclassData(classes, label, { m: { label: early } }), 'shifted-rows');
    assert.equal(finding.evidence.shift, -2);
  });

  it('does not mistake a smooth series for a shifted one', () => {
    const series = Array.from({ length: 200 }, (_, i) => Math.sin(i / 20) * 10);
    const near = series.map((y, i) => y + 0.2 * noise[i]!);
    assert.ok(!idsOf(regressionData(series, { m: near })).includes('shifted-rows'));
  });
});

describe('constant-output', () => {
  it('compares a constant with the best constant', () => {
    const finding = find(regressionData([1, 2, 6], { m: [4, 4, 4] }), 'constant-output');
    assert.match(finding.text, /the mean 3, has a mean squared error of 4\.66667/);
  });

  it('sees a constant probability and a constant label', () => {
    assert.ok(idsOf(binaryData([0, 1, 1], { m: [0.5, 0.5, 0.5] })).includes('constant-output'));
    const label = multiclassData(classes, [0, 1, 2], { m: { label: [1, 1, 1] } });
    assert.ok(idsOf(label).includes('constant-output'));
  });

  it('says nothing when the target is constant as well, or the output varies', () => {
    assert.ok(!idsOf(regressionData([2, 2, 2], { m: [4, 4, 4] })).includes('constant-output'));
    assert.ok(!idsOf(regressionData([1, 2, 3], { m: [4, 4, 5] })).includes('constant-output'));
  });
});

describe('perfect-model', () => {
  it('is suspicious of a copy of the target', () => {
    assert.ok(idsOf(regressionData(target, { m: target })).includes('perfect-model'));
    const copied = multiclassData(classes, classTarget, { m: { label: classTarget } });
    assert.ok(idsOf(copied).includes('perfect-model'));
  });

  it('is not about a few rows or nearly right models', () => {
    assert.ok(!idsOf(regressionData([1, 2], { m: [1, 2] })).includes('perfect-model'));
    assert.ok(
      !idsOf(regressionData(target, { m: target.map(y => y + 1e-3) })).includes('perfect-model'),
    );
  });
});

describe('duplicated-rows', () => {
  it('finds copies of rows with long numbers', () => {
    const data = regressionData([...target, ...target.slice(0, 20)], {
      m: [...good, ...good.slice(0, 20)],
    });
    const finding = find(data, 'duplicated-rows');
    assert.equal(finding.evidence.rows, 20);
    assert.equal(finding.lines?.[0], 202);
  });

  it('does not count short numbers, which repeat by themselves', () => {
    const y = Array.from({ length: 60 }, (_, i) => i % 5);
    assert.ok(
      !idsOf(regressionData(y, { m: y.map((v, i) => v + (i % 3)) })).includes('duplicated-rows'),
    );
  });
});

describe('worse-than-baseline', () => {
  const data = regressionData(target, { m: target.map(y => 20 - y) });
  const report = (value: number): ModelReport => ({
    name: 'm',
    split: null,
    n: 200,
    values: { mse: value },
    undefined: {},
    worst: [],
    baseline: { mse: 9 },
  });

  it('compares with the constant in the report', () => {
    const finding = find(data, 'worse-than-baseline', [report(36)]);
    assert.match(
      finding.text,
      /mean squared error is 36, and always predicting the mean .* has 9\./,
    );
  });

  it('says nothing about a model with skill', () => {
    assert.ok(!idsOf(data, [report(4)]).includes('worse-than-baseline'));
  });
});

describe('only-wrong-rows', () => {
  it('speaks up when no label is right', () => {
    const y = [0, 1, 0, 1, 1, 0];
    const data = dataOf({
      task: 'binary',
      rows: 6,
      lineOf: row => row + 2,
      classes: ['0', '1'],
      target: labels('y', ['0', '1'], y),
      models: [
        {
          name: 'm',
          label: labels(
            'm',
            ['0', '1'],
            y.map(v => 1 - v),
          ),
        },
      ],
    });
    assert.match(find(data, 'only-wrong-rows').text, /wrong on all 6 rows/);
  });

  it('says nothing when one is right', () => {
    const one = multiclassData(classes, [0, 1, 2, 0, 1], { m: { label: [0, 2, 1, 1, 0] } });
    assert.ok(!idsOf(one).includes('only-wrong-rows'));
  });
});

describe('inverted-probabilities', () => {
  const { p, y } = calibrated(300);

  it('tells the log loss of 1 - p', () => {
    const finding = find(binaryData(y, { m: p.map(q => 1 - q) }), 'inverted-probabilities');
    const { logLoss, logLossAfter } = finding.evidence as Record<string, number>;
    assert.ok(logLossAfter! < 0.6 && logLoss! > 1);
  });

  it('leaves an uninformed model alone', () => {
    const blind = uniforms(300, 55);
    assert.ok(!idsOf(binaryData(y, { m: blind })).includes('inverted-probabilities'));
  });

  it('is not about a base rate above one half', () => {
    const mostly = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? 0 : 1));
    const low = mostly.map((_, i) => 0.1 + (i % 4) / 100);
    assert.ok(!idsOf(binaryData(mostly, { m: low })).includes('inverted-probabilities'));
  });
});

describe('permuted-classes', () => {
  const swap = [1, 0, 2];

  it('puts exchanged columns back', () => {
    const rows = classRows.map(row => swap.map(k => row[k]!));
    const finding = find(multiclassData(classes, classTarget, { m: { rows } }), 'permuted-classes');
    assert.ok(Math.abs((finding.evidence.accuracyAfter as number) - 0.9) < 1e-9);
    assert.match(finding.text, /cat is mostly dog and dog is mostly cat/);
    const { logLoss, logLossAfter } = finding.evidence as Record<string, number>;
    assert.ok(logLossAfter! < logLoss!);
  });

  it('does not take one class that is mostly mistaken for an exchange', () => {
    const label = classTarget.map(c => (c === 0 ? 1 : c));
    const data = multiclassData(classes, classTarget, { m: { label } });
    assert.ok(!idsOf(data).includes('permuted-classes'));
  });
});

describe('labels-from-1', () => {
  it('finds targets that count from 1', () => {
    const data = multiclassData(
      ['0', '1', '2', '3'],
      classTarget.map(c => c + 1),
      { m: { label: classLabel } },
    );
    assert.match(find(data, 'labels-from-1').text, /With 1 added .* 90\.0 %/);
  });

  it('says nothing when both count alike', () => {
    const data = multiclassData(['0', '1', '2'], classTarget, { m: { label: classLabel } });
    assert.ok(!idsOf(data).includes('labels-from-1'));
  });
});

describe('classes-never-predicted', () => {
  it('names the classes and the accuracy they rule out', () => {
    const label = classTarget.map(c => (c === 2 ? 1 : c));
    const data = multiclassData(classes, classTarget, { m: { label } });
    assert.match(
      find(data, 'classes-never-predicted').text,
      /never predicts fish \(30 rows\).* cannot pass 66\.7 %/,
    );
  });

  it('does not mind a class of one row', () => {
    const data = multiclassData([...classes, 'bird'], [...classTarget, 3], {
      m: { label: [...classLabel, 0] },
    });
    assert.ok(!idsOf(data).includes('classes-never-predicted'));
  });
});

describe('certainly-wrong', () => {
  it('tells what the libraries would print', () => {
    const finding = find(binaryData([1, 0], { m: [0, 0.5] }), 'certainly-wrong');
    assert.match(finding.text, /on 1 row \(line 2\), so its log loss is infinite/);
    assert.match(finding.text, /18\.37 in scikit-learn, 8\.406 in Keras and 50\.35 in PyTorch/);
  });

  it('does not mind certainty that is right', () => {
    assert.ok(!idsOf(binaryData([1, 0], { m: [1, 0.5] })).includes('certainly-wrong'));
  });
});

describe('identical-models', () => {
  it('finds one column twice', () => {
    const data = regressionData(target, { a: good, b: good });
    assert.match(find(data, 'identical-models').text, /^a and b give the same output/);
  });

  it('says nothing when one row differs', () => {
    const data = regressionData(target, { a: good, b: good.with(7, 0) });
    assert.ok(!idsOf(data).includes('identical-models'));
  });
});

describe('outlier-sensitive-loss', () => {
  const steady = target.map((y, i) => y + 1.5 * noise[i]!);

  it('finds the row that decides by squared loss alone', () => {
    const spiky = target.map((y, i) => y + 0.5 * noise[i]! + (i === 9 ? 60 : 0));
    const finding = find(regressionData(target, { steady, spiky }), 'outlier-sensitive-loss');
    assert.ok(finding.lines?.includes(11));
    assert.match(finding.text, /steady has the lower mean squared error, spiky the lower/);
  });

  it('sets one row in a hundred aside, and no more', () => {
    // 200 rows: two may decide. 201 rows: three, as a part of a row counts as one.
    const spikes = (count: number) => (i: number) => (i % 50 === 9 && i < 50 * count ? 30 : 0);
    const given = (rows: number, count: number) => {
      const y = Array.from({ length: rows }, (_, i) => target[i % 200]!);
      const off = (i: number, size: number) => y[i]! + size * noise[i % 200]!;
      return regressionData(y, {
        steady: y.map((_, i) => off(i, 1.5)),
        spiky: y.map((_, i) => off(i, 0.5) + spikes(count)(i)),
      });
    };
    assert.equal(find(given(200, 2), 'outlier-sensitive-loss').evidence.rows, 2);
    assert.ok(!idsOf(given(200, 3)).includes('outlier-sensitive-loss'));
    assert.equal(find(given(201, 3), 'outlier-sensitive-loss').evidence.rows, 3);
    assert.ok(!idsOf(given(201, 4)).includes('outlier-sensitive-loss'));
  });

  it('says nothing when one model wins by both', () => {
    assert.ok(!idsOf(regressionData(target, { steady, good })).includes('outlier-sensitive-loss'));
  });
});

describe('percent and logits as probabilities', () => {
  const { p, y } = calibrated(100);

  it('recognises percent values and tells the loss of a hundredth', () => {
    const finding = find(binaryData(y, { m: p.map(q => 100 * q) }), 'percent-as-probabilities');
    assert.ok((finding.evidence.logLossAfter as number) < 0.7);
  });

  it('recognises logits and tells the loss after the sigmoid', () => {
    const logits = p.map(q => Math.log(q / (1 - q)));
    const expected = p.reduce((sum, q, i) => sum - Math.log(y[i] === 1 ? q : 1 - q), 0) / 100;
    const finding = find(binaryData(y, { m: logits }), 'logits-as-probabilities');
    assert.ok(Math.abs((finding.evidence.logLossAfter as number) - expected) < 1e-9);
  });

  it('recognises logits of several classes', () => {
    const rows = classRows.map(row => row.map(q => 2 + Math.log(q) * 3));
    const data = multiclassData(classes, classTarget, { m: { rows } });
    assert.ok(idsOf(data).includes('logits-as-probabilities'));
  });

  it('takes a single cell above 1 for a slip', () => {
    const ids = idsOf(binaryData(y, { m: p.with(0, 1.2) }));
    assert.ok(!ids.some(id => id.endsWith('as-probabilities')));
  });
});

describe('findings of awkward data', () => {
  it('do not fail on weights, missing values or huge numbers', () => {
    const data = dataOf({
      task: 'regression',
      rows: 4,
      lineOf: () => null,
      target: numbers('y', [1e300, -1e300, Number.NaN, 3]),
      weight: numbers('w', [0, 1, 1, 2]),
      models: [{ name: 'x'.repeat(500), prediction: numbers('p', [-1e300, 1e300, 1, 3]) }],
    });
    assert.equal(data.parameters, defaultParameters);
    for (const { text } of findings(data, [])) assert.ok(text.length < 500, text);
  });
});

describe('findings that explain one another', () => {
  it('are said once: a constant is neither biased nor blind to classes as well', () => {
    assert.deepEqual(idsOf(regressionData(target, { m: target.map(() => 100) })), [
      'constant-output',
    ]);
    const label = multiclassData(classes, classTarget, { m: { label: classTarget.map(() => 1) } });
    assert.deepEqual(idsOf(label), ['constant-output']);
  });

  it('leave the two readings of only wrong rows to one sentence', () => {
    const y = uniforms(40).map(u => (u < 0.5 ? 0 : 1));
    const data = binaryData(y, { m: y.map(v => (v === 1 ? 0.1 : 0.9)) });
    assert.deepEqual(
      idsOf(data).filter(id => id !== 'constant-output'),
      ['only-wrong-rows'],
    );
  });
});

describe('findings of long tables', () => {
  const n = 210_000;
  const long = uniforms(n, 4);
  const close = long.map((y, i) => y + 0.1 * ((long[(i + 1) % n] ?? 0) - 0.5));

  it('still see a single row among hundreds of thousands', () => {
    const outlier = close.with(123_457, 1e6);
    const finding = find(regressionData(long, { m: outlier }), 'few-rows-dominate');
    assert.deepEqual(finding.lines, [123_459]);
    assert.deepEqual(idsOf(regressionData(long, { m: close })), []);
  });

  it('give the numbers of all rows, not of those looked at first', () => {
    const high = close.map(p => p + 0.3);
    const finding = find(regressionData(long, { m: high }), 'bias');
    const mean = high.reduce((sum, p, i) => sum + p - long[i]!, 0) / n;
    assert.ok(Math.abs((finding.evidence.meanError as number) - mean) < 1e-9);
  });

  it('see a probability of 0 and the same accuracy in classifiers', () => {
    const y = long.map(u => (u < 0.5 ? 0 : 1));
    const sure = y.map(v => (v === 1 ? 0.95 : 0.05));
    const timid = y.map<number>(v => (v === 1 ? 0.6 : 0.4));
    const ids = idsOf(binaryData(y, { sure, timid: timid.with(y.indexOf(1, 777), 0) }));
    assert.ok(ids.includes('certainly-wrong'), String(ids));
    assert.ok(ids.includes('same-accuracy-different-loss'), String(ids));
  });
});
