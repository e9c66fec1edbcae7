import assert from 'node:assert/strict';
import { definitionOf } from '../../../../src/core/catalogue/catalogue';
import { lossOfError } from '../../../../src/core/catalogue/errorLosses';
import { evaluate } from '../../../../src/core/report/evaluate';
import { perSampleLoss, sampleLoss } from '../../../../src/core/report/perSample';
import { worstRows } from '../../../../src/core/report/worstRows';
import type { ModelSamples } from '../../../../src/core/samples/modelSamples';
import {
  type BuiltInId,
  defaultParameters,
  type Parameters,
} from '../../../../src/shared/metricId';
import { ownLossId } from '../../../../src/shared/ownLoss';
import { gaussians, regressionData } from '../../figures/fixtures';

const target = gaussians(400, 2).map(y => 10 + Math.abs(y));
const [model] = regressionData(target, {
  m: target.map((y, i) => y + gaussians(400, 3)[i]!),
}).models as [ModelSamples];

/** Losses of the catalogue, each as a formula. */
const formulas: Readonly<Partial<Record<BuiltInId, string>>> = {
  mse: 'error ^ 2',
  mae: 'abs(error)',
  mean_error: 'error',
  huber: 'abs(error) <= 1 ? error ^ 2 / 2 : abs(error) - 0.5',
  smooth_l1: 'abs(error) < 1 ? error ^ 2 / 2 : abs(error) - 0.5',
  pseudo_huber: 'sqrt(1 + error ^ 2) - 1',
  log_cosh: 'log(cosh(error))',
  pinball: 'max(-error / 2, error / 2)',
  mape: 'abs(error / target)',
  smape: '2 * abs(error) / (abs(target) + abs(prediction))',
  msle: '(log1p(prediction) - log1p(target)) ^ 2',
  poisson_deviance: '2 * (target * ln(target / prediction) - target + prediction)',
  gamma_deviance: '2 * (ln(prediction / target) + target / prediction - 1)',
  within_tolerance: 'abs(error) <= 0.1 * abs(target)',
};

function withFormula(formula: string): Parameters {
  return { ...defaultParameters, ownLosses: [{ name: 'mine', formula }] };
}

const mine = ownLossId({ name: 'mine' });

function valueOfFormula(formula: string, of: ModelSamples = model): number | undefined {
  const parameters = withFormula(formula);
  return evaluate([of], { parameters, metrics: [], worst: 0, lineOf: row => row + 2 })[0]!.values[
    mine
  ];
}

describe('losses of the own', () => {
  for (const [id, formula] of Object.entries(formulas) as [BuiltInId, string][]) {
    const options = { metrics: [id], worst: 0, lineOf: () => null, baseline: false };
    const weight = Float64Array.from(gaussians(400, 9), w => Math.abs(w));

    it(`give the value of ${id} for ${formula}, with weights and without`, () => {
      for (const of of [model, { ...model, weight }]) {
        const known = evaluate([of], { ...options, parameters: defaultParameters })[0]!.values[id]!;
        const found = valueOfFormula(formula, of)!;
        assert.ok(Math.abs(found - known) <= 1e-12 * Math.abs(known), `${found} and ${known}`);
      }
    });

    it(`give the losses and the derivative of ${id}`, () => {
      const own = perSampleLoss(model, mine, withFormula(formula));
      const known = perSampleLoss(model, id, defaultParameters);
      for (const [i, loss] of known?.entries() ?? [])
        assert.ok(Math.abs(own![i]! - loss) <= 1e-9 * Math.max(1, Math.abs(loss)), String(i));
      const definition = definitionOf(id);
      const slope = definition.measures === 'numbers' ? definition.sample?.derivative : null;
      const ours = definitionOf(mine);
      assert.ok(ours.measures === 'numbers');
      for (const [p, y] of slope
        ? [
            [2, 3.5],
            [4, 3.8],
            [9, 3],
          ]
        : []) {
        const [a, b] = [
          slope!(p!, y!, defaultParameters),
          ours.sample!.derivative!(p!, y!, withFormula(formula)),
        ];
        assert.ok(Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a)), `${a} and ${b}`);
      }
    });
  }

  it('rank the worst rows by what the formula says', () => {
    const [late] = worstRows(
      model,
      mine,
      1,
      withFormula('error < 0 ? -5 * error : error'),
      row => row,
    );
    const losses = perSampleLoss(model, mine, withFormula('error < 0 ? -5 * error : error'))!;
    assert.equal(late!.loss, Math.max(...losses));
    assert.equal(losses.indexOf(late!.loss), late!.row);
  });

  it('see the weight of a sample and other columns of numbers', () => {
    const price = Float64Array.from({ length: 400 }, (_, i) => i);
    const weight = new Float64Array(400).fill(2);
    const of = { ...model, weight, columns: new Map([['unit price', price]]) };
    const parameters = withFormula('`unit price` * 10 + weight');
    assert.equal(perSampleLoss(of, mine, parameters)![7], 72);
    assert.equal(sampleLoss(of, mine, parameters)!(7), 72);
    const picked = {
      ...of,
      n: 2,
      rows: Int32Array.of(5, 9),
      target: Float64Array.of(1, 1),
      prediction: Float64Array.of(1, 1),
      weight: Float64Array.of(1, 1),
    };
    assert.deepEqual([...perSampleLoss(picked as ModelSamples, mine, parameters)!], [51, 91]);
  });

  it('have no value where the formula has none, and say on which rows', () => {
    const [zero] = regressionData([1, 0, 2], { m: [1, 0, 3] }).models as [ModelSamples];
    const report = (formula: string) => {
      const options = { metrics: [], worst: 0, lineOf: (row: number) => row + 2 };
      return evaluate([zero], { parameters: withFormula(formula), ...options })[0]!;
    };
    assert.equal(report('error / target').undefined[mine], 'no value on 1 row, first on line 3');
    const infinite = report('1 / target');
    assert.equal(infinite.values[mine], Number.POSITIVE_INFINITY);
    assert.equal(infinite.notes?.[mine], 'infinite on 1 row, first on line 3');
  });

  it('are curves over the error', () => {
    const curve = lossOfError(mine, withFormula('abs(error) * (error < 0 ? 5 : 1)'), false);
    assert.deepEqual([-2, 0, 3].map(curve), [10, 0, 3]);
    const slope = lossOfError(mine, withFormula('abs(error) * (error < 0 ? 5 : 1)'), true);
    assert.deepEqual([-2, 3].map(slope), [-5, 1]);
  });
});
