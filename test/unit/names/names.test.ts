import assert from 'node:assert/strict';
import type { NameRoleId } from '../../../src/names/nameRole';
import { roleOfName } from '../../../src/names/names';

const spellings: Readonly<Partial<Record<NameRoleId, string>>> = {
  target:
    'y_true, Y True, yTrue, actual, Actual Values, actuals, groundTruth, ground truth, gt, observed, ' +
    'True (eV), real_label, true_class, Truth_label, Istwert, valor_real, valeur réelle, 真实值, 실제, target, y',
  prediction:
    'y_pred, yhat, y-hat, y hat, predictions, preds, Predicted Values, rf_pred, pred_linear, home_mlpred, ' +
    'forecast, fitted, model_label, Vorhersage_RF, categoria_prevista, previsao, predicho, Prédiction, ' +
    'valore previsto, 预测值, prediction_target, output',
  probability:
    'y_prob, probs, pred_prob, P(setosa), probability_class_1, proba[1], p0, elo_prob1, p',
  logit: 'logit, logits, logit_1, log_odds',
  margin: 'margin, decision_function',
  error: 'error, errors, ml_error, Abweichung, erreur',
  residual: 'residual, residuals, residual_log',
  absError: 'abs_error, ml_abs_error, absolute error',
  derived: 'error_pct, All_Agree, is_correct, run - train/loss__MIN, actual_vs_predicted, log_prob',
  lower: 'lower, yhat_lower, pi_lower_95, Lo 80',
  upper: 'upper, yhat_upper, Hi 95, upper bound',
  quantile: 'q10, quantile_0.975, y_pred_q90',
  sigma: 'y_pred_std, sigma',
  weight: 'weight, sample_weight, weights',
  id: 'id, customer_id, filename, inst#',
  index: 'index, Unnamed: 0, idx',
  split: 'split, test_or_train, set, Dataset, stage',
  model: 'model, model_name',
  epoch: 'epoch, Epoche',
  step: 'step, iteration',
  metric: 'val_loss, RMSE, top1_accuracy, Mean Absolute Error (MAE), train_error',
  confidence: 'confidence, Random_Forest_Confidence',
};

describe('roleOfName', () => {
  for (const [role, names] of Object.entries(spellings)) {
    it(`takes ${names} for ${role}`, () => {
      for (const name of names.split(', ')) assert.equal(roleOfName(name)?.role, role, name);
    });
  }

  it('says nothing about names that say nothing', () => {
    for (const name of ['OLS', 'Ridge', 'Molecular Weight', 'CO(GT)', 'x', 'p_value', 'ea'])
      assert.equal(roleOfName(name), null, name);
  });

  it('is less sure of label and score than of y_true', () => {
    assert.equal(roleOfName('y_true')?.strength, 3);
    assert.equal(roleOfName('target')?.strength, 2);
    assert.equal(roleOfName('label')?.strength, 1);
    assert.equal(roleOfName('score')?.strength, 1);
  });

  it('keeps what the name says besides, as it is written', () => {
    const stems = {
      rf_pred: 'rf',
      pred_random_forest: 'random_forest',
      'PCA_90%_pred': 'PCA_90%',
      actual_price: 'price',
      predicted_original: 'original',
      actual_original: 'original',
      pred_prob: '',
      ml_abs_error: 'ml',
      yhat_lower: '',
      y_pred_mean: '',
    };
    for (const [name, stem] of Object.entries(stems))
      assert.equal(roleOfName(name)?.stem, stem, name);
  });

  it('tells the model before the word from the class after it', () => {
    const role = roleOfName('logistic_probability_GBM');
    assert.deepEqual([role?.before, role?.after], ['logistic', 'GBM']);
  });

  it('reads the class of a probability where the name leaves no doubt', () => {
    const classes = {
      prob_0: '0',
      'P(setosa)': 'setosa',
      'P(y = 1 | x)': '1',
      probability_class_1: '1',
      'probabilities["dog"]': 'dog',
      class_2_prob: '2',
    };
    for (const [name, label] of Object.entries(classes))
      assert.equal(roleOfName(name)?.classLabel, label, name);
    assert.equal(roleOfName('prob_random_forest')?.classLabel, undefined);
  });

  it('reads levels of quantiles and of intervals', () => {
    const levels = { q10: 0.1, 'q0.5': 0.5, q025: 0.025, 'q97.5': 0.975, 'Lo 80': 0.8 };
    for (const [name, level] of Object.entries(levels))
      assert.equal(roleOfName(name)?.level, level, name);
  });

  it('answers at once for a name of a million characters', () => {
    assert.equal(roleOfName('A'.repeat(1_000_000)), null);
  });
});
