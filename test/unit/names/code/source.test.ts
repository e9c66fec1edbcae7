import assert from 'node:assert/strict';
import { languageStyles } from '../../../../src/names/code/language';
import { lossesIn } from '../../../../src/names/code/lossAt';
import { misusesIn } from '../../../../src/names/code/misuse/misusesIn';
import { sourceOf } from '../../../../src/names/code/source';
import { tokenize } from '../../../../src/names/code/tokenize';
import type { CodeLanguage } from '../../../../src/shared/protocol/code';

function words(text: string, language: CodeLanguage): readonly string[] {
  return tokenize(text, languageStyles[language])
    .filter(({ kind }) => kind !== 'line')
    .map(({ kind, text: word }) => `${kind} ${word}`);
}

describe('a source text', () => {
  it('is cut into names, numbers, texts and signs, without comments', () => {
    assert.deepEqual(words('x = f(1.5e-3, "a # b")  # no', 'python'), [
      'name x',
      'sign =',
      'name f',
      'sign (',
      'number 1.5e-3',
      'sign ,',
      'text a # b',
      'sign )',
    ]);
    const script = words('a / b // no\nc = /x"y/g', 'javascript');
    assert.deepEqual(script.slice(0, 5), ['name a', 'sign /', 'name b', 'name c', 'sign =']);
    const julia = words("a' * b #= no #= no =# =#", 'julia');
    assert.deepEqual(julia, ['name a', "sign '", 'sign *', 'name b']);
  });

  it('has texts that are not whole where their end is missing or they are put together', () => {
    const whole = (text: string): readonly boolean[] =>
      tokenize(text, languageStyles.python)
        .filter(({ kind }) => kind === 'text')
        .map(token => token.whole);
    assert.deepEqual(whole(`"a" 'b' '''c\nd''' r"\\\\"`), [true, true, true, true]);
    assert.deepEqual(whole('f"a{b}" "c'), [false, false]);
  });

  it('of a half-written line leaves the lines below it as they are', () => {
    const text = 'import torch.nn as nn\nx = f(1,\ndef g():\n    return nn.MSELoss()\n';
    const found = lossesIn(sourceOf(text, 'python')).map(({ written }) => written);
    assert.deepEqual(found, ['MSELoss']);
  });

  const monsters: Readonly<Record<string, string>> = {
    'deep brackets': '['.repeat(1e4),
    'deep calls': 'f('.repeat(1e4),
    'deep calls that are closed': `${'f('.repeat(1e4)}${')'.repeat(1e4)}`,
    'brackets that do not match': '('.repeat(3e4) + ']'.repeat(1e4),
    quotes: `'\\`.repeat(1e4),
    'many quotes': '"""`'.repeat(1e4),
    'comment starts': '/* /#='.repeat(1e4),
    digits: '1'.repeat(4e5),
    dots: '.'.repeat(5e4),
    'a name that goes on and on': 'mse.'.repeat(1e4),
    'a sum that goes on and on': 'mse='.repeat(1e4),
    'assignments of one name': 'mse = mse\nloss = "mse"\n'.repeat(1e4),
    loops: '[for for for '.repeat(1e4),
    'small functions': 'lambda lambda '.repeat(5e4),
    'strings in lists': '["mse", '.repeat(5e4),
    'walrus and stars': ':=*'.repeat(1e4),
    'many classes': 'class A:\n  def f(self):\n    self.a = g(1)\n    self.a(1, 2)\n'.repeat(5e3),
    imports: 'import a.b as c, d\nfrom e import (f as g, h)\n'.repeat(5e3),
    'many losses': 'import torch.nn as nn\nc = nn.MSELoss()\nc(a, b)\n'.repeat(5e3),
    'blank lines': ' \n'.repeat(5e4),
  };

  for (const [name, text] of Object.entries(monsters)) {
    it(`is read in time that grows with its length: ${name}`, function () {
      this.timeout(60_000);
      for (const language of ['python', 'javascript', 'julia', 'r'] as const) {
        const source = sourceOf(text, language);
        lossesIn(source);
        misusesIn(source);
      }
    });
  }
});
