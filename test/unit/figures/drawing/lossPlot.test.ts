import assert from 'node:assert/strict';
import { lossPlot } from '../../../../src/figures/drawing/lossPlot';
import { plotPicture } from '../../../../src/figures/drawing/plotPicture';
import type { LineMark } from '../../../../src/shared/figure';
import { defaultParameters, type MetricId, metricIds } from '../../../../src/shared/metricId';

const colours = { text: '#111111', axis: '#222222', line: '#333333' };

/** What the plot of a loss says at a place of its axis that is a vertex. */
function at(loss: MetricId, x: number, parameters = defaultParameters): number {
  const line = lossPlot(loss, parameters)!.marks[0] as LineMark;
  return line.y[line.x.indexOf(x)]!;
}

describe('the curve of a loss', () => {
  it('is the loss of one error, with the parameters that are given', () => {
    // Huber (1964): e^2 / 2 up to delta, delta (|e| - delta / 2) beyond; at the kink both are 2.
    assert.equal(at('huber', 2, { ...defaultParameters, huberDelta: 2 }), 2);
    assert.equal(at('huber', 5, { ...defaultParameters, huberDelta: 2 }), 8);
    assert.equal(at('mse', 2.5), 6.25);
    assert.equal(at('mae', -2.5), 2.5);
    // q = 0.9: too low by 2.5 costs 0.9 of it, too high 0.1.
    assert.equal(at('pinball', -2.5, { ...defaultParameters, quantile: 0.9 }), 2.25);
  });

  it('is that of the probability, of the margin or of the prediction where the loss takes those', () => {
    assert.equal(at('log_loss', 1), 0);
    assert.equal(at('hinge', 0), 1);
    assert.equal(at('squared_hinge', -2), 9);
    assert.equal(at('msle', 1), 0);
    assert.equal(lossPlot('log_loss', defaultParameters)!.x.label, 'probability of the true class');
    assert.equal(lossPlot('hinge', defaultParameters)!.x.label, 'margin');
  });

  it('is none of scores, which are no mean over samples', () => {
    for (const id of ['r2', 'roc_auc', 'f1', 'kappa'] as const) {
      assert.equal(lossPlot(id, defaultParameters), undefined);
    }
  });

  it('is a picture within its frame, in the colours that are given, for every loss that has one', () => {
    for (const id of metricIds) {
      const plot = lossPlot(id, defaultParameters);
      if (plot === undefined) continue;
      const picture = plotPicture(plot, colours);
      const path = /<path d="([^"]+)" fill="none" stroke="#333333"/.exec(picture)?.[1] ?? '';
      const places = [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
      assert.ok(places.length > 20, id);
      for (const [, x, y] of places) {
        assert.ok(Number(x) >= 0 && Number(x) <= 260 && Number(y) >= 0 && Number(y) <= 116, id);
      }
      assert.doesNotMatch(picture, /NaN|Infinity|undefined/, id);
      assert.match(picture, /^[\x20-\x7e]+$/, id);
    }
  });

  it('holds for any size of its parameters', () => {
    for (const huberDelta of [1e-9, 1e-3, 1e6, 1e12]) {
      const plot = lossPlot('huber', { ...defaultParameters, huberDelta })!;
      assert.doesNotMatch(plotPicture(plot, colours), /NaN|Infinity/);
    }
  });
});
