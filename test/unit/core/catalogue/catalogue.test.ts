import assert from 'node:assert/strict';
import { catalogue, firstMetrics, metricsOf } from '../../../../src/core/catalogue/catalogue';
import { checkParameters, ParameterError } from '../../../../src/core/catalogue/checkParameters';
import { parameterDefinitions } from '../../../../src/core/catalogue/parameterDefinitions';
import { defaultParameters, metricIds } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';

const tasks = ['regression', 'errors', 'binary', 'multiclass'] as const;

/** Slope by central differences. */
function slope(curve: (x: number) => number, x: number): number {
  const step = 1e-5 * Math.max(1, Math.abs(x));
  return (curve(x + step) - curve(x - step)) / (2 * step);
}

describe('catalogue', () => {
  it('says under every canonical id what it measures and how', () => {
    for (const id of metricIds) {
      const metric = catalogue[id];
      assert.equal(metric.id, id);
      assert.ok(metric.name && metric.formula && metric.range && metric.note && metric.source, id);
      assert.ok(metric.tasks.length > 0, id);
    }
  });

  it('gives every task at most six first metrics, all its own', () => {
    for (const task of tasks) {
      for (const first of [firstMetrics(task), firstMetrics(task, true)]) {
        assert.ok(first.length > 0 && first.length <= 6);
        assert.ok(first.every(id => metricsOf(task).includes(id)));
      }
    }
  });

  it('has the derivative of every loss of numbers', () => {
    for (const id of metricIds) {
      const metric = catalogue[id];
      if (metric.measures !== 'numbers' || metric.sample === null) continue;
      const { loss, derivative } = metric.sample;
      if (metric.direction === 'higher') continue;
      assert.ok(derivative, id);
      for (const [prediction, target] of [
        [2.3, 1.1],
        [0.4, 3.7],
        [9, 2],
        [1.15, 1.1],
      ] as const) {
        const expected = slope(x => loss(x, target, defaultParameters), prediction);
        assertClose(derivative(prediction, target, defaultParameters), expected, id, 1e-6);
      }
    }
  });

  it('has the derivatives of the losses of probabilities and margins', () => {
    for (const id of metricIds) {
      const metric = catalogue[id];
      for (const x of [0.07, 0.4, 0.93]) {
        if (metric.measures !== 'classes' || !metric.sample?.curve) continue;
        const { loss, derivative } = metric.sample.curve;
        const expected = slope(at => loss(at, defaultParameters), x);
        assertClose(derivative(x, defaultParameters), expected, id, 1e-6);
      }
    }
  });

  it('offers sliders whose whole range keeps the rule, from a default that keeps it too', () => {
    checkParameters(defaultParameters);
    for (const [name, { min, max, isAllowed }] of Object.entries(parameterDefinitions)) {
      assert.ok(isAllowed(min) && isAllowed(max) && min < max, name);
    }
  });

  it('refuses a parameter outside its rule and names the value and the rule', () => {
    const bad = [
      [{ huberDelta: 0 }, 'Huber delta must be above 0; it is 0'],
      [{ quantile: 1 }, 'Quantile must lie between 0 and 1; it is 1'],
      [{ tweediePower: 0.5 }, /Tweedie power must not lie between 0 and 1.* 0\.5/],
      [{ topK: 1.5 }, /whole number.* 1\.5/],
      [{ labelSmoothing: -0.1 }, /between 0 and 1.* -0\.1/],
      [{ classWeights: { cat: -2 } }, /class "cat".* -2/],
    ] as const;
    for (const [parameters, message] of bad) {
      assert.throws(
        () => checkParameters({ ...defaultParameters, ...parameters }),
        (error: unknown) => {
          assert.ok(error instanceof ParameterError);
          if (typeof message === 'string') assert.equal(error.message, message);
          else assert.match(error.message, message);
          return true;
        },
      );
    }
  });
});
