import assert from 'node:assert/strict';
import { cellValue } from '../../../../src/readers/delimited/cellValue';

function numberIn(text: string, decimalComma = false): number | undefined {
  const value = cellValue(text, decimalComma);
  return value.kind === 'number' ? value.value : undefined;
}

describe('a cell', () => {
  it('may carry one currency sign, before its amount or behind it', () => {
    for (const text of ['$12.5', '$ 12.5', '12.5€', '12.5 €']) assert.equal(numberIn(text), 12.5);
    assert.equal(numberIn('-$1,200.5'), -1200.5);
    assert.equal(numberIn('1.200,5 €', true), 1200.5);
    for (const text of ['$12€', '$', '12$', '$-3'])
      assert.equal(cellValue(text, false).kind, 'word');
  });

  it('may have the minus sign of typesetters', () => {
    assert.equal(numberIn('\u22121.5'), -1.5);
    assert.equal(numberIn('\u22121,5', true), -1.5);
  });

  it('may group its digits by threes', () => {
    assert.equal(numberIn('1,234,567'), 1234567);
    assert.equal(numberIn('1.234.567,5', true), 1234567.5);
    for (const gap of ["'", '’', ' ', '\u00a0', '\u202f']) {
      assert.equal(numberIn(`-1${gap}234${gap}567.5`), -1234567.5);
      assert.equal(numberIn(`1${gap}234,5 €`, true), 1234.5);
    }
    for (const text of ['1,23', '1 23', "1'2345", '1234 567'])
      assert.equal(cellValue(text, false).kind, 'word');
  });
});
