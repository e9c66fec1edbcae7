import assert from 'node:assert/strict';
import { codeLanguageOf } from '../../../src/names/code/language';
import { misusesIn } from '../../../src/names/code/misuse/misusesIn';
import { sourceOf } from '../../../src/names/code/source';
import { casesOf } from './cases';

describe('misuse of losses', () => {
  for (const [place, { language, labels, text, offset }] of casesOf('misuses.txt').entries()) {
    const [expected = ''] = labels;
    const name = expected === 'nothing' ? 'is not seen where it is none' : `is marked: ${expected}`;
    it(`${name} (place ${place + 1} of the list)`, () => {
      const marks = misusesIn(sourceOf(text, codeLanguageOf(language)!));
      const found = marks.map(({ id, start }) => `${id} at ${start}`);
      assert.deepEqual(found, expected === 'nothing' ? [] : [`${expected} at ${offset}`], text);
    });
  }
});
