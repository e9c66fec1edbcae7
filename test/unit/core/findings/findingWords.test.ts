import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { findings } from '../../../../src/core/findings/findings';
import type { PredictionData } from '../../../../src/core/predictionData';
import { evaluate } from '../../../../src/core/report/evaluate';
import { findingIds } from '../../../../src/shared/findingId';
import type { Finding } from '../../../../src/shared/lossReport';
import {
  binaryData,
  errorsData,
  gaussians,
  multiclassData,
  regressionData,
  twoModels,
  uniforms,
} from '../../figures/fixtures';

function foundIn(data: PredictionData): readonly Finding[] {
  const { models, parameters, lineOf } = data;
  return findings(data, evaluate(models, { parameters, worst: 0, lineOf }));
}

function find(data: PredictionData, id: string): Finding {
  const all = foundIn(data);
  const found = all.find(finding => finding.id === id);
  assert.ok(found, `${id} is missing among ${all.map(one => one.id)}`);
  return found;
}

const coins = uniforms(400, 9);
const scores = gaussians(400, 4);
/** Truth drawn from sigmoid(score), probabilities from sigmoid(sharpness * score). */
const sharpened = (sharpness: number) => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const y = scores.map((s, i) => Number(coins[i]! < sigmoid(s)));
  return binaryData(y, { m: scores.map(s => sigmoid(sharpness * s)) });
};

describe('the words of findings', () => {
  it('are a title of at most eight words and a sentence of at most three numbers', () => {
    const noisy = gaussians(200).map(x => 10 + 3 * x);
    const tables = [
      errorsData(20, -20, 2, -2),
      regressionData([220], { m: [200] }),
      twoModels(),
      sharpened(2),
      sharpened(12),
      regressionData(noisy, { m: noisy.map(x => x + 5), twin: noisy.map(x => x + 5) }),
      regressionData(noisy, { m: noisy.map(x => x / 1000) }),
      regressionData(noisy, { m: noisy }),
    ];
    const all = tables.flatMap(foundIn);
    assert.ok(new Set(all.map(({ id }) => id)).size >= 7);
    for (const { title, brief } of all) {
      assert.ok(title !== undefined && title.split(' ').length <= 8, title);
      assert.ok(brief !== undefined && (brief.match(/\d[\d.,]*/g) ?? []).length <= 3, brief);
      assert.doesNotMatch(brief, /NaN|undefined/);
    }
  });

  it('never say more than the whole as a share', () => {
    for (const { brief = '' } of foundIn(twoModels()))
      for (const [, share] of brief.matchAll(/(\d+) %/g)) assert.ok(Number(share) <= 100);
  });

  it('have a page for every finding and verdict, which names its id', () => {
    for (const id of findingIds) {
      const path = `docs/findings/${id}.md`;
      assert.ok(existsSync(path), path);
      assert.match(readFileSync(path, 'utf8'), /lossLens.mutedFindings/);
    }
  });
});

describe('findings about confidence', () => {
  it('say that probabilities far from one half are surer than right, and the other way round', () => {
    assert.match(find(sharpened(2), 'overconfident').brief!, /sure on average and right on/);
    const y = scores.map(s => Number(s > 0));
    find(binaryData(y, { m: scores.map(s => (s > 0 ? 0.6 : 0.4)) }), 'underconfident');
  });

  it('are silent on calibrated probabilities', () => {
    const ids = foundIn(sharpened(1)).map(({ id }) => id);
    assert.deepEqual(ids, []);
  });

  it('say that a model is more accurate and yet no better than guessing', () => {
    const { evidence } = find(sharpened(12), 'accurate-but-costly');
    assert.ok(Number(evidence['logLoss']) > Number(evidence['baseline']) * 0.98);
  });
});

describe('the most confused pair', () => {
  const classes = ['cat', 'dog', 'car', 'bus'];
  const target = Array.from({ length: 400 }, (_, i) => i % 4);

  it('is named where it makes much of the errors', () => {
    const label = target.map((c, i) => (c < 2 && i % 5 === 0 ? 1 - c : c));
    const { brief, lines } = find(
      multiclassData(classes, target, { m: { label } }),
      'confused-classes',
    );
    assert.equal(brief, 'cat and dog make 40 of the 40 errors of m.');
    assert.equal(lines?.length, 40);
  });

  it('is not named where errors are spread evenly', () => {
    const label = target.map((c, i) => (i % 7 === 0 ? (c + 1 + (i % 3)) % 4 : c));
    const ids = foundIn(multiclassData(classes, target, { m: { label } })).map(({ id }) => id);
    assert.ok(!ids.includes('confused-classes'));
  });
});
