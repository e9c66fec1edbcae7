import assert from 'node:assert/strict';
import { headlineOf } from '../../../../src/core/headline/headline';
import type { PredictionData } from '../../../../src/core/predictionData';
import { evaluate } from '../../../../src/core/report/evaluate';
import type { Headline } from '../../../../src/shared/headline';
import {
  binaryData,
  errorsData,
  gaussians,
  multiclassData,
  regressionData,
  twoModels,
} from '../../figures/fixtures';

function headline(data: PredictionData): Headline {
  const { models, parameters, lineOf } = data;
  const found = headlineOf(data, evaluate(models, { parameters, worst: 10, lineOf }));
  assert.ok(found);
  assert.match(found.text, /\.$/);
  assert.doesNotMatch(found.text + found.detail, /NaN|undefined/);
  return found;
}

const target = gaussians(200).map(x => 100 + 30 * x);
const off = (size: number, seed: number) =>
  target.map((y, i) => y + size * gaussians(200, seed)[i]!);

describe('the headline', () => {
  it('names the best model where the paired interval leaves out zero', () => {
    const { text } = headline(regressionData(target, { good: off(1, 5), bad: off(10, 6) }));
    assert.equal(text, 'good is best by typical error and by squared error.');
  });

  it('says that models cannot be told apart where it holds zero', () => {
    const { text } = headline(regressionData(target, { one: off(5, 5), other: off(5, 6) }));
    assert.equal(text, 'one and other cannot be told apart on these 200 rows.');
  });

  it('names the models that lead together, a copy among them, and not those that are worse', () => {
    const good = off(1, 5);
    const { text } = headline(regressionData(target, { good, copy: good, bad: off(10, 6) }));
    assert.equal(text, 'good and copy lead by typical error and cannot be told apart.');
  });

  it('names a winner among equally good models in about one of ten tables at most', () => {
    const named = Array.from({ length: 40 }, (_, k) => {
      const data = regressionData(target, { one: off(5, 100 + k), other: off(5, 300 + k) });
      return headline(data).text;
    }).filter(text => !text.includes('cannot be told apart on'));
    assert.ok(named.length <= 5, named.join('\n'));
  });

  it('does not rank models that were judged on different rows', () => {
    const part = off(9, 6).map((x, i) => (i < 50 ? Number.NaN : x));
    const { text, detail } = headline(regressionData(target, { good: off(1, 5), part }));
    assert.equal(text, 'good and part were judged on different rows, so they are not ranked.');
    assert.match(detail, /^On the 150 rows they share, good is best by typical error/);
  });

  it('names the rows that alone make the better model the worse one by its squared error', () => {
    const spiky = off(1, 5).map((x, i) => (i === 3 || i === 7 ? x + 300 : x));
    const { detail, lines } = headline(regressionData(target, { spiky, even: off(8, 6) }));
    assert.match(detail, /^\d rows? of spiky makes? the difference: without/);
    assert.ok(lines?.every(line => line === 5 || line === 9));
  });

  it('says of one model how far it is off, and how much better a constant it is', () => {
    const { text, tiles } = headline(regressionData([1, 2, 3, 4, 5, 6], { m: [2, 3, 4, 5, 6, 7] }));
    // The median 3.5 is off by 1.5 on average: 1 is a third less.
    assert.equal(text, 'm is 1 off on average, 33 % better than always guessing the median.');
    assert.equal(tiles[0]?.baseline, 1.5);
  });

  it('says when a model is no better than a constant', () => {
    const { text } = headline(regressionData([1, 2, 3, 4, 5, 6], { m: Array(6).fill(3.5) }));
    assert.match(text, /no better than always guessing the median/);
  });

  it('tells five rows or fewer by what they cost, without a constant or an interval', () => {
    const { text, tiles } = headline(errorsData(20, -20, 2, -2));
    assert.equal(text, 'Squared, an error of 20 becomes 400 and one of 2 becomes 4.');
    assert.deepEqual([tiles[0]?.baseline, tiles[0]?.interval, tiles[0]?.against], [null, null, '']);
    assert.match(headline(errorsData(3, -3)).text, /^3 too high and 3 too low cost the same: 9/);
    assert.match(headline(regressionData([220], { m: [200] })).text, /20 too low, squared 400\.$/);
  });

  it('says what a probability of the true class costs', () => {
    const rows = [
      [0.7, 0.2, 0.1],
      [0.7, 0.2, 0.1],
    ];
    const { text } = headline(multiclassData(['dog', 'cat', 'fish'], [0, 1], { m: { rows } }));
    // -ln 0.7 = 0.357, -ln 0.2 = 1.609
    assert.equal(text, 'The true class dog at 70 % costs 0.357, cat at 20 % costs 1.61.');
  });

  it('tells two models of the same accuracy by their log loss', () => {
    const { text } = headline(twoModels());
    assert.equal(text, 'model_a is best by log loss; by accuracy model_a and model_b are equal.');
  });

  it('does not rank by an infinite log loss', () => {
    const y = Array.from({ length: 40 }, (_, i) => i % 2);
    const sure = y.map((v, i) => (i === 0 ? 1 - v : v));
    const { text } = headline(binaryData(y, { sure, fair: y.map(v => 0.3 + 0.4 * v) }));
    assert.match(text, /^sure has an infinite log loss; /);
    assert.doesNotMatch(text, /best by log loss/);
  });
});
