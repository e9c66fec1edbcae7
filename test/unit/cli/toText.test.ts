import assert from 'node:assert/strict';
import { toText } from '../../../src/cli/toText';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';

const environment = { openFile: () => Promise.reject(new Error('no files here')) };

async function printed(text: string): Promise<string> {
  const engine = inProcessEngine(environment);
  const pieces = [{ text, line: 1 }];
  return toText(await engine.inspect([{ kind: 'text', name: 'counts.py', pieces }], {}));
}

describe('the table that is printed', () => {
  it('says once why values do not exist, with the losses it holds for', async () => {
    const table = await printed('y_true = [1, -3, 0]\ny_pred = [2, 1, 2]\n');
    assert.match(table, /Mean squared logarithmic error +undefined/);
    assert.match(
      table,
      /- undefined: Mean squared logarithmic error, .+Poisson deviance.+: 1 negative target/,
    );
  });

  it('names the models when the reason does not hold for all', async () => {
    const table = await printed('y_true = [1, 3, 2]\nridge = [2, 1, 2]\nforest = [2, 1, -2]\n');
    assert.match(table, /- undefined of forest: .*Mean squared logarithmic error/);
  });

  it('says nothing where all values exist', async () => {
    assert.doesNotMatch(await printed('y_true = [1, 3, 2]\ny_pred = [2, 1, 2]\n'), /undefined/);
  });
});
