import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitsPattern } from '../../../src/cli/fitsPattern';

/** The same, by the definition. */
function defined(name: string, pattern: string): boolean {
  if (pattern === '') return name === '';
  const [sign, rest] = [pattern[0], pattern.slice(1)];
  if (sign === '*') {
    return Array.from({ length: name.length + 1 }, (_, i) => name.slice(i)).some(end =>
      defined(end, rest),
    );
  }
  return name !== '' && (sign === '?' || sign === name[0]) && defined(name.slice(1), rest);
}

describe('a pattern of names', () => {
  it('is as shells have it', () => {
    assert.ok(fitsPattern('part-00003.csv', 'part-*.csv'));
    assert.ok(fitsPattern('part-3.csv', 'part-?.csv'));
    assert.ok(!fitsPattern('part-13.csv', 'part-?.csv'));
    assert.ok(!fitsPattern('part-3.csv.gz', 'part-*.csv'));
    assert.ok(fitsPattern('a\nb.csv', 'a*.csv'));
    assert.ok(fitsPattern('💥.csv', '?.csv'));
  });

  it('takes every other sign for itself', () => {
    assert.ok(fitsPattern('a.(b)[c]+$.csv', 'a.(b)[c]+$.*'));
    assert.ok(!fitsPattern('abb', 'ab+'));
    assert.ok(!fitsPattern('axcsv', 'a.csv'));
  });

  it('fits what its definition says', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 7 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '?', '*'), maxLength: 7 });
    fc.assert(
      fc.property(name, pattern, (text, signs) => {
        assert.equal(fitsPattern(text, signs), defined(text, signs));
      }),
      { numRuns: 3000 },
    );
  });

  it('with many stars takes no more time than with one', () => {
    const started = performance.now();
    for (let i = 0; i < 20; i++) assert.ok(!fitsPattern('a'.repeat(255), `${'a*'.repeat(60)}b`));
    assert.ok(performance.now() - started < 2000);
  });
});
