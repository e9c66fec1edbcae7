import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { MetricId } from '../../../src/shared/metricId';

const environment = { openFile: () => Promise.reject(new Error('no files here')) };

async function codeOf(text: string, metric: MetricId): Promise<string> {
  const engine = inProcessEngine(environment);
  const pieces = [{ text, line: 1 }];
  const { id, report } = await engine.inspect([{ kind: 'text', name: 'a.py', pieces }], {});
  const model = report.models[0]!.name;
  const answer = await engine.ask(id, { kind: 'code', metric, model });
  assert.ok(answer.kind === 'code');
  return answer.lines.map(({ code }) => code).join('\n');
}

describe('the code of a loss', () => {
  it('calls errors alone by their name, without a target that nobody has', async () => {
    const code = await codeOf('errors = [20, -20, 2, -2]', 'mae');
    assert.match(code, /\berrors\b/);
    assert.doesNotMatch(code, /y_true|y_pred/);
  });

  it('calls target and prediction as the file does', async () => {
    const code = await codeOf('prices = [1, 2, 3]\nprices_pred = [1, 2, 5]', 'mse');
    assert.match(code, /\bprices_pred\b/);
    assert.doesNotMatch(code, /y_true|y_pred/);
  });
});
