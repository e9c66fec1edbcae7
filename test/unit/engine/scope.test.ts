import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { SliceCondition } from '../../../src/shared/sliceReport';

const lines = [
  'region,age,when,y_true,y_pred',
  'west,70,2024-01-01,1,3',
  'west,20,2024-02-01,2,3',
  'north,80,2024-02-02,4,4',
  ',61,2024-03-01,5,8',
  '',
].join('\n');

async function opened() {
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  const bytes = new TextEncoder().encode(lines);
  const { id } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {});
  return { engine, id };
}

async function mseWhere(where: readonly SliceCondition[]): Promise<number | undefined> {
  const { engine, id } = await opened();
  const { report } = await engine.configure(id, { choices: { scope: where } });
  return report.models[0]?.values.mse;
}

describe('a report about some rows alone', () => {
  it('takes a name, a range, a missing value and dates for its scope', async () => {
    assert.equal(await mseWhere([{ column: 'region', is: 'west' }]), 2.5);
    assert.equal(await mseWhere([{ column: 'region', is: null }]), 9);
    assert.equal(await mseWhere([{ column: 'age', from: 60, below: null }]), 13 / 3);
    const february = { column: 'when', from: '2024-02-01', below: '2024-03-01' } as const;
    assert.equal(await mseWhere([february]), 0.5);
    assert.equal(await mseWhere([{ column: 'when', part: 'month', is: 'February' }]), 0.5);
  });

  it('takes several conditions together, and says which rows it is about', async () => {
    const { engine, id } = await opened();
    const where: SliceCondition[] = [
      { column: 'region', is: 'west' },
      { column: 'age', from: 60, below: null },
    ];
    const { report } = await engine.configure(id, { choices: { scope: where } });
    assert.equal(report.scope?.text, 'region is west and age from 60');
    assert.equal(report.scope.rows, 1);
    assert.deepEqual(
      report.models[0]?.worst.map(({ line }) => line),
      [2],
    );
    const whole = await engine.configure(id, { choices: {} });
    assert.equal(whole.report.scope, undefined);
    assert.equal(whole.report.models[0]?.n, 4);
  });

  it('refuses a scope without rows and a column that is not there', async () => {
    await assert.rejects(
      mseWhere([{ column: 'region', is: 'east' }]),
      /no row where region is east/,
    );
    await assert.rejects(mseWhere([{ column: 'colour', is: 'red' }]), /no column "colour"/);
  });

  it('lists the rows of a group', async () => {
    const { engine, id } = await opened();
    const bin = { by: 'group', where: [{ column: 'region', is: 'west' }], text: 'west' } as const;
    const question = { metric: null, model: 'y_pred', versus: null, className: null, count: 10 };
    const answer = await engine.ask(id, { kind: 'worst', ...question, bin });
    assert.ok(answer.kind === 'worst');
    assert.equal(answer.samples, 2);
    assert.deepEqual(
      answer.rows.map(({ line }) => line),
      [2, 3],
    );
  });
});

describe('the figure of the loss by group', () => {
  it('draws the costliest group first, with what a click on it asks for', async () => {
    const { engine, id } = await opened();
    const answer = await engine.ask(id, {
      kind: 'figure',
      figure: 'slices',
      options: { column: 'region' },
    });
    assert.ok(answer.kind === 'figure');
    const [panel] = answer.figure.panels;
    assert.ok(panel?.kind === 'plot');
    assert.deepEqual(panel.x.categories, ['missing', 'west', 'north']);
    const [bars] = panel.marks;
    assert.ok(bars?.kind === 'bars');
    assert.deepEqual([...bars.heights], [9, 2.5, 0]);
    assert.deepEqual(bars.groups?.where[1], [{ column: 'region', is: 'west' }]);
    assert.deepEqual(answer.figure.table.rows[0]!.cells.slice(0, 3), ['missing', 1, 9]);
  });
});
