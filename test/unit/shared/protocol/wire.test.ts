import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromWire, toWire } from '../../../../src/shared/protocol/wire';

/** JSON writes -0 as 0. */
const zeroed = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  Object.is(value, -0) ? 0 : value,
];

describe('wire', () => {
  it('carries infinities and NaN through JSON', () => {
    const message = {
      type: 'report',
      values: { a: -Infinity, b: [Number.NaN, 1, Infinity] },
      c: null,
    };
    assert.deepEqual(fromWire(JSON.parse(JSON.stringify(toWire(message)))), message);
  });

  it('leaves typed arrays as they are', () => {
    const y = Float64Array.of(1, Number.NaN);
    assert.equal((toWire({ y }) as { y: unknown }).y, y);
  });

  it('carries names that look like its own key', () => {
    const message = {
      $number: [1, 2],
      probabilities: { $number: ['p_a', 'p_b'], $: 1, $$number: Number.NaN, a$: 'x' },
      list: [{ $number: 'NaN' }],
    };
    assert.deepEqual(fromWire(JSON.parse(JSON.stringify(toWire(message)))), message);
  });

  it('carries whatever a name can be', () => {
    const values = fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.string()));
    fc.assert(
      fc.property(values, value => {
        const carried = fromWire(JSON.parse(JSON.stringify(toWire(value))));
        assert.deepEqual(Object.entries(carried as object), Object.entries(value).map(zeroed));
      }),
    );
  });

  it('makes no prototype out of a name in the message', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}}') as unknown;
    assert.equal((fromWire(hostile) as { polluted?: boolean }).polluted, undefined);
  });
});
