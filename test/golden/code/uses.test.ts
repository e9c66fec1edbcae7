import assert from 'node:assert/strict';
import { codeLanguageOf } from '../../../src/names/code/language';
import { lossAt } from '../../../src/names/code/lossAt';
import type { LossUse } from '../../../src/names/code/lossUse';
import { sourceOf } from '../../../src/names/code/source';
import { libraries } from '../../../src/names/losses/libraries';
import { type Case, casesOf } from './cases';

function pointedAt({ language, text, offset }: Case): LossUse | undefined {
  return lossAt(sourceOf(text, codeLanguageOf(language)!), offset);
}

/** What was found, in the words of the labels. */
function described(use: LossUse | undefined): readonly string[] {
  if (use === undefined) return ['nothing'];
  const names = new Set(use.entries.map(({ library }) => libraries[library].name));
  const given = Object.entries(use.parameters).map(([name, value]) => `${name}=${said(value)}`);
  return [!use.isSure ? 'several' : [...names][0]!, use.loss, given.sort().join(', ')];
}

function said(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** Numbers as numbers: `1.0` is written as well as `1`. */
function expected({ labels: [library = '', loss = '', given = ''] }: Case): readonly string[] {
  const parts = given.split(', ').filter(part => part !== '');
  const plain = parts.map(part => part.replace(/(?<==)[-\d.]+$/, number => String(Number(number))));
  return [library, loss, plain.sort().join(', ')];
}

describe('losses written in code', () => {
  it('are recognised with library and parameters in at least 95 % of the places that were labelled by hand', () => {
    const cases = casesOf('uses.txt');
    assert.ok(cases.length >= 200, `${cases.length} places`);
    const wrong = cases.filter(
      each => described(pointedAt(each)).join(' | ') !== expected(each).join(' | '),
    );
    const told = wrong.map(
      each =>
        `${each.text}\n  -> ${described(pointedAt(each)).join(' | ')}, not ${expected(each).join(' | ')}`,
    );
    if (process.env.TELL) console.log(told.join('\n'));
    assert.ok(wrong.length <= 0.05 * cases.length, `${wrong.length} wrong\n${told.join('\n')}`);
  });

  for (const each of casesOf('none.txt')) {
    it(`are not seen where there is ${each.labels.join(' | ')} (${each.language})`, () => {
      assert.ok(each.offset >= 0);
      assert.deepEqual(described(pointedAt(each)), ['nothing'], each.text);
    });
  }
});
