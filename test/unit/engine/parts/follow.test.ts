import { deepEqual, equal, ok } from 'node:assert/strict';
import type { SourceRef } from '../../../../src/engine/engine';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../../src/engine/node/nodeEnvironment';

const encoder = new TextEncoder();

function part(number: number, ids: readonly number[]): SourceRef {
  const rows = ids.map(id => `${id},${id},${id + number}\n`).join('');
  const bytes = encoder.encode(`id,y_true,y_pred\n${rows}`);
  return { kind: 'bytes', name: `part-${number}.csv`, bytes };
}

describe('following a table in many files', () => {
  it('takes parts that are added, and lets those go that are gone', async () => {
    const engine = inProcessEngine(nodeEnvironment);
    const [a, b, c] = [part(1, [1, 2]), part(2, [3, 4]), part(3, [5, 6])];
    const { id } = await engine.inspect([a, b], {});
    equal((await engine.refresh(id, [a, b])).changed, 'nothing');
    const more = await engine.refresh(id, [a, b, c]);
    equal(more.changed, 'appended');
    equal(more.inspection.report.models[0]?.n, 6);
    const less = await engine.refresh(id, [a, c]);
    equal(less.changed, 'rewritten');
    deepEqual(
      less.inspection.report.sources.map(({ name }) => name),
      ['part-1.csv', 'part-3.csv'],
    );
    engine.dispose();
  });

  it('keeps together under other roles what a person has put together', async () => {
    const engine = inProcessEngine(nodeEnvironment);
    const files = [part(1, [1, 2]), part(2, [3, 4])].map((ref, i) => ({
      ...ref,
      name: ['north.csv', 'south.csv'][i]!,
    }));
    const { id } = await engine.inspect(files, { choices: { parts: true } });
    const configured = await engine.configure(id, {
      choices: { target: 'y_pred', predictions: ['y_true'] },
    });
    equal(configured.report.roles.target, 'y_pred');
    equal(configured.report.models[0]?.n, 4);
    engine.dispose();
  });

  it('answers about rows with the file of each', async () => {
    const engine = inProcessEngine(nodeEnvironment);
    const { id } = await engine.inspect([part(1, [1, 2]), part(2, [3, 4])], {});
    const answer = await engine.ask(id, {
      kind: 'worst',
      metric: null,
      model: 'y_pred',
      versus: null,
      className: null,
      count: 1,
    });
    ok(answer.kind === 'worst');
    const [row] = answer.rows;
    deepEqual([row!.source, row!.line, row!.row], [1, 2, 2]);
    engine.dispose();
  });
});
