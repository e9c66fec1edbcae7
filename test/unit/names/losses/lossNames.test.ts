import assert from 'node:assert/strict';
import { libraries } from '../../../../src/names/losses/libraries';
import { otherIdeas } from '../../../../src/names/losses/lossIdea';
import { lossNames } from '../../../../src/names/losses/lossNames';
import { defaultParameters, metricIds } from '../../../../src/shared/metricId';

describe('the table of the names of losses', () => {
  it('names a loss of the catalogue or one that is declared beside it', () => {
    const known = new Set<string>([...metricIds, ...otherIdeas]);
    for (const { loss, names } of lossNames) assert.ok(known.has(loss), `${names[0]}: ${loss}`);
  });

  it('has more than 120 names of the libraries that people use most', () => {
    const most = [
      'sklearn',
      'torch',
      'keras',
      'optax',
      'xgboost',
      'lightgbm',
      'catboost',
      'torchmetrics',
    ];
    const names = lossNames
      .filter(({ library }) => most.includes(library))
      .flatMap(({ library, names }) => names.map(name => `${library} ${name}`));
    assert.ok(new Set(names).size > 120, `${new Set(names).size} names`);
  });

  it('says one thing of every function', () => {
    const seen = new Map<string, string>();
    for (const { library, names, loss } of lossNames.filter(({ way }) => way === 'call')) {
      for (const name of names) {
        const key = `${library} ${name}`;
        assert.ok(!seen.has(key), `${key} stands in the table twice`);
        seen.set(key, loss);
      }
    }
  });

  it('says one thing of every string that trains, and one of every string that judges', () => {
    for (const use of ['objective', 'metric'] as const) {
      const seen = new Map<string, string>();
      const strings = lossNames.filter(each => each.way === 'text' && each.use !== other(use));
      for (const { library, names, loss } of strings) {
        for (const name of names) {
          const key = `${library} ${name}`;
          assert.equal(seen.get(key) ?? loss, loss, `${key} is two losses`);
          seen.set(key, loss);
        }
      }
    }
  });

  it('draws with parameters that the losses have', () => {
    for (const { names, parameters } of lossNames) {
      for (const { shape } of parameters) {
        if (shape === undefined) continue;
        assert.ok(shape.key in defaultParameters, `${names[0]}: ${shape.key}`);
        assert.ok(Number.isFinite(shape.otherwise), names[0]);
      }
    }
  });

  it('leads to the documentation of every library', () => {
    for (const { address } of Object.values(libraries)) assert.match(address, /^https:/);
  });
});

function other(use: 'objective' | 'metric'): string {
  return use === 'objective' ? 'metric' : 'objective';
}
