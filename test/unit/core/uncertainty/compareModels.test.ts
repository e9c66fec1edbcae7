import assert from 'node:assert/strict';
import { type ModelSamples, rowOf } from '../../../../src/core/samples/modelSamples';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import { compareModels } from '../../../../src/core/uncertainty/compareModels';
import { defaultParameters } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';
import { binary, regression } from '../../../support/samplesOf';

const column = (n: number, of: (i: number) => number) => Array.from({ length: n }, (_, i) => of(i));
const compared = (models: readonly ModelSamples[]) => compareModels(models, defaultParameters);
const numbers = (
  name: string,
  values: readonly number[],
  split: string | null = null,
): ModelSamples => ({
  ...(modelSamplesOf(
    regression(
      values.map(() => 0),
      values,
    ),
  ).models[0] as ModelSamples),
  name,
  split,
});

describe('compareModels', () => {
  it('says that few rows cannot separate two accuracies, and when they can', () => {
    const target = column(100, i => (i % 10 === 9 ? 0 : 1));
    const right = (holds: (i: number) => boolean) =>
      column(100, i => (holds(i) ? 0.3 + target[i]! * 0.5 : 0.8 - target[i]! * 0.5));
    const a = right(i => i < 90);
    const b = right(i => i >= 8 && i < 95);
    const { models } = modelSamplesOf(binary(target, { A: a, B: b }));
    const [, accuracy] = compared(models);
    // A alone is right in 8 rows, B in 5: chi-square 9 / 13, p = 0.405.
    assert.match(
      accuracy!.text,
      /^n = 100 cannot separate the accuracy of A and B \(95 % interval of the difference -0\.\d+ to 0\.\d+, McNemar p = 0\.41\)\.$/,
    );
    assertClose(accuracy!.difference, 0.03);
    const poor = right(i => i < 30);
    const clear = compared(modelSamplesOf(binary(target, { A: a, C: poor })).models);
    assert.match(
      clear[0]!.text,
      /^A has a lower log loss \(cross-entropy\) than C \(95 % interval/,
    );
    assert.match(clear[1]!.text, /^A has a higher accuracy than C \(95 % interval/);
    assert.ok(clear[0]!.high! < 0 && clear[1]!.low! > 0);
  });

  it('takes first minus second, and turns round with them', () => {
    const a = numbers(
      'a',
      column(40, i => Math.sin(i)),
    );
    const b = numbers(
      'b',
      column(40, i => 1.5 * Math.cos(3 * i)),
    );
    const [one] = compared([a, b]);
    const [other] = compared([b, a]);
    assert.deepEqual(one!.models, ['a', 'b']);
    assert.ok(one!.difference < 0);
    assertClose(one!.low!, -other!.high!);
    assertClose(one!.high!, -other!.low!);
    assert.match(one!.text, /^a has a lower mean squared error than b/);
    assert.match(other!.text, /^a has a lower mean squared error than b/);
  });

  it('never tells models apart below ten rows, however different', () => {
    const one = numbers(
      'a',
      column(9, () => 0.1),
    );
    const two = numbers(
      'b',
      column(9, i => 100 + i),
    );
    const [found] = compared([one, two]);
    assert.equal(found!.low, null);
    assert.equal(found!.high, null);
    assert.equal(
      found!.text,
      'n = 9 are too few rows to tell the mean squared error of a and b apart.',
    );
    const enough = compared([
      numbers(
        'a',
        column(10, () => 0.1),
      ),
      numbers(
        'b',
        column(10, i => 100 + i),
      ),
    ]);
    assert.ok(enough[0]!.high! < 0);
  });

  it('does not compare models of different splits', () => {
    const values = column(20, i => i);
    const train = numbers('a', values, 'train');
    const test = numbers(
      'a',
      values.map(x => 2 * x),
      'test',
    );
    const rival = numbers(
      'b',
      values.map(x => 3 * x),
      'test',
    );
    assert.deepEqual(compared([train, test]), []);
    assert.deepEqual(
      compared([train, test, rival]).map(({ models, split }) => [...models, split]),
      [['a', 'b', 'test']],
    );
  });

  it('goes by the rows both have', () => {
    const a = numbers(
      'a',
      column(30, i => i % 5),
    );
    const rows = Int32Array.from({ length: 20 }, (_, k) => k + 5);
    const b: ModelSamples = {
      ...numbers(
        'b',
        column(20, k => (k % 3) + 1),
      ),
      rows,
    };
    const [found] = compared([a, b]);
    assert.equal(found!.n, 20);
    const gaps = column(20, k => (rowOf(b, k) % 5) ** 2 - ((k % 3) + 1) ** 2);
    assertClose(found!.difference, gaps.reduce((sum, x) => sum + x, 0) / 20);
  });

  it('weights the rows that one model alone gets right', () => {
    const target = column(40, () => 1);
    const a = column(40, i => (i < 10 ? 0.2 : 0.8));
    const b = column(40, i => (i >= 10 && i < 20 ? 0.2 : 0.8));
    const heavy = column(40, i => (i < 10 ? 0 : 1));
    const even = compared(modelSamplesOf(binary(target, { A: a, B: b })).models)[1]!;
    const tilted = compared(modelSamplesOf(binary(target, { A: a, B: b }, heavy)).models)[1]!;
    assertClose(even.difference, 0);
    // 10 of the 30 rows with a weight are right by A alone.
    assertClose(tilted.difference, 10 / 30);
    assert.ok(tilted.low! > 0);
  });

  it('is not fooled by a rare class that three rows show', () => {
    // B gives every negative row a little less, and would pay for it with the positive ones that are missing.
    const n = 60;
    const a = column(n, i => 0.02 + (i % 5) / 1000);
    const byPositives = (positives: number) => {
      const target = column(n, i => (i < positives ? 1 : 0));
      return compared(modelSamplesOf(binary(target, { A: a, B: a.map(p => p / 2) })).models)[0]!;
    };
    assert.ok(byPositives(3).low! < 0 && byPositives(3).high! > 0, byPositives(3).text);
    assert.equal(byPositives(2).low, null);
    assert.equal(
      byPositives(2).text,
      'Fewer than 3 of n = 60 rows are not of the commonest class, too few to tell the log loss (cross-entropy) of A and B apart.',
    );
  });

  it('counts the rows with unlike losses alone, and says when they are fewer than ten', () => {
    const compare = (unlike: number) =>
      compared([
        numbers(
          'a',
          column(200, i => (i < unlike ? 3 : 1)),
        ),
        numbers(
          'b',
          column(200, () => 1),
        ),
      ])[0]!;
    assert.equal(compare(9).low, null);
    assert.equal(
      compare(9).text,
      'Fewer than 10 of n = 200 rows have unlike losses, too few to tell the mean squared error of a and b apart.',
    );
    assertClose(compare(9).difference, (9 * 8) / 200);
    assert.ok(compare(10).low! > 0);
  });

  it("gives differences without a tail Student's interval", () => {
    // 20 squares of 4 against 20 of 2: the halves are 2 or 0, each as often, and their covariance is that of both.
    const root = Math.sqrt(2);
    const [found] = compared([
      numbers(
        'a',
        column(40, i => (i % 2 === 0 ? 2 : root)),
      ),
      numbers(
        'b',
        column(40, i => (i % 2 === 0 ? root : 2)),
      ),
    ]);
    const half = 2.0227 * Math.sqrt((40 * 4) / 39 / 40);
    assert.ok(Math.abs(found!.high! - half) < 0.005 * half, `${found!.high} is not ${half}`);
    assertClose(found!.low!, -found!.high!);
  });

  it('compares many models with the first alone', () => {
    const models = column(20, i => i).map(m =>
      numbers(
        `m${m}`,
        column(12, i => i + m),
      ),
    );
    assert.equal(compared(models).length, 19);
    assert.equal(compared(models.slice(0, 12)).length, 66);
  });
});
