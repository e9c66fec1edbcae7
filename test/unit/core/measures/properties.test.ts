import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../../src/core/report/evaluate';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../../../src/core/samples/samples';
import {
  type BuiltInId,
  defaultParameters,
  type MetricId,
  type Parameters,
} from '../../../../src/shared/metricId';
import { binary, regression } from '../../../support/samplesOf';

type Values = Readonly<Partial<Record<BuiltInId, number>>>;

function valuesOf(samples: Samples, parameters: Partial<Parameters> = {}): Values {
  const options = { worst: 0, lineOf: samples.lineOf, baseline: false };
  const { models } = modelSamplesOf(samples);
  return evaluate(models, { parameters: { ...defaultParameters, ...parameters }, ...options })[0]!
    .values;
}

function assertSame(a: Values, b: Values, except: readonly MetricId[] = []): void {
  for (const [id, value] of Object.entries(a)) {
    if (except.includes(id as MetricId)) continue;
    const other = b[id as BuiltInId] ?? Number.NaN;
    assert.ok(close(value, other), `${id}: ${value} and ${other}`);
  }
}

function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1e-6, Math.abs(a));
}

const number = fc.integer({ min: -4000, max: 4000 }).map(x => x / 8);
const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 40 });
const chances = fc.array(
  fc.tuple(
    fc.constantFrom(0, 1),
    fc.integer({ min: 1, max: 63 }).map(x => x / 64),
  ),
  { minLength: 2, maxLength: 40 },
);

const ofPairs = (rows: readonly (readonly [number, number])[], weight?: readonly number[]) =>
  regression(
    rows.map(row => row[0]),
    rows.map(row => row[1]),
    weight,
  );
const ofChances = (rows: readonly (readonly [number, number])[], weight?: readonly number[]) =>
  binary(
    rows.map(row => row[0]),
    { m: rows.map(row => row[1]) },
    weight,
  );

describe('what always holds', () => {
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(pairs, rows =>
        assertSame(valuesOf(ofPairs(rows)), valuesOf(ofPairs([...rows].reverse()))),
      ),
    );
    fc.assert(
      fc.property(chances, rows =>
        assertSame(valuesOf(ofChances(rows)), valuesOf(ofChances([...rows].reverse()))),
      ),
    );
  });

  it('does not change with weights of 1, but for the lower weighted medians', () => {
    const medians: readonly MetricId[] = ['medae', 'd2_absolute'];
    fc.assert(
      fc.property(pairs, rows => {
        const ones = rows.map(() => 1);
        assertSame(valuesOf(ofPairs(rows)), valuesOf(ofPairs(rows, ones)), medians);
      }),
    );
    fc.assert(
      fc.property(chances, rows => {
        assertSame(
          valuesOf(ofChances(rows)),
          valuesOf(
            ofChances(
              rows,
              rows.map(() => 1),
            ),
          ),
        );
      }),
    );
  });

  it('counts a row of weight 2 as two rows', () => {
    const medians: readonly MetricId[] = ['medae', 'd2_absolute'];
    fc.assert(
      fc.property(pairs, rows => {
        const doubled = rows.flatMap((row, i) => (i % 2 === 0 ? [row, row] : [row]));
        const weights = rows.map((_, i) => (i % 2 === 0 ? 2 : 1));
        assertSame(valuesOf(ofPairs(rows, weights)), valuesOf(ofPairs(doubled)), medians);
      }),
    );
    fc.assert(
      fc.property(chances, rows => {
        const doubled = rows.flatMap((row, i) => (i % 2 === 0 ? [row, row] : [row]));
        const weights = rows.map((_, i) => (i % 2 === 0 ? 2 : 1));
        assertSame(valuesOf(ofChances(rows, weights)), valuesOf(ofChances(doubled)));
      }),
    );
  });

  it('keeps Huber below half the squared and delta times the absolute error, and smooth L1 at Huber / beta', () => {
    const delta = fc.integer({ min: 1, max: 400 }).map(x => x / 16);
    fc.assert(
      fc.property(pairs, delta, (rows, d) => {
        const values = valuesOf(ofPairs(rows), { huberDelta: d, smoothL1Beta: d });
        const slack = 1 + 1e-12;
        assert.ok(values.huber! <= (values.mse! / 2) * slack);
        assert.ok(values.huber! <= d * values.mae! * slack);
        assert.ok(values.huber! >= (d * (values.mae! - d / 2)) / slack - 1e-9);
        assert.ok(close(values.smooth_l1!, values.huber! / d));
      }),
    );
  });

  it('keeps the mean below the root of the squares, and log-cosh below the absolute error', () => {
    fc.assert(
      fc.property(pairs, rows => {
        const values = valuesOf(ofPairs(rows));
        assert.ok(values.mae! <= values.rmse! * (1 + 1e-12));
        assert.ok(values.rmse! <= values.max_error! * (1 + 1e-12));
        assert.ok(values.log_cosh! <= values.mae! * (1 + 1e-12));
        assert.ok(close(values.pinball!, values.mae! / 2));
      }),
    );
  });

  it('keeps log loss at 0 or above, perplexity its exponential and accuracy the rest of zero-one', () => {
    fc.assert(
      fc.property(chances, rows => {
        const values = valuesOf(ofChances(rows));
        assert.ok(values.log_loss! >= 0);
        assert.ok(close(values.perplexity!, Math.exp(values.log_loss!)));
        assert.ok(close(values.accuracy!, 1 - values.zero_one!));
        assert.ok(values.focal! <= values.log_loss! * (1 + 1e-12));
      }),
    );
  });
});
