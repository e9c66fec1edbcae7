import assert from 'node:assert/strict';
import { foldOf, folds, type Gain } from '../../../../src/core/remedy/crossFit';
import { gainsOf } from '../../../../src/core/remedy/gains';
import type { RemedyId } from '../../../../src/core/remedy/remedy';
import type { ModelSamples } from '../../../../src/core/samples/modelSamples';
import { figures } from '../../../../src/figures/figures';
import {
  binaryData,
  errorsData,
  gaussians,
  multiclassData,
  regressionData,
  uniforms,
} from '../../figures/fixtures';

function gainsFor(model: ModelSamples): ReadonlyMap<RemedyId, Gain> {
  const found = gainsOf(model);
  assert.ok('gains' in found);
  return new Map(found.gains.map(gain => [gain.remedy.id, gain]));
}

const rows = (n: number) => Array.from({ length: n }, (_, i) => i);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Mean loss of all rows, each under what `fit` finds among the rows of the other folds. */
function bruteForce(
  n: number,
  fitted: (train: readonly number[]) => (i: number) => number,
): number {
  const losses = Array.from({ length: folds }, (_, fold) => {
    const lossAt = fitted(rows(n).filter(i => foldOf(i) !== fold));
    return rows(n)
      .filter(i => foldOf(i) === fold)
      .map(lossAt);
  });
  return mean(losses.flat());
}

function least(from: number, to: number, cost: (x: number) => number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 200; step++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (cost(a) < cost(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

const close = (a: number, b: number, to = 1e-9) =>
  assert.ok(Math.abs(a - b) <= to * Math.max(1, Math.abs(b)), `${a} and ${b}`);

const logLoss = (p: number, y: number) => -Math.log(y === 1 ? p : 1 - p);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Probabilities whose log odds are `factor` times what they should be, and `off` beside it. */
function binary(n: number, seed: number, factor = 1, off = 0): ModelSamples {
  const odds = gaussians(n, seed);
  const coin = uniforms(n, seed + 77);
  const target = odds.map((x, i) => Number(coin[i]! < sigmoid(1.5 * x)));
  return binaryData(target, { m: odds.map(x => sigmoid(1.5 * factor * x + off)) }).models[0]!;
}

function numbers(n: number, seed: number, slope = 1, off = 0): ModelSamples {
  const prediction = gaussians(n, seed).map(x => 10 + 3 * x);
  const noise = gaussians(n, seed + 1000);
  const target = prediction.map((p, i) => off + slope * p + noise[i]!);
  return regressionData(target, { m: prediction }).models[0]!;
}

describe('the folds', () => {
  it('are of about the same size, without a pattern in the rows', () => {
    const counts = new Array<number>(folds).fill(0);
    for (const i of rows(10_000)) counts[foldOf(i)]! += 1;
    assert.ok(Math.min(...counts) > 1850 && Math.max(...counts) < 2150, counts.join(' '));
  });
});

describe('what could be won', () => {
  it('equals a cross-fit by hand of a shift and of a rescaling', () => {
    const model = numbers(120, 5, 0.7, 4);
    assert.ok(model.task === 'regression');
    const { target: y, prediction: p } = model;
    const found = gainsFor(model);
    const shifted = bruteForce(120, train => {
      const off = mean(train.map(i => p[i]! - y[i]!));
      return i => (p[i]! - off - y[i]!) ** 2;
    });
    close(found.get('shift')!.after, shifted);
    const scaled = bruteForce(120, train => {
      const [meanP, meanY] = [mean(train.map(i => p[i]!)), mean(train.map(i => y[i]!))];
      const top = mean(train.map(i => p[i]! * y[i]!)) - meanP * meanY;
      const slope = top / (mean(train.map(i => p[i]! ** 2)) - meanP ** 2);
      return i => (meanY + slope * (p[i]! - meanP) - y[i]!) ** 2;
    });
    close(found.get('rescale')!.after, scaled);
    assert.ok(found.get('rescale')!.low > 0);
  });

  it('equals a cross-fit by searching of the odds, a temperature and a threshold', () => {
    const model = binary(150, 3, 2.5, 0.8);
    assert.ok(model.task === 'binary');
    const { target: y, probability: p } = model;
    const odds = [...p!].map(q => Math.log(q / (1 - q)));
    const found = gainsFor(model);
    const by = (
      train: readonly number[],
      changed: (x: number, a: number) => number,
      to: [number, number],
    ) => {
      const cost = (a: number) =>
        mean(train.map(i => logLoss(sigmoid(changed(odds[i]!, a)), y[i]!)));
      const best = least(...to, cost);
      return (i: number) => logLoss(sigmoid(changed(odds[i]!, best)), y[i]!);
    };
    close(
      found.get('odds')!.after,
      bruteForce(150, train => by(train, (x, a) => x + a, [-10, 10])),
      1e-7,
    );
    close(
      found.get('temperature')!.after,
      bruteForce(150, train => by(train, (x, a) => x * a, [0, 10])),
      1e-7,
    );
    const cut = bruteForce(150, train => {
      const wrong = (t: number) => train.filter(i => Number(p![i]! >= t) !== y[i]!).length;
      const [best] = [...train.map(i => p![i]!), Number.POSITIVE_INFINITY].sort(
        (a, b) => wrong(a) - wrong(b) || Math.abs(a - 0.5) - Math.abs(b - 0.5),
      );
      return i => Number(Number(p![i]! >= best!) !== y[i]!);
    });
    close(found.get('threshold')!.after, cut);
  });

  it('equals a cross-fit of the isotonic curve by its definition', () => {
    const model = binary(90, 8, 2);
    assert.ok(model.task === 'binary');
    const { target: y, probability: p } = model;
    const after = bruteForce(90, train => {
      const sorted = train.toSorted((a, b) => p![a]! - p![b]!);
      // The greatest of the least means: max over starts before k of min over ends after k.
      const level = sorted.map((_, k) =>
        Math.max(
          ...rows(k + 1).map(from =>
            Math.min(
              ...rows(sorted.length)
                .filter(to => to >= k)
                .map(to => mean(sorted.slice(from, to + 1).map(i => y[i]!))),
            ),
          ),
        ),
      );
      return i => {
        const above = sorted.findIndex(j => p![j]! >= p![i]!);
        if (above === 0) return (level[0]! - y[i]!) ** 2;
        if (above < 0) return (level.at(-1)! - y[i]!) ** 2;
        const [a, b] = [p![sorted[above - 1]!]!, p![sorted[above]!]!];
        const share = (p![i]! - a) / (b - a);
        return (level[above - 1]! + share * (level[above]! - level[above - 1]!) - y[i]!) ** 2;
      };
    });
    close(gainsFor(model).get('isotonic')!.after, after);
  });

  it('finds that nothing is to be won in at least 95 of 100 tables of calibrated, unbiased models', () => {
    const tables = 200;
    for (const make of [
      (seed: number) => numbers(150, seed),
      (seed: number) => binary(300, seed),
    ]) {
      let quiet = 0;
      for (let seed = 1; seed <= tables; seed++)
        quiet += Number([...gainsFor(make(31 * seed)).values()].every(({ low }) => low <= 0));
      assert.ok(quiet >= 0.95 * tables, `${quiet} of ${tables}`);
    }
  });

  it('finds the temperature of overconfident classes', () => {
    const classes = ['a', 'b', 'c'];
    const noise = [1, 2, 3].map(k => gaussians(400, 50 + k));
    const coin = uniforms(400, 60);
    const softmax = (x: readonly number[]) => {
      const e = x.map(Math.exp);
      return e.map(v => v / e.reduce((a, b) => a + b, 0));
    };
    const truth = coin.map((u, i) => {
      const p = softmax(noise.map(column => column[i]!));
      return u < p[0]! ? 0 : u < p[0]! + p[1]! ? 1 : 2;
    });
    const given = coin.map((_, i) => softmax(noise.map(column => 3 * column[i]!)));
    const model = multiclassData(classes, truth, { m: { rows: given } }).models[0]!;
    const gain = gainsFor(model).get('temperature')!;
    assert.ok(gain.low > 0);
    assert.match(gain.fitted.text, /^a temperature of (2\.[4-9]|3)/);
  });

  it('leaves out what has no logarithm, and says what is missing of few rows', () => {
    const p = [0, 1, ...uniforms(98, 4)];
    const y = p.map(q => Number(q > 0.5));
    const certain = gainsFor(binaryData(y, { m: p }).models[0]!);
    assert.deepEqual([...certain.keys()], ['isotonic', 'threshold']);
    const figure = figures.won.build(errorsData(1, 2, 3), {});
    assert.match(figure.reading, /50 rows at least are needed/);
    assert.deepEqual(figure.panels, []);
    const rare = binaryData(
      rows(100).map(i => Number(i === 3)),
      { m: uniforms(100, 2) },
    );
    assert.match(figures.won.build(rare, {}).reading, /10 rows at least of either class/);
  });

  it('says what is to be won, how much, and gives the code that does it', () => {
    const { prediction, target } = numbers(200, 9, 1, 5) as Extract<
      ModelSamples,
      { task: 'regression' }
    >;
    const data = regressionData([...target], { m: [...prediction] });
    const { reading, controls } = figures.won.build(data, {});
    assert.match(
      reading,
      /^m: to be won on rows that were not fitted to: 9\d\.\d % of the squared error \(.*\) by a constant shift/,
    );
    const copy = controls.find(({ id }) => id === 'copy-shift');
    assert.ok(copy?.kind === 'copy');
    assert.match(copy.text, /^y_pred = y_pred \+ [45]\.\d+$/);
  });
});
