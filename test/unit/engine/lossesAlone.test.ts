import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';

const environment = { openFile: () => Promise.reject(new Error('no files here')) };
const rows = Array.from({ length: 60 }, (_, i) => `${i},${i === 7 ? 900 : i + (i % 3)}`);
const bytes = new TextEncoder().encode(`y_true,y_pred\n${rows.join('\n')}\n`);
const source = { kind: 'bytes', name: 'a.csv', bytes } as const;

describe('a report that asks for the losses alone', () => {
  it('has the values and worst rows of a whole one, without headline, findings and baselines', async () => {
    const engine = inProcessEngine(environment);
    const { headline, ...whole } = (await engine.inspect([source], {})).report;
    const { report } = await engine.inspect([source], { lossesAlone: true });
    const [model] = report.models;
    const { baseline, skill, ...rest } = whole.models[0]!;
    assert.deepEqual(model, rest);
    assert.ok(
      headline !== undefined &&
        baseline !== undefined &&
        skill !== undefined &&
        whole.findings.length > 0,
    );
    assert.deepEqual(report, { ...whole, models: [model], findings: [] });
  });

  it('tells of the losses that were asked for', async () => {
    const engine = inProcessEngine(environment);
    const options = { lossesAlone: true, metrics: ['mae', 'mse'] } as const;
    const { metrics } = await engine.inspect([source], options);
    assert.deepEqual(
      metrics.map(({ id }) => id),
      ['mae', 'mse'],
    );
  });
});
