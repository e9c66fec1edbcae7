import assert from 'node:assert/strict';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import type { Roles } from '../../../../src/roles/roles';
import { type SmallCell, smallTable } from '../../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;

const roles = (columns: Columns): Roles => guessRoles(smallTable(columns), {});
const names = ({ models }: Roles) => models.map(({ name }) => name);

const rows = Array.from({ length: 30 }, (_, i) => i);
const chances = rows.map(i => ((i * 7) % 30) / 31 + 0.01);
const cut = chances.map(chance => (chance > 0.4 ? 1 : 0));
const truth = cut.map((label, i) => (i % 6 === 0 ? 1 - label : label));
const measured = rows.map(i => 20 + ((i * 11) % 17));
const fitted = measured.map((value, i) => value + Math.sin(i) * 1.25);
const left = measured.map((value, i) => value - fitted[i]!);

describe('asRelated', () => {
  it('takes labels that change where a chance passes a point for what the model says', () => {
    const found = roles({ defaulted: truth, age: measured, PRE_1: chances, PGR_1: cut });
    assert.equal(found.target, 'defaulted');
    assert.deepEqual(found.models, [
      { name: 'PGR_1', prediction: 'PGR_1', probability: ['PRE_1'] },
    ]);
  });

  it('leaves a target that a perfect score tells apart the target', () => {
    const found = roles({ churned: cut, churn_prob: chances });
    assert.equal(found.target, 'churned');
    assert.deepEqual(names(found), ['churn_prob']);
  });

  it('takes the column that residuals lead to from the fitted values for the target', () => {
    const found = roles({ mpg: measured, wt: chances, '.fitted': fitted, '.resid': left });
    assert.equal(found.target, 'mpg');
    assert.deepEqual(names(found), ['.fitted']);
  });

  it('tells target and prediction by a column of differences alone and says so', () => {
    const found = roles({ salary: measured, PRE_1: fitted, RES_1: left, age: chances });
    assert.equal(found.target, 'salary');
    assert.deepEqual(names(found), ['PRE_1']);
    assert.match(found.notes.join(' '), /"RES_1" is "salary" - "PRE_1" in every row/);
  });

  it('takes no parts of a whole for target and prediction', () => {
    const whole = measured.map((value, i) => value + cut[i]! * 3 + 5);
    const rest = whole.map((value, i) => value - measured[i]!);
    assert.throws(() => roles({ casual: measured, registered: rest, count: whole }));
  });

  it('takes a column with the name of another and of a model for a prediction of it', () => {
    const found = roles({ price: measured, price_rf: fitted, area: chances });
    assert.equal(found.target, 'price');
    assert.deepEqual(names(found), ['price_rf']);
  });

  it('takes a column that predictions are named after in part where it goes with them', () => {
    const found = roles({ pIC50: measured, pred_pIC50_GCN: fitted, MW: chances });
    assert.equal(found.target, 'pIC50');
  });

  it('takes no chance for the target of another chance where labels go with them', () => {
    const found = roles({
      default_flag: truth,
      pd_model: chances,
      pd_ttc: chances.map(chance => chance * 0.8),
      balance: measured,
    });
    assert.equal(found.target, 'default_flag');
    assert.deepEqual(names(found), ['pd_model', 'pd_ttc']);
  });

  it('leaves out a score of something else than the classes, and says so', () => {
    const other = rows.map(i => ((i * 13) % 30) / 3000);
    const found = roles({ label: truth, prediction: cut, toxicity_score: other });
    assert.deepEqual(found.models, [{ name: 'prediction', prediction: 'prediction' }]);
    assert.match(found.notes.join(' '), /"toxicity_score" left out/);
  });

  it('finds the only two columns of one quantity that say nearly the same, and asks which is which', () => {
    const found = roles({
      mol: rows.map(i => `m${i}`),
      'E_dft (eV)': measured.map(value => value + 0.5),
      'E_ml (eV)': fitted.map(value => value + 0.5),
      F_mae: chances,
    });
    assert.equal(found.target, 'E_dft (eV)');
    assert.equal(found.doubt?.question, 'Which of the two columns is the target?');
  });

  it('matches classes with their first letters where the chances add up to 1', () => {
    const home = chances.map(chance => chance / 2);
    const draw = chances.map(() => 0.25);
    const away = home.map((chance, i) => 1 - chance - draw[i]!);
    const found = roles({
      result: rows.map(i => 'HDA'[i % 3]!),
      home_win_prob: home,
      draw_prob: draw,
      away_win_prob: away,
    });
    assert.deepEqual(found.models[0]?.probability, ['away_win_prob', 'draw_prob', 'home_win_prob']);
    assert.deepEqual(found.classes, ['A', 'D', 'H']);
  });

  it('takes the median of a forecast whose levels stand behind a word for it, and its outer pair', () => {
    const sales = measured.map(value => value * 3);
    const found = roles({
      store: rows.map(i => i % 3),
      sales,
      forecast_p10: sales.map(value => value - 9),
      forecast_p50: sales.map((value, i) => value + Math.sin(i)),
      forecast_p90: sales.map(value => value + 9),
    });
    assert.equal(found.target, 'sales');
    const [model] = found.models;
    assert.deepEqual(
      [model?.prediction, model?.lower, model?.upper, model?.level],
      ['forecast_p50', 'forecast_p10', 'forecast_p90', 0.8],
    );
  });

  it('takes no point forecast for what was observed', () => {
    const levels = {
      'q0.1': fitted.map(value => value - 2),
      'q0.5': fitted,
      'q0.9': fitted.map(value => value + 2),
    };
    assert.throws(() => roles({ point: fitted.map(value => value + 0.1), ...levels }));
    assert.throws(() => roles({ mean: fitted.map(value => value + 0.1), ...levels }));
  });

  it('takes two values beside a lone fraction for its target, whichever comes first', () => {
    assert.equal(roles({ click: truth, pctr: chances }).target, 'click');
    assert.equal(roles({ pctr: chances, click: truth }).target, 'click');
  });

  it('takes a second system called like the first, though it is right less often', () => {
    const name = (label: number) => (label === 1 ? 'pos' : 'neg');
    const weak = truth.map((label, i) => (i % 3 === 0 ? 1 - label : label));
    const found = roles({
      gold: truth.map(name),
      system_a: cut.map(name),
      system_b: weak.map(name),
    });
    assert.deepEqual(names(found), ['system_a', 'system_b']);
  });

  it('takes no spread called after the target and a model for a prediction', () => {
    const found = roles({ y_true: measured, y_pred_gp: fitted, y_std_gp: chances });
    assert.deepEqual(names(found), ['y_pred_gp']);
  });

  it('takes no similarity between 0 and 1 for a prediction of larger numbers', () => {
    assert.throws(() => roles({ gold: measured, cosine: chances }));
  });

  it('says that logits stand aside where a model has labels and a chance', () => {
    const found = roles({
      label: truth,
      pred: cut,
      prob_1: chances,
      logits_0: chances.map(chance => 1 - 4 * chance),
      logits_1: chances.map(chance => 4 * chance - 1),
    });
    assert.match(found.notes.join(' '), /"logits_0" and "logits_1" are left out/);
  });

  it('names a further pair that only its values tell', () => {
    const other = measured.map(value => value * 2);
    const found = roles({
      y_true: measured,
      y_pred: fitted,
      reference: other,
      response: other.map((value, i) => value + Math.sin(i)),
    });
    assert.equal(found.target, 'y_true');
    assert.match(found.notes.join(' '), /"reference" with "response" is another target/);
    assert.deepEqual(found.otherTargets, ['reference']);
  });

  it('finds two scores of one scale and asks which is the target', () => {
    const found = roles({
      student: rows.map(i => `s${i}`),
      teacher_score: measured,
      auto_score: measured.map((value, i) => value + (i % 4 === 0 ? 1 : 0)),
    });
    assert.deepEqual(names(found), ['auto_score']);
    assert.notEqual(found.doubt, null);
  });

  it('takes a score of any size that tells two named classes apart', () => {
    const found = roles({
      label: truth.map(label => (label === 1 ? 'target' : 'nontarget')),
      score: chances.map(chance => 8 * chance - 4),
    });
    assert.equal(found.models[0]?.margin, 'score');
  });

  it('takes no measurement before and after for target and prediction', () => {
    const after = measured.map((value, i) => value + (i % 5) - 2);
    const change = after.map((value, i) => value - measured[i]!);
    assert.throws(() =>
      roles({ patient: rows.map(i => `p${i}`), pre: measured, post: after, change }),
    );
  });

  it('takes no flag and no day of the week for a prediction because it stands alone beside the target', () => {
    assert.throws(() => roles({ y: measured, y_lag1: fitted, promo: truth }));
    assert.throws(() => roles({ target: measured, dow: rows.map(i => i % 7) }));
  });

  it('takes no two of many prices for a pair because they are alike', () => {
    const close = measured.map(value => value + 0.25);
    assert.throws(() =>
      roles({
        Open: fitted.map(value => value + 1),
        High: measured.map(value => value + 2.5),
        Low: measured.map(value => value - 2.5),
        Close: close,
        'Adj Close': close.map((value, i) => value + 0.01 * (i % 3)),
        Volume: chances,
      }),
    );
  });
});
