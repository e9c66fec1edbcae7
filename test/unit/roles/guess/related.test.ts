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
});
