import assert from 'node:assert/strict';
import { fromWire, toWire } from '../../../../src/shared/protocol/wire';

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

  it('makes no prototype out of a name in the message', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}}') as unknown;
    assert.equal((fromWire(hostile) as { polluted?: boolean }).polluted, undefined);
  });
});
