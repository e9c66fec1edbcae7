import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { MetricId } from '../../../src/shared/metricId';
import type { WorstDetail } from '../../../src/shared/protocol/inspection';

const environment = { openFile: () => Promise.reject(new Error('no files here')) };

interface Wanted {
  readonly metric?: MetricId;
  readonly model?: string;
  readonly versus?: string;
}

async function worstOf(text: string, wanted: Wanted): Promise<readonly WorstDetail[]> {
  const engine = inProcessEngine(environment);
  const bytes = new TextEncoder().encode(text);
  const { id, report } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {});
  const answer = await engine.ask(id, {
    kind: 'worst',
    metric: wanted.metric ?? null,
    model: wanted.model ?? report.models[0]!.name,
    versus: wanted.versus ?? null,
    className: null,
    count: 3,
  });
  assert.ok(answer.kind === 'worst');
  return answer.rows;
}

const numbers = 'id,y_true,a_pred,b_pred\nr0,1,2,1\nr1,2,-3,3\nr2,3,4,-1\nr3,4,7,4\nr4,5,5,5\n';
const classes = 'label,score\n1,0.9\n0,0.75\n1,0.5\n0,0.25\n1,0.125\n0,0.5\n';

describe('the worst rows', () => {
  it('are told with what the report says about a row, and its other columns', async () => {
    const [first] = await worstOf(numbers, { model: 'a_pred' });
    assert.deepEqual(first, {
      line: 3,
      row: 1,
      target: 2,
      prediction: -3,
      error: -5,
      loss: 25,
      cells: [{ column: 'id', text: 'r1' }],
    });
    const [unsure] = await worstOf(classes, {});
    assert.deepEqual(
      { probability: unsure?.probability, region: unsure?.region },
      { probability: 0.125, region: 'confident-wrong' },
    );
  });

  it('go by the size of an error that may have either sign', async () => {
    const rows = await worstOf(numbers, { model: 'a_pred', metric: 'mean_error' });
    assert.deepEqual(
      rows.map(({ loss }) => loss),
      [-5, 3, 1],
    );
  });

  it('are ranked by the metrics that give single rows a loss, and by no other', async () => {
    const engine = inProcessEngine(environment);
    const bytes = new TextEncoder().encode(classes);
    const { metrics } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {});
    const ofRows = (id: MetricId) => metrics.find(metric => metric.id === id)?.ofRows;
    assert.deepEqual([ofRows('log_loss'), ofRows('zero_one')], [true, true]);
    assert.deepEqual([ofRows('accuracy'), ofRows('roc_auc')], [false, false]);
    await assert.rejects(worstOf(classes, { metric: 'roc_auc' }), /is no loss of single rows/);
  });

  it('are those that cost more than another model pays', async () => {
    const rows = await worstOf(numbers, { model: 'a_pred', versus: 'b_pred', metric: 'mae' });
    assert.deepEqual(
      rows.map(({ row, versus }) => [row, versus?.difference]),
      [
        [1, 4],
        [3, 3],
        [0, 1],
      ],
    );
  });

  it('are told with what the other model makes of them', async () => {
    const [first] = await worstOf(numbers, { model: 'a_pred', versus: 'b_pred', metric: 'mae' });
    assert.equal(first?.loss, 5);
    assert.deepEqual(first?.versus, { prediction: 3, loss: 1, difference: 4 });
  });
});
