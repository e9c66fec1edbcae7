import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText, sentence, shortened, visible } from '../../../src/shared/plainText';
import { hostileNames, linkInVsCode } from '../../support/hostileNames';

describe('text from data', () => {
  it('has the characters spelled out that would turn the direction of their neighbours', () => {
    assert.equal(visible('a\u202Eb'), 'a\\u202Eb');
    assert.equal(visible('\u2066x\u2069'), '\\u2066x\\u2069');
  });

  it('has every character spelled out that nobody sees', () => {
    const hidden = ['\u200B', '\u00AD', '\u2060', '\uFEFF', '\u3164', '\uFFA0', '\u2800', '\u2028'];
    for (const char of hidden) assert.notEqual(visible(`a${char}b`), `a${char}b`);
    assert.equal(visible('a\u{E0041}b'), 'a\\u{E0041}b');
    assert.equal(visible('a\uD800b'), 'a\\uD800b');
    assert.equal(visible('\u001B[31mred'), '\\u001B[31mred');
    assert.equal(visible('loss\u200Done'), 'loss\\u200Done');
    assert.equal(visible('1\uFE0F'), '1\\uFE0F');
  });

  it('keeps line breaks, tabs, emoji of several code points and joiners that a script needs', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\n\t\u2764\uFE0F\u200D\u{1F525}';
    assert.equal(visible(family), family);
    const persian = '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645';
    assert.equal(visible(persian), persian);
  });

  it('is one line in which VS Code finds no link and no icon', () => {
    assert.equal(plainText('[a](command:b)'), '[a] (command:b)');
    assert.equal(plainText('$(trash) a\r\n  b\u2028c'), '$ (trash) a b c');
    for (const name of hostileNames) {
      const plain = plainText(name);
      assert.doesNotMatch(plain, linkInVsCode);
      assert.doesNotMatch(plain, /\$\(|[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }
  });

  it('is never longer than it may be, and keeps how it begins and ends', () => {
    const long = plainText(`a.csv: "${'x'.repeat(150_000)}" is no number (row skipped)`, 100);
    assert.equal(long.length, 100);
    assert.match(long, /^a\.csv: "x+…x+" is no number \(row skipped\)$/);
    assert.equal(Array.from(plainText('\u{1F680}'.repeat(50), 9)).length, 9);
  });

  it('is the same when it is taken for text from data again', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'](:$\n x\u202E\uD83D\uDE80\u200D'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (one, most) => {
        const plain = plainText(one, most);
        assert.equal(plainText(plain, most), plain);
        assert.ok(Array.from(plain).length <= most);
        assert.doesNotMatch(plain, /\]\(|\$\(/);
      }),
    );
  });

  it('keeps no joiner at a cut, whose neighbour is gone', () => {
    const plain = plainText('\u{1F680}\u200D\u{1F680}\u200D\u{1F680}\u200D\u{1F680}', 6);
    assert.equal(plainText(plain, 6), plain);
    assert.doesNotMatch(plain, /\u200D…|…\u200D/);
  });

  it('is cut with an ellipsis between whole code points', () => {
    assert.equal(shortened('\u{1F680}\u{1F680}\u{1F680}', 2), '\u{1F680}…');
    assert.equal(shortened('abc', 3), 'abc');
    assert.equal(Array.from(shortened('x'.repeat(100_000), 60)).length, 60);
  });

  it('makes a sentence with one full stop', () => {
    assert.equal(sentence('a.csv: the file is empty'), 'a.csv: the file is empty.');
    assert.equal(sentence('Is it?'), 'Is it?');
    assert.equal(sentence(' \n '), 'There is no message.');
  });
});
