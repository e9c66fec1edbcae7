import assert from 'node:assert/strict';
import { type Files, inspected, summary } from './inspected';

interface Shape {
  readonly what: string;
  readonly files: Files;
  readonly is: string;
}

const homes = [
  'flat,city,price,linear,forest',
  'F1,York,162.9,172.2,170.0',
  'F2,Hull,290.1,298.9,280.1',
  'F3,Hull,138.3,135.7,149.2',
  'F4,York,71.1,92.2,65.8',
  'F5,York,181.4,171.9,190.3',
];
const homesIn = (order: readonly number[]): string =>
  homes.map(line => order.map(i => line.split(',')[i]).join(',')).join('\n');

const shapes: readonly Shape[] = [
  {
    what: 'the one column that columns called after models go with is the target',
    files: { 'a.csv': homesIn([0, 1, 2, 3, 4]) },
    is: 'regression price: linear 5, forest 5',
  },
  {
    what: 'the same when the target comes last',
    files: { 'a.csv': homesIn([3, 4, 2]) },
    is: 'regression price: linear 5, forest 5',
  },
  {
    what: 'two classes beside chances that models give them',
    files: {
      'a.csv':
        'id,survived,LogReg,XGBoost\n1,1,0.8,0.9\n2,0,0.3,0.2\n3,1,0.6,0.7\n4,0,0.4,0.1\n5,1,0.3,0.8\n',
    },
    is: 'binary survived: LogReg 5, XGBoost 5',
  },
  {
    what: 'rows of a matrix that add up to 1 as the probabilities of the classes, whatever it is called',
    files: {
      'a.py': 'y_true = [0, 2, 1]\ny_pred = [[0.7, 0.2, 0.1], [0.1, 0.2, 0.7], [0.3, 0.6, 0.1]]\n',
    },
    is: 'multiclass y_true: y_pred 3',
  },
  {
    what: 'the same without names, in a call',
    files: { 'a.py': 'log_loss(["spam", "ham", "ham"], [[0.1, 0.9], [0.9, 0.1], [0.8, 0.2]])\n' },
    is: 'binary array 1: array 2 3',
  },
  {
    what: 'the same printed by NumPy in front of the classes',
    files: { 'a.txt': '[[0.1 0.9]\n [0.8 0.2]\n [0.3 0.7]]\n[1 0 0]\n' },
    is: 'binary array 2: array 1 3',
  },
  {
    what: 'a one-hot target as classes',
    files: {
      'a.py': 'y_true = [[0, 1, 0], [0, 0, 1]]\ny_pred = [[0, 0.9, 0.1], [0.1, 0.8, 0.1]]\n',
    },
    is: 'multiclass y_true: y_pred 2',
  },
  {
    what: 'each output of several with its own predictions',
    files: {
      'a.py': 'y_true = [[0.5, 1], [-1, 1], [7, -6]]\ny_pred = [[0, 2], [-1, 2], [8, -5]]\n',
    },
    is: 'multioutput null: y_pred 3, y_pred 3, y_pred 3',
  },
  {
    what: 'columns that MATLAB printed one below the other',
    files: {
      'a.txt': 'y_true =\n\n    3.0000\n   -0.5000\n\ny_pred =\n\n    2.5000\n         0\n',
    },
    is: 'regression y_true: y_pred 2',
  },
  {
    what: 'vectors that R printed, behind its prompts',
    files: {
      'a.txt': '> actual\n [1]  3.0 -0.5\n [3]  2.0\n> predicted\n [1] 2.5 0.0\n [3] 2.0\n',
    },
    is: 'regression actual: predicted 3',
  },
  {
    what: 'factors that R printed',
    files: {
      'a.txt':
        '> pred\n[1] cat dog cat\nLevels: cat dog\n> truth\n[1] cat cat dog\nLevels: cat dog\n',
    },
    is: 'binary truth: pred 3',
  },
  {
    what: 'named vectors of R',
    files: { 'a.R': 'actual = c(a=3, b=-0.5, c=2.5)\npredicted = c(a=2.5, b=0.0, c=2)\n' },
    is: 'regression actual: predicted 3',
  },
  {
    what: 'a target and a prediction printed in each line',
    files: { 'a.txt': 'predicted=2.5 expected=3.0\npredicted=0.0 expected=-0.5\n' },
    is: 'regression expected: predicted 2',
  },
  {
    what: 'a session of IPython',
    files: {
      'a.txt':
        'In [3]: y_test.values\nOut[3]: array([3.0, 1.5])\n\nIn [4]: f(x)\nOut[4]: array([2.5, 1.5])\n',
    },
    is: 'regression y_test: array 1 2',
  },
  {
    what: 'a printed TensorFlow tensor',
    files: {
      'a.txt':
        'y_true = [0, 1]\ny_pred = <tf.Tensor: shape=(2,), dtype=float32, numpy=array([0.1, 0.8], dtype=float32)>\n',
    },
    is: 'binary y_true: y_pred 2',
  },
  {
    what: 'a printed frame whose index has a name',
    files: {
      'a.txt':
        '            actual  forecast\ndate                        \n2020-01-01     3.0       2.5\n2020-01-02    -0.5       0.0\n',
    },
    is: 'regression actual: forecast 2',
  },
  {
    what: 'scored labels as predictions',
    files: { 'a.csv': 'Label,Scored Labels,Scored Probabilities\n1,1,0.9\n0,1,0.6\n0,0,0.2\n' },
    is: 'binary Label: Scored Labels 3',
  },
  {
    what: 'chances, raw predictions and labels of Spark as one model',
    files: {
      'a.csv':
        'label,rawPrediction,probability,prediction\n0,"[1.2,-1.2]","[0.8,0.2]",0\n1,"[-0.7,0.7]","[0.3,0.7]",1\n1,"[0.1,-0.1]","[0.52,0.48]",0\n',
    },
    is: 'binary label: prediction 3',
  },
  {
    what: 'records beside settings in a JSON document',
    files: {
      'a.json':
        '{"config": {"lr": 0.1}, "results": [{"target": 1.5, "prediction": 2}, {"target": 3.5, "prediction": 3}]}',
    },
    is: 'regression target: prediction 2',
  },
  {
    what: 'a pandas frame written with orient="table"',
    files: {
      'a.json':
        '{"schema": {"fields": [{"name": "y_true", "type": "number"}], "primaryKey": ["index"]}, "data": [{"index": 0, "y_true": 1.5, "y_pred": 2}, {"index": 1, "y_true": 3.5, "y_pred": 3}]}',
    },
    is: 'regression y_true: y_pred 2',
  },
  {
    what: 'models in an object of their own beside the target',
    files: {
      'a.json':
        '{"y_true": [1.5, 2.5, 4], "models": {"ridge": [1.2, 2.1, 3.4], "forest": [2.5, 2.5, 4]}, "layers": {"sizes": [64, 32]}}',
    },
    is: 'regression y_true: ridge 3, forest 3',
  },
  {
    what: 'a target and predictions for each model',
    files: {
      'a.json':
        '{"ridge": {"y_true": [1.5, 2.5], "y_pred": [1, 2]}, "forest": {"y_true": [1.5, 2.5], "y_pred": [2, 3]}}',
    },
    is: 'regression y_true: ridge 2, forest 2',
  },
  {
    what: 'a Keras History beside the parameters of the run',
    files: {
      'a.json': '{"params": {"epochs": 3}, "history": {"loss": [3, 2, 1], "val_loss": [3, 2, 2]}}',
    },
    is: 'training null: loss 3, val_loss 3',
  },
  {
    what: 'one NumPy print per model in a cell, under a header that is written again',
    files: {
      'a.csv': 'model,true,pred\nA,[0 1 1 0],[0 1 0 0]\nmodel,true,pred\nB,[0 1 1 0],[1 1 0 0]\n',
    },
    is: 'binary true: A 4, B 4',
  },
  {
    what: 'numbers in the wrapping of NumPy',
    files: { 'a.csv': 'epoch,loss,val_loss\n0,[np.float64(3.5)],[4]\n1,[np.float64(2.5)],[3]\n' },
    is: 'training epoch: loss 2, val_loss 2',
  },
  {
    what: 'amounts of money',
    files: { 'a.csv': 'actual;predicted\n1.200,50 €;1.100,25 €\n90,75 €;80,00 €\n' },
    is: 'regression actual: predicted 2',
  },
  {
    what: 'a Series that pandas has written beside another',
    files: {
      'y_test.csv': ',0\n0,1.5\n1,2.5\n2,0.5\n',
      'y_pred.csv': ',0\n0,1.25\n1,2.75\n2,0.75\n',
    },
    is: 'regression 0: y_pred 3',
  },
  {
    what: 'predict_proba beside the truth',
    files: { 'p.csv': ',0,1\n0,0.9,0.1\n1,0.2,0.8\n2,0.4,0.6\n', 'y.csv': 'y_test\n0\n1\n0\n' },
    is: 'binary y_test: p 3',
  },
  {
    what: 'labels and a submission that call their column alike',
    files: {
      'train_labels.csv': 'Id,Prediction\na,0\nb,1\nc,0\n',
      'submission.csv': 'Id,Prediction\nc,0.2\nb,0.7\na,0.4\n',
    },
    is: 'binary Prediction: submission 3',
  },
  {
    what: 'classes before the groups they are summed up to',
    files: {
      'a.csv': 'true_class,pred_class,true_group,pred_group\na,a,v,v\nb,c,w,w\nc,c,w,w\na,b,v,w\n',
    },
    is: 'multiclass true_class: pred_class 4',
  },
  {
    what: 'the training and the validation run of Keras, downloaded from TensorBoard',
    files: {
      'run-net_train-tag-epoch_loss.csv': 'Wall time,Step,Value\n1700000000,0,3\n1700000001,1,2\n',
      'run-net_validation-tag-epoch_loss.csv':
        'Wall time,Step,Value\n1700000000,0,4\n1700000001,1,3\n',
    },
    is: 'training Step: train_epoch_loss 2, validation_epoch_loss 2',
  },
  {
    what: 'lists of chances by the name of the class, one of which no row has',
    files: {
      'a.json':
        '{"probabilities": [{"dog": 0.7, "cat": 0.2, "fish": 0.1}, {"dog": 0.6, "cat": 0.3, "fish": 0.1}], "labels": ["dog", "cat"]}',
    },
    is: 'multiclass labels: probabilities 2',
  },
  {
    what: 'an MLflow metric whose last line is still being written',
    files: { loss: '1700000000000 3 0\n1700000001000 2 1\n17000000' },
    is: 'training step: loss 2',
  },
  {
    what: 'code between Markdown fences',
    files: { 'a.md': 'Here:\n\n```python\ny_true = [1.5, 2.5]\ny_pred = [1, 3]\n```\n' },
    is: 'regression y_true: y_pred 2',
  },
  {
    what: 'a log whose header is cut by another separator than its rows',
    files: { 'log.txt': 'Epoch\tTrain Loss\tVal Loss\n0|3|4\n1|2|3\n2|1|2\n' },
    is: 'training Epoch: Train Loss 3, Val Loss 3',
  },
  {
    what: 'errors, one a line, in a file that is called so',
    files: { 'errors.txt': '1.5\n-2\n0.25\n' },
    is: 'errors null: errors 3',
  },
  {
    what: 'an outcome beside the chance of it and a name without classes for it',
    files: {
      'a.csv': 'team,probwin,win\nA,0.8,1\nB,0.3,0\nC,0.6,1\nA,0.1,0\nB,0.7,1\nC,0.2,0\n',
    },
    is: 'binary win: probwin 6',
  },
  {
    what: 'predictions of tidymodels, one configuration after the other',
    files: {
      'a.csv':
        '.pred,id,.row,mpg,.config\n22.1,Fold1,1,21,M1\n20.3,Fold1,2,21.4,M1\n25.2,Fold2,3,22.8,M1\n21.9,Fold1,1,21,M2\n20.9,Fold1,2,21.4,M2\n24.2,Fold2,3,22.8,M2\n',
    },
    is: 'regression mpg: M1 3, M2 3',
  },
  {
    what: 'classes and probabilities of tidymodels: one model, yes is positive',
    files: {
      'a.csv':
        'id,.pred_class,.row,.pred_no,.pred_yes,churn\nF1,yes,1,0.2,0.8,yes\nF1,no,2,0.7,0.3,yes\nF1,no,3,0.9,0.1,no\nF2,yes,4,0.4,0.6,no\n',
    },
    is: 'binary churn: .pred_class 4',
  },
  {
    what: 'thousands set apart by narrow blanks beside a decimal comma',
    files: {
      'a.csv':
        'Valeur réelle;Prédiction\n1\u202f250,50;1\u202f200,25\n980,25;1\u202f010,75\n2\u202f480,00;2\u202f500,50\n',
    },
    is: 'regression Valeur réelle: Prédiction 3',
  },
  {
    what: 'semicolons beside one decimal comma in every row',
    files: {
      'a.csv':
        'Kunde;Abwanderung;Wahrscheinlichkeit\nK1;Ja;80,5 %\nK2;Nein;12,25 %\nK3;Ja;40,0 %\n',
    },
    is: 'binary Abwanderung: Wahrscheinlichkeit 3',
  },
  {
    what: 'the progress of Ray Tune over its iterations',
    files: {
      'progress.csv': 'loss,training_iteration,time_total_s\n0.5,1,2.5\n0.4,2,5\n0.3,3,7.5\n',
    },
    is: 'training training_iteration: loss 3, time_total_s 3',
  },
  {
    what: 'whole numbers beside quantiles are measured, not classes',
    files: {
      'a.csv': 'y,q10,q50,q90\n1,0,1,2\n2,1,2,3\n1,0,2,3\n2,0,1,2\n1,1,1,3\n2,1,2,2\n',
    },
    is: 'regression y: q50 6',
  },
];

describe('files of the shapes that tools and people write', () => {
  for (const { what, files, is } of shapes) {
    it(`reads ${what}`, async () => {
      assert.equal(summary(await inspected(files)), is);
    });
  }

  it('names the place and the text of a cell that should be a number', async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      i === 7 ? '7.5,n/a' : `${i + 0.5},${i + 1}`,
    );
    const { notes, models } = await inspected({ 'a.csv': `y_true,y_pred\n${rows.join('\n')}\n` });
    assert.equal(models[0]!.n, 29);
    assert.deepEqual(notes, [
      'a.csv, line 9, column "y_pred": "n/a" is not a number (row skipped)',
    ]);
  });

  it('takes a score for the chances behind hard labels of the same name', async () => {
    const { models, roles } = await inspected({
      'a.csv': 'true_label,svm_score,svm_pred\n1,0.8,1\n0,0.3,1\n1,0.6,1\n0,0.1,0\n',
    });
    assert.deepEqual(roles.probabilities, { svm_pred: ['svm_score'] });
    assert.equal(models[0]!.values.accuracy, 0.75);
  });

  it('names the place and the value of a probability above 1', async () => {
    const { notes, skipped } = await inspected({
      'a.csv': 'y_true,y_prob\n1,0.9\n0,1.3\n0,0.25\n',
    });
    assert.deepEqual(skipped[0]!.lines, [3]);
    assert.deepEqual(notes, [
      'a.csv, line 3, column "y_prob": 1.3 is not a probability from 0 to 1 (row skipped)',
    ]);
  });
});
