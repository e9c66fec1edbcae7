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

  it('are margins when they are scores of any size beside 0 and 1, as decision_function gives them', async () => {
    const report = await inspected({
      'a.csv': 'y_true,y_score\n1,2.5\n0,-1.25\n1,-0.5\n0,-3\n',
    });
    assert.equal(summary(report), 'binary y_true: y_score 4');
    const { hinge, roc_auc } = report.models[0]!.values;
    assert.deepEqual([hinge, roc_auc], [1.5 / 4, 1]);
  });

  it('are logits of two classes, which a softmax turns into probabilities', async () => {
    const { models } = await inspected({ 'a.csv': 'label,logit_0,logit_1\n1,0,0\n0,1.5,1.5\n' });
    assert.ok(Math.abs(Number(models[0]!.values.log_loss) - Math.LN2) < 1e-15);
  });

  it('belong to the question that it answers: pred_fraud and score to is_fraud', async () => {
    const { roles } = await inspected({
      'a.csv':
        'is_fraud,pred_fraud,score\nTrue,True,0.9\nFalse,True,0.6\nFalse,False,0.1\nTrue,False,0.4\n',
    });
    assert.deepEqual([roles.target, roles.probabilities], ['is_fraud', { pred_fraud: ['score'] }]);
  });
});

describe('columns that statistics programs write', () => {
  it('are a target and its fit, never the number of the observation', async () => {
    const report = await inspected({
      'a.csv': 'Obs,y,Fit,Resid\n1,3.5,3,0.5\n2,2.5,3,-0.5\n3,4.5,4,0.5\n4,5.5,6,-0.5\n',
    });
    assert.equal(summary(report), 'regression y: Fit 4');
  });

  it('are a prediction with its interval: fit, lwr and upr of R, mean and std of a Gaussian process', async () => {
    const fit = await inspected({
      'a.csv':
        '"","mpg","fit","lwr","upr"\n"a",21.5,22,20,24\n"b",18.5,19,17,21\n"c",30.5,28,26,30\n',
    });
    assert.equal(summary(fit), 'regression mpg: fit 3');
    assert.equal(fit.models[0]!.values.coverage, 2 / 3);
    const process = await inspected({
      'a.csv': 'x,y,mean,std\n0.1,1.5,2,0.5\n0.2,3.5,3,0.5\n0.3,2.5,2.5,1\n',
    });
    assert.equal(summary(process), 'regression y: mean 3');
  });
});
