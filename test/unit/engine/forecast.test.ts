import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { RoleChoices } from '../../../src/shared/roleChoices';
import { drawFrom } from '../../simulate/draw';

const environment = { openFile: () => Promise.reject(new Error('There are no files.')) };

async function inspected(lines: readonly string[], choices: RoleChoices = {}) {
  const engine = inProcessEngine(environment);
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const inspection = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], { choices });
  return { engine, ...inspection };
}

/** Ten series with cutoffs every day, forecast six days ahead by a model that is good for three of them. */
function rolling(): string[] {
  const draw = drawFrom(8);
  const lines = ['unique_id,ds,cutoff,y,model'];
  const day = (t: number) => new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10);
  for (let series = 0; series < 10; series++) {
    let level = 100;
    const y = Array.from({ length: 40 }, () => (level += draw.normal()));
    for (let cutoff = 6; cutoff < 34; cutoff += 2) {
      for (let h = 1; h <= 6; h++) {
        const off = (h <= 3 ? 0.3 : 6) * draw.normal();
        const target = y[cutoff + h]!;
        lines.push(`s${series},${day(cutoff + h)},${day(cutoff)},${target},${target + off}`);
      }
    }
  }
  return lines;
}

describe('a table of forecasts', () => {
  it('is known by its columns, scaled by its series and grouped by its horizon', async () => {
    const { engine, id, report } = await inspected(rolling());
    assert.equal(report.roles.series, 'unique_id');
    assert.equal(report.roles.cutoff, 'cutoff');
    assert.ok(report.models[0]!.values.mase! > 0);
    assert.match(report.models[0]!.notes!.mase!, /of the targets in this file/);
    const answer = await engine.ask(id, { kind: 'figure', figure: 'slices', options: {} });
    assert.ok(answer.kind === 'figure');
    const [panel] = answer.figure.panels;
    assert.ok(panel?.kind === 'plot');
    assert.deepEqual(panel.x.categories, ['1', '2', '3', '4', '5', '6']);
    assert.ok(panel.marks.some(({ name }) => name === 'naive forecast'));
  });

  it('is said to be worse than the naive forecast from a horizon on', async () => {
    const { report } = await inspected(rolling());
    const finding = report.findings.find(({ id }) => id === 'worse-than-naive');
    assert.equal(finding?.evidence['horizon'], 4);
    assert.match(finding.text, /^From horizon 4 on, model is worse than the naive forecast/);
  });

  it('shows what each of its quantiles keeps of its promise', async () => {
    // 12 targets of which 3, 6 and 12 lie at or below the quantiles 0.1, 0.5 and 0.9.
    const rows = Array.from({ length: 12 }, (_, i) => `${i + 1},3,6,12`);
    const { engine, id } = await inspected(['y,q0.1,q0.5,q0.9', ...rows]);
    const answer = await engine.ask(id, {
      kind: 'figure',
      figure: 'quantile-coverage',
      options: {},
    });
    assert.ok(answer.kind === 'figure');
    const { rows: told } = answer.figure.table;
    assert.deepEqual(
      told.map(({ cells: [level, n, , share] }) => [level, n, share]),
      [
        [0.1, 12, 0.25],
        [0.5, 12, 0.5],
        [0.9, 12, 1],
      ],
    );
    // Above 3: 1 to 9, of which the loss is a tenth; below it 2, 1 and 0, nine tenths.
    assert.ok(Math.abs(Number(told[0]!.cells[2]) - (0.1 * 45 + 0.9 * 3) / 12) < 1e-12);
    assert.match(answer.figure.reading, /at every level the promised share lies within/);
  });

  it('has losses of all its quantiles', async () => {
    const { report } = await inspected([
      'y,q0.1,q0.5,q0.9',
      ...['1,1,2,4', '3,1,2,3', '2,1,2,3', '6,2,4,5', '10,9,11,12', '10,8,9,11', '13,9,10,12'],
    ]);
    assert.ok(Math.abs(report.models[0]!.values.mean_pinball! - 2 / 5) < 1e-12);
    assert.ok(Math.abs(report.models[0]!.values.wql! - 28 / 225) < 1e-12);
  });

  it('is none where no column says so', async () => {
    const { report } = await inspected(['region,y_true,y_pred', 'a,1,2', 'a,2,3', 'b,3,3']);
    assert.equal(report.roles.series, undefined);
    assert.equal('mase' in report.models[0]!.values, false);
  });
});
