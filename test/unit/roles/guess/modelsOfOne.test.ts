import assert from 'node:assert/strict';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import type { Roles } from '../../../../src/roles/roles';
import { type SmallCell, smallTable } from '../../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;
const roles = (columns: Columns): Roles => guessRoles(smallTable(columns), {});

const rows = Array.from({ length: 30 }, (_, i) => i);

describe('columns of one model', () => {
  it('are its chances and what they were made of', () => {
    const p = rows.map(i => ((i * 7) % 30) / 31 + 0.02);
    const logit = p.map(chance => Math.log(chance / (1 - chance)));
    const prediction = p.map(chance => (chance > 0.5 ? 1 : 0));
    const { models } = roles({
      label: prediction.map((label, i) => (i % 5 === 0 ? 1 - label : label)),
      'rawPrediction[0]': logit.map(value => -value),
      'rawPrediction[1]': logit,
      'probability[0]': p.map(chance => 1 - chance),
      'probability[1]': p,
      prediction,
    });
    assert.deepEqual(models, [
      { name: 'prediction', prediction: 'prediction', probability: ['probability[1]'] },
    ]);
  });

  it('are a median and the bounds that are called after its model', () => {
    const y = rows.map(i => 80 + ((i * 11) % 17) + 0.5);
    const near = (shift: number) => y.map((value, i) => value + shift + Math.sin(i));
    const { models } = roles({
      y,
      AutoETS: near(0.5),
      'AutoETS-lo-90': near(-5),
      'AutoETS-hi-90': near(5),
      'NHITS-median': near(0.25),
      'NHITS-lo-90.0': near(-4),
      'NHITS-hi-90.0': near(4),
    });
    assert.deepEqual(
      models.map(({ name, lower, upper }) => [name, lower, upper]),
      [
        ['AutoETS', 'AutoETS-lo-90', 'AutoETS-hi-90'],
        ['NHITS-median', 'NHITS-lo-90.0', 'NHITS-hi-90.0'],
      ],
    );
  });

  it('are labels where the numbers are right or anywhere, and measured where they are near', () => {
    const many = Array.from({ length: 900 }, (_, i) => (i * 7919) % 300);
    const codes = many.map((code, i) => (i % 4 === 0 ? (i * i * 7 + 13) % 300 : code));
    assert.equal(roles({ label: many, pred: codes }).task, 'multiclass');
    const near = many.map((code, i) => (i % 4 === 0 ? code + ((i * 5) % 9) - 4 : code));
    assert.equal(roles({ label: many, pred: near }).task, 'regression');
  });
});
