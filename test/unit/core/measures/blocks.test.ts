import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogue } from '../../../../src/core/catalogue/catalogue';
import { classView } from '../../../../src/core/measures/classView';
import type {
  BinaryModelSamples,
  MulticlassModelSamples,
} from '../../../../src/core/samples/modelSamples';
import { filled } from '../../../../src/core/statistics/fill';
import { defaultParameters, metricIds } from '../../../../src/shared/metricId';

const number = fc.oneof(
  fc.integer({ min: -4000, max: 4000 }).map(x => x / 8),
  fc.double({ min: 0, max: 30, noNaN: true }),
);
const pairs = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 40 });
const chances = fc.array(
  fc.tuple(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 40 },
);

function close(a: number, b: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-13 * Math.abs(b);
}

function column(values: readonly number[]): Float64Array {
  return Float64Array.from(values, x => x + 0);
}

function modelSamplesOf(rows: readonly (readonly [number, number])[]): BinaryModelSamples {
  return {
    task: 'binary',
    name: 'm',
    split: null,
    n: rows.length,
    rows: null,
    classes: ['no', 'yes'],
    target: Int32Array.from(rows, row => row[0]),
    predicted: new Int32Array(rows.length),
    predictedFrom: 'probability',
    probability: column(rows.map(row => row[1])),
  };
}

const scores = fc.array(
  fc.tuple(
    fc.constantFrom(0, 1, 2),
    ...[0, 1, 2].map(() => fc.double({ min: 0.001, max: 3, noNaN: true })),
  ),
  { minLength: 1, maxLength: 40 },
);

/** Three classes with the scores as logits, or divided by their sum as probabilities. */
function multiclassOf(
  rows: readonly (readonly number[])[],
  as: 'logits' | 'probabilities',
): MulticlassModelSamples {
  const columns = [1, 2, 3].map(k =>
    column(rows.map(row => row[k]! / (as === 'logits' ? 1 : row[1]! + row[2]! + row[3]!))),
  );
  return {
    task: 'multiclass',
    name: 'm',
    split: null,
    n: rows.length,
    rows: null,
    classes: ['a', 'b', 'c'],
    target: Int32Array.from(rows, ([target]) => target!),
    predicted: new Int32Array(rows.length),
    predictedFrom: 'probability',
    [as]: columns,
  };
}

describe('losses computed together', () => {
  for (const id of metricIds) {
    const metric = catalogue[id];
    const { loss: perSample, block: ofBlock } =
      (metric.measures === 'numbers' ? metric.sample : null) ?? {};
    const { loss: sampleOfClasses, block: blockOfClasses } =
      (metric.measures === 'classes' ? metric.sample : null) ?? {};
    if (perSample !== undefined && ofBlock !== undefined) {
      it(`gives ${id} as sample by sample`, () => {
        fc.assert(
          fc.property(pairs, rows => {
            const [target, prediction] = [0, 1].map(k => column(rows.map(row => row[k]!)));
            const out = new Float64Array(rows.length);
            ofBlock(prediction!, target!, defaultParameters, out, () => undefined);
            const expected = rows.map(([y, p]) => perSample(p + 0, y + 0, defaultParameters));
            assert.ok(
              out.every((x, i) => close(x, expected[i]!)),
              `${out} and ${expected}`,
            );
          }),
        );
      });
    }
    if (sampleOfClasses !== undefined && blockOfClasses) {
      it(`gives ${id} as sample by sample`, () => {
        fc.assert(
          fc.property(chances, rows => {
            const view = classView(modelSamplesOf(rows), () => null);
            const out = filled(view.n, blockOfClasses(view, defaultParameters)!);
            const loss = sampleOfClasses(view, defaultParameters)!;
            assert.ok(
              out.every((x, i) => close(x, loss(i))),
              `${out}`,
            );
          }),
        );
      });

      it(`gives ${id} of several classes as sample by sample`, () => {
        fc.assert(
          fc.property(scores, fc.constantFrom('logits', 'probabilities'), (rows, as) => {
            const view = classView(multiclassOf(rows, as), () => null);
            const out = filled(view.n, blockOfClasses(view, defaultParameters)!);
            const loss = sampleOfClasses(view, defaultParameters)!;
            assert.ok(
              out.every((x, i) => close(x, loss(i))),
              `${out}`,
            );
          }),
        );
      });
    }
  }
});
