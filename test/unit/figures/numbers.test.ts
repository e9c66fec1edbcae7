import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonRows } from '../../../src/core/comparison/commonRows';
import { confusionCounts } from '../../../src/core/measures/confusionCounts';
import { columnFill } from '../../../src/core/statistics/fill';
import { lineFit } from '../../../src/core/statistics/lineFit';
import { normalQuantile } from '../../../src/core/statistics/normalQuantile';
import { calibrationBins, eventsByEdge } from '../../../src/figures/classes/calibrationBins';
import { brierLoss, logLoss, lossSplit, splitSource } from '../../../src/figures/classes/lossSplit';
import { candidateThresholds, thresholdCounts } from '../../../src/figures/classes/thresholdCounts';
import { thresholdScores } from '../../../src/figures/classes/thresholdScores';
import { murphyCurve } from '../../../src/figures/comparison/murphyCurve';
import { drawnSamples } from '../../../src/figures/drawing/drawnSamples';
import { niceStep } from '../../../src/figures/drawing/niceStep';
import { errorRange } from '../../../src/figures/errors/errorRange';
import { binWidth, edgesAround, histogram } from '../../../src/figures/errors/histogram';
import { errorsData, gaussians, multiclassData, regressionData, uniforms } from './fixtures';

const near = (a: number, b: number, tolerance = 1e-9) =>
  assert.ok(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

describe('errorRange', () => {
  it('holds every error and zero', () => {
    const { min, max, controls } = errorRange(errorsData(3, 5), {});
    assert.ok(min < 0 && max > 5);
    assert.equal(controls.length, 0);
  });

  it('leaves a far outlier out of a large table until it is asked for', () => {
    const data = errorsData(...gaussians(500), 1e6);
    const usual = errorRange(data, {});
    assert.ok(usual.max < 100);
    assert.equal(usual.controls.length, 1);
    assert.ok(errorRange(data, { outliers: true }).max > 1e6);
  });

  it('follows the zoom', () => {
    const { min, max } = errorRange(errorsData(3, 5), { xMin: 1, xMax: 2 });
    assert.deepEqual([min, max], [1, 2]);
  });

  it('holds whole bins', () => {
    for (const data of [errorsData(3, 5), errorsData(...gaussians(500)), errorsData(0, 0)]) {
      const { min, max, edges } = errorRange(data, {});
      assert.ok(min <= edges[0]! && max >= edges.at(-1)!);
    }
  });

  it('has bins for errors that are too small to be divided', () => {
    const { min, max, edges, step } = errorRange(errorsData(5e-324), {});
    assert.ok(min < 0 && max > 5e-324);
    assert.ok(edges.length > 1 && step > 0 && Number.isFinite(step));
  });

  it('is the same whichever model is shown', () => {
    const data = regressionData([0, 0], { a: [1, 2], b: [-10, 4] });
    const [first, second] = [errorRange(data, { model: '0' }), errorRange(data, { model: '1' })];
    assert.deepEqual(first, second);
  });
});

describe('histogram', () => {
  const histogramOf = (values: Float64Array, min: number, max: number) => {
    const step = binWidth(values.length, values.toSorted(), min, max);
    return histogram(values.length, columnFill(values), edgesAround(min, max, step), step);
  };
  const widthsOf = (edges: Float64Array) =>
    [...edges.subarray(1)].map((edge, i) => edge - edges[i]!);

  it('counts every value within the range once, in bins that start at a multiple of their width', () => {
    const values = Float64Array.from(gaussians(1000));
    const { edges, counts } = histogramOf(values, -6, 6);
    assert.equal(
      counts.reduce((a, b) => a + b, 0),
      1000,
    );
    assert.equal(edges.length, counts.length + 1);
    assert.ok(counts.length <= 102);
    assert.ok(edges.some(edge => Math.abs(edge) < 1e-9));
  });

  it('puts every value into a bin whose edges hold it, and the largest into the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 10, 100, 3, 7),
        (wholes, divisor) => {
          const values = Float64Array.from(wholes, whole => whole / divisor).sort();
          const { edges, counts } = histogramOf(values, values[0]! - 1, values.at(-1)!);
          counts.forEach((count, bin) => {
            const isLast = bin === counts.length - 1;
            const held = values.filter(
              value => value >= edges[bin]! && (isLast || value < edges[bin + 1]!),
            );
            assert.equal(held.length, count, `${edges[bin]} to ${edges[bin + 1]}`);
          });
        },
      ),
    );
  });

  it('has bins of one width, the first and the last among them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 0, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (min, max) => {
          const widths = widthsOf(histogramOf(Float64Array.of(min, 0, max), min, max).edges);
          for (const width of widths) near(width, widths[0]!, 1e-6);
        },
      ),
    );
    const { edges } = histogramOf(Float64Array.of(0.3, 0.5, 0.9), 0.3, 0.9);
    near(edges[0]!, 0.3);
    near(edges.at(-1)!, 0.9);
  });

  it('is as symmetric as its values', () => {
    const [figure] = [errorsData(20, -20, 2, -2)].map(data => errorRange(data, {}));
    const values = Float64Array.of(20, -20, 2, -2);
    const { edges, counts } = histogram(4, columnFill(values), figure!.edges, figure!.step);
    assert.deepEqual([edges[0], edges.at(-1)], [-20, 20]);
    assert.deepEqual([counts[0], counts.at(-1)], [1, 1]);
  });

  it('survives equal values', () => {
    const { counts } = histogramOf(Float64Array.of(2, 2, 2), -1, 3);
    assert.equal(
      counts.reduce((a, b) => a + b, 0),
      3,
    );
  });
});

describe('niceStep', () => {
  it('rounds up to 1, 2, 2.5, 5 or 10', () => {
    assert.deepEqual(
      [1, 1.1, 2.2, 0.03, 7, 5].map(niceStep).map(x => Number(x.toPrecision(6))),
      [1, 2, 2.5, 0.05, 10, 5],
    );
  });
});

describe('drawnSamples', () => {
  it('draws all while they are few', () => {
    assert.deepEqual([...drawnSamples(3, 10, () => [1])], [0, 1, 2]);
  });

  it('always draws the worst', () => {
    const drawn = drawnSamples(30_000, 1000, count => [12_345, 7].slice(0, count));
    assert.ok(drawn.includes(12_345));
    assert.ok(drawn.length <= 1000 && drawn.length > 900);
    assert.deepEqual(drawn, drawn.slice().sort());
  });
});

describe('murphyCurve', () => {
  const grid = Float64Array.from({ length: 2001 }, (_, i) => -10 + i / 100);
  const area = (curve: Float64Array) => curve.reduce((sum, y) => sum + y / 100, 0);

  it('has half of the squared loss below it for the mean', () => {
    const curve = murphyCurve([2, -3, 0], [1, 1, 4], grid, 'mean');
    near(area(curve), (1 + 16 + 16) / 3 / 2, 1e-2);
  });

  it('has half of the absolute loss below it for the median', () => {
    const curve = murphyCurve([2, -3, 0], [1, 1, 4], grid, 'median');
    near(area(curve), (1 + 4 + 4) / 3 / 2, 1e-2);
  });

  it('equals the definition at every threshold', () => {
    const [x, y] = [gaussians(40, 2), gaussians(40, 3)];
    const coarse = Float64Array.from({ length: 41 }, (_, i) => -4 + i / 5);
    const curve = murphyCurve(x, y, coarse, 'mean');
    for (const [i, t] of coarse.entries()) {
      const scores = x.map((p, k) =>
        Math.min(p, y[k]!) <= t && t < Math.max(p, y[k]!) ? Math.abs(y[k]! - t) : 0,
      );
      near(curve[i]!, scores.reduce((a, b) => a + b, 0) / 40);
    }
  });
});

describe('lossSplit', () => {
  const p = Float64Array.from(uniforms(400, 8), u => Number(u.toFixed(2)) * 0.98 + 0.01);
  const event = Uint8Array.from(uniforms(400, 9), (u, i) => (u < p[i]! ** 2 ? 1 : 0));

  const sourceOf = (probability: Float64Array, happened: Uint8Array) => {
    const events = { probability, event: happened };
    return splitSource(events, eventsByEdge(events).fine);
  };

  it('is exact: miscalibration - discrimination + uncertainty is the loss', () => {
    for (const loss of [brierLoss, logLoss]) {
      const split = lossSplit(sourceOf(p, event), loss);
      near(split.miscalibration - split.discrimination + split.uncertainty, split.loss);
      assert.ok(split.miscalibration > 0 && split.discrimination > 0);
    }
  });

  it('finds no miscalibration in frequencies, and no discrimination in a constant', () => {
    const even = sourceOf(Float64Array.of(0.5, 0.5), Uint8Array.of(0, 1));
    const split = lossSplit(even, brierLoss);
    assert.deepEqual(split, {
      loss: 0.25,
      miscalibration: 0,
      discrimination: 0,
      uncertainty: 0.25,
    });
  });

  it('recalibrates to frequencies that never fall', () => {
    const frequencies = sourceOf(p, event).blocks.map(block => block.events / block.count);
    assert.deepEqual(
      frequencies,
      frequencies.toSorted((a, b) => a - b),
    );
  });
});

describe('calibrationBins', () => {
  const binsOf = (probability: readonly number[], bins: number) => {
    const event = new Uint8Array(probability.length);
    const events = { probability: Float64Array.from(probability), event };
    return calibrationBins(eventsByEdge(events), bins);
  };

  it('closes bins on the left, at the edges too', () => {
    const bins = binsOf([0, 0.1, 0.3, 0.7, 1], 10);
    assert.deepEqual([...bins.counts], [1, 1, 0, 1, 0, 0, 0, 1, 0, 1]);
  });

  it('puts every probability into a bin whose edges hold it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (bins, numerator) => {
          const p = Math.min(1, numerator / bins);
          const { counts, edges } = binsOf([p], bins);
          const bin = counts.indexOf(1);
          assert.ok(edges[bin]! <= p && (p < edges[bin + 1]! || bin === bins - 1));
        },
      ),
    );
  });
});

describe('thresholdCounts', () => {
  it('counts scores at the threshold as positive', () => {
    const score = Float64Array.of(0.9, 0.2, 0.6, 0.35, 0.55);
    const target = Int32Array.of(1, 0, 1, 1, 0);
    const thresholds = Float64Array.of(0, 0.35, 0.5, 0.6, 1);
    const scores = thresholdScores(thresholdCounts(score, target, thresholds));
    assert.deepEqual([...scores.accuracy], [0.6, 0.8, 0.6, 0.8, 0.4]);
    assert.deepEqual([...scores.recall], [1, 1, 2 / 3, 2 / 3, 0]);
    near(scores.precision[2]!, 2 / 3);
    assert.ok(Number.isNaN(scores.precision[4]!));
    assert.equal(scores.f1[4], 0);
  });

  it('offers the scores that occur and those that are asked for', () => {
    const thresholds = candidateThresholds(Float64Array.of(0.2, 0.2, 0.7), [0.5], 10);
    assert.deepEqual([...thresholds], [0.2, 0.5, 0.7]);
    const many = candidateThresholds(Float64Array.from(uniforms(5000)), [0.5, 0.1], 400);
    assert.ok(many.length <= 400 && many.includes(0.1));
  });
});

describe('confusionCounts', () => {
  it('leaves out the rarest classes and says how many', () => {
    const data = multiclassData(['a', 'b', 'c', 'd'], [0, 0, 1, 1, 2], {
      m: { label: [0, 1, 1, 1, 0] },
    });
    const model = data.models[0]!;
    assert.ok(model.task === 'multiclass');
    const counts = confusionCounts(model, 2);
    assert.deepEqual(counts.codes, [0, 1]);
    assert.deepEqual([...counts.counts], [1, 1, 0, 2]);
    assert.equal(counts.hiddenClasses, 1);
    assert.equal(counts.hiddenSamples, 1);
  });
});

describe('commonRows', () => {
  it('aligns models that lack different rows', () => {
    const data = regressionData([1, 2, 3], { a: [1, Number.NaN, 3], b: [Number.NaN, 2, 3] });
    const { n, samples } = commonRows(data.models);
    assert.equal(n, 1);
    assert.deepEqual(
      samples.map(own => [...own!]),
      [[1], [1]],
    );
  });
});

describe('small formulas', () => {
  it('fit a line by least squares', () => {
    const fit = lineFit(Float64Array.of(1, 2, 3), Float64Array.of(3, 5, 7));
    near(fit!.intercept, 1);
    near(fit!.slope, 2);
    near(fit!.correlation, 1);
    assert.equal(lineFit(Float64Array.of(1, 1), Float64Array.of(3, 5)), undefined);
  });

  it('know the quantiles of the normal distribution', () => {
    near(normalQuantile(0.975), 1.959963984540054, 1e-8);
    near(normalQuantile(1e-6), -4.753424308822899, 1e-8);
    near(normalQuantile(0.5), 0);
  });
});
