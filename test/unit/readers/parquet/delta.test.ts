import assert from 'node:assert/strict';
import {
  deltaNumbers,
  deltaPrefixedTexts,
  deltaTexts,
} from '../../../../src/readers/parquet/delta';

// The examples of https://github.com/apache/parquet-format/blob/master/Encodings.md, packed by hand: a block of 8
// values in one miniblock, the number of values, the first value; the least difference, its width, the rest.
const rising = [8, 1, 5, 2, 2, 0];
const falling = [8, 1, 8, 14, 3, 2, 0xc0, 0x3f];
const lengths = [8, 1, 4, 10, 0, 1, 0x02];
const prefixes = [8, 1, 4, 0, 3, 3, 0x44, 0x01, 0x00];
const suffixes = [8, 1, 4, 8, 3, 3, 0x70, 0x00, 0x00];

function cursor(...parts: readonly (readonly number[] | string)[]) {
  const bytes = parts.flatMap(part =>
    typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part],
  );
  return { bytes: Uint8Array.from(bytes), at: 0 };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('numbers written as differences', () => {
  it('are added up from the first one, the least difference alone where no bits follow', () => {
    assert.deepEqual([...deltaNumbers(cursor(rising), 5)], [1n, 2n, 3n, 4n, 5n]);
  });

  it('take their bits from the lowest up and may fall', () => {
    const at = cursor(falling, [99]);
    assert.deepEqual([...deltaNumbers(at, 8)], [7n, 5n, 3n, 1n, 2n, 3n, 4n, 5n]);
    assert.equal(at.at, falling.length);
  });

  it('are refused in blocks of an impossible size, of too many bits and where they end early', () => {
    assert.throws(() => deltaNumbers(cursor([8, 0, 5, 2, 2, 0]), 5), /impossible size/);
    assert.throws(() => deltaNumbers(cursor([8, 2, 5, 2, 2, 0]), 5), /impossible size/);
    assert.throws(() => deltaNumbers(cursor(rising), 6), /impossible size/);
    assert.throws(() => deltaNumbers(cursor([8, 1, 5, 2, 2, 65, 0]), 5), /more than 64 bits/);
    assert.throws(() => deltaNumbers(cursor(falling.slice(0, -1)), 8), /end early/);
  });
});

describe('texts written behind their lengths', () => {
  it('are cut where one ends and the next begins', () => {
    const at = cursor(lengths, 'HelloWorldFoobarABCDEF!');
    assert.deepEqual(deltaTexts(at, 4).map(text), ['Hello', 'World', 'Foobar', 'ABCDEF']);
    assert.equal(at.at, at.bytes.length - 1);
  });

  it('may end with the page and not behind it', () => {
    const whole = 'HelloWorldFoobarABCDEF';
    assert.equal(deltaTexts(cursor(lengths, whole), 4).length, 4);
    assert.throws(() => deltaTexts(cursor(lengths, whole.slice(1)), 4), /longer than the page/);
  });
});

describe('texts written without what they share with the one before', () => {
  it('begin with that part of it', () => {
    const at = cursor(prefixes, suffixes, 'axislebabbleyhood');
    const found = deltaPrefixedTexts(at, 4).map(text);
    assert.deepEqual(found, ['axis', 'axle', 'babble', 'babyhood']);
  });

  it('cannot share more than there is', () => {
    const sharing = [8, 1, 4, 2, ...prefixes.slice(4)];
    const at = cursor(sharing, suffixes, 'axislebabbleyhood');
    assert.throws(() => deltaPrefixedTexts(at, 4), /repeats more than there is/);
  });
});
