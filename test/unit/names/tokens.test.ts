import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokensOf } from '../../../src/names/tokens';

describe('the words of a name', () => {
  it('are the same in plain ASCII and beside a sign that is none', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'aAbBpredzZ09._- %()'), maxLength: 60 }),
    );
    fc.assert(fc.property(name, text => assert.deepEqual(tokensOf(text), tokensOf(`${text}·`))));
  });

  it('are told apart by signs, capitals and digits, without accents', () => {
    const words = (name: string) => tokensOf(name).map(({ word }) => word);
    assert.deepEqual(words('randomForest_Pred (eV)'), ['random', 'forest', 'pred', 'e', 'v']);
    assert.deepEqual(words('MSELoss2.5%'), ['mse', 'loss', '2.5', '%']);
    assert.deepEqual(words('Prévision réelle'), ['prevision', 'reelle']);
  });
});
