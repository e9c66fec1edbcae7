import assert from 'node:assert/strict';
import { csvCell } from '../../../src/shared/csvCell';
import { hostileNames } from '../../support/hostileNames';

describe('text from data in a cell of CSV', () => {
  it('is no formula in whatever width, and behind whatever nobody sees', () => {
    for (const text of [
      '=1',
      '\uFF1D1',
      '\uFF0B1',
      '\uFF0D1',
      '\uFF20A',
      '\uFE66A',
      ' \u00A0=1',
      '\u200B=1',
      '\uFEFF@A',
      '\t=1',
    ]) {
      assert.match(csvCell(text), /^"?'/, JSON.stringify(text));
    }
  });

  it('begins with no sign of a formula, whatever a name is made of', () => {
    for (const name of hostileNames) {
      const cell = csvCell(name).replace(/^"/, '').normalize('NFKC');
      assert.doesNotMatch(cell, /^[^\p{L}\p{N}\p{P}\p{S}]*[=+\-@]/u);
      assert.doesNotMatch(cell, /[\p{Cf}\p{Cs}]/u);
    }
  });

  it('leaves numbers, words and dashes inside of words alone', () => {
    for (const text of ['-3.5', '+1e-3', 'a=b', 'x-y', '0.25', 'y_pred'])
      assert.equal(csvCell(text), text);
  });
});
