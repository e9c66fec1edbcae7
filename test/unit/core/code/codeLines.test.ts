import assert from 'node:assert/strict';
import { codeLines } from '../../../../src/core/code/codeLines';
import { defaultParameters } from '../../../../src/shared/metricId';
import { binary, firstUsable, regression } from '../../../support/samplesOf';

describe('codeLines', () => {
  it('says what the variables hold and which library is called', () => {
    const model = firstUsable(regression([1, 2], [1, 3], [1, 2]));
    assert.deepEqual(codeLines(model, 'mse', defaultParameters)[0], {
      library: 'scikit-learn',
      code:
        'from sklearn.metrics import mean_squared_error; ' +
        'mean_squared_error(y_true, y_pred, sample_weight=weight)' +
        '  # y_true: targets, y_pred: predictions, weight: sample weights',
    });
  });

  it('leaves scikit-learn out where it would clip', () => {
    const model = firstUsable(binary([1, 0], { model: [0, 0.5] }));
    const libraries = codeLines(model, 'log_loss', defaultParameters).map(line => line.library);
    assert.deepEqual(libraries, ['NumPy']);
  });

  it('has no line for a value that does not exist', () => {
    const model = firstUsable(regression([1, 1], [1, 3]));
    assert.deepEqual(codeLines(model, 'r2', defaultParameters), []);
  });
});
