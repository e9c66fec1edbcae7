import assert from 'node:assert/strict';
import formulas from '../../../../src/core/catalogue/formulas.mathml';
import { metricIds } from '../../../../src/shared/metricId';

describe('the formulas of the catalogue', () => {
  it('are drawn as balanced MathML, one for every metric', () => {
    assert.deepEqual(Object.keys(formulas).sort(), [...metricIds].sort());
    for (const id of metricIds) {
      const open: string[] = [];
      for (const [, slash, name] of formulas[id]!.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
        if (slash === '') open.push(name!);
        else assert.equal(open.pop(), name, id);
      }
      assert.deepEqual(open, [], id);
    }
  });

  it('carry no style of their own, which the page would not allow', () => {
    for (const id of metricIds) assert.doesNotMatch(formulas[id]!, / (style|class)=/);
  });
});
