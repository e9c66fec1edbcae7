import assert from 'node:assert/strict';
import { inspected, summary } from './inspected';

describe('columns beside a target', () => {
  it('are class probabilities when they are called like a class, even one called No', async () => {
    const { roles } = await inspected({
      'a.csv':
        'pred,obs,No,Yes,rowIndex\nYes,Yes,0.25,0.75,1\nNo,Yes,0.75,0.25,2\nNo,No,0.875,0.125,3\nYes,Yes,0.25,0.75,4\n',
    });
    assert.deepEqual([roles.probabilities, roles.id], [{ pred: ['Yes'] }, 'rowIndex']);
  });

  it('are predictions when they are called after models and go with it, though one says more', async () => {
    const report = await inspected({
      'a.csv':
        'ds,y,AutoARIMA,AutoARIMA-lo-90,AutoARIMA-hi-90,SeasonalNaive,lr\n2024-01-01,10.5,11,8,14,9.5,0.3\n2024-01-02,20.5,19,16,22,21.5,0.1\n2024-01-03,15.5,15,12,18,16.5,0.2\n2024-01-04,30.5,28,25,31,27.5,0.3\n',
    });
    assert.equal(summary(report), 'regression y: AutoARIMA 4, SeasonalNaive 4');
  });

  it('belong to the question that it answers: pred_fraud and score to is_fraud', async () => {
    const { roles } = await inspected({
      'a.csv':
        'is_fraud,pred_fraud,score\nTrue,True,0.9\nFalse,True,0.6\nFalse,False,0.1\nTrue,False,0.4\n',
    });
    assert.deepEqual([roles.target, roles.probabilities], ['is_fraud', { pred_fraud: ['score'] }]);
  });
});
