import assert from 'node:assert/strict';
import type { ReportRoles } from '../../../../src/shared/lossReport';
import { choicesAfter, rolesOf } from '../../../../src/webview/report/roleOf';

const none: ReportRoles = {
  target: null,
  predictions: [],
  probabilities: {},
  positive: null,
  classes: null,
  weight: null,
  split: null,
  id: null,
  ignored: [],
};

describe('changing the role of a column', () => {
  const columns = ['id', 'y', 'a', 'b'];
  const roles: ReportRoles = { ...none, id: 'id', target: 'y', predictions: ['a', 'b'] };
  const before = rolesOf(columns, roles, {});

  it('starts from the roles of the report', () => {
    assert.deepEqual([...before.values()], ['id', 'target', 'prediction', 'prediction']);
  });

  it('lets two columns change places where only one can have the role', () => {
    const choices = choicesAfter(before, 'a', 'target', roles, {});
    assert.equal(choices.target, 'a');
    assert.deepEqual(choices.predictions, ['y', 'b']);
    assert.deepEqual(choices.ignored, []);
  });

  it('keeps the curves of a history when one of them is put aside', () => {
    const series = ['loss', 'val_loss', 'lr'].map(name => ({
      ...{ name, split: null, quantity: 'loss', n: 3 },
      ...{ first: 1, last: 1, best: 1, bestAt: 0 },
    }));
    const run = { name: 'a', x: 'epoch', series, verdict: null, bestAt: null, text: '' };
    const own = rolesOf(['epoch', 'loss', 'val_loss', 'lr', 'note'], none, {}, [run]);
    assert.deepEqual([...own.values()], ['x', 'curve', 'curve', 'curve', 'none']);
    assert.deepEqual(choicesAfter(own, 'lr', 'none', none, {}).ignored, ['lr', 'note']);
  });

  it('adds to a role that several columns can have', () => {
    const choices = choicesAfter(before, 'id', 'prediction', roles, {});
    assert.deepEqual(choices.predictions, ['id', 'a', 'b']);
    assert.equal(choices.id, null);
  });

  it('says that there is no weight once a weight has been taken away', () => {
    const weighted = { ...roles, predictions: ['a'], weight: 'b' };
    const choices = choicesAfter(rolesOf(columns, weighted, {}), 'b', 'none', weighted, {});
    assert.equal(choices.weight, null);
  });

  it('keeps the class columns of each model together', () => {
    const many = { ...none, target: 'y', probabilities: { m: ['a', 'b'], n: ['c', 'd'] } };
    const now = rolesOf(['y', 'a', 'b', 'c', 'd', 'e'], many, {});
    const choices = choicesAfter(now, 'e', 'class', many, {});
    assert.deepEqual(choices.classProbabilities, { m: ['a', 'b'], n: ['c', 'd', 'e'] });
  });
});
