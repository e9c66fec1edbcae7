import assert from 'node:assert/strict';
import { type KnownRow, worstColumns } from '../../../../src/webview/report/worstColumns';

const row: KnownRow = {
  line: 3,
  row: 1,
  target: 2,
  prediction: -3,
  error: -5,
  loss: 5,
  versus: { prediction: 3, loss: 1, difference: 4 },
  cells: [{ column: 'id', text: 'r1' }],
};
const valuesOf = (other: string | null) =>
  worstColumns([row], other).map(({ label, value }) => [label, value(row)]);

describe('the columns of the worst rows', () => {
  it('hold what another model makes of the row, and the difference they are ranked by', () => {
    assert.deepEqual(valuesOf('forest'), [
      ['Target', 2],
      ['Prediction', -3],
      ['Error', -5],
      ['Loss', 5],
      ['Prediction of forest', 3],
      ['Loss of forest', 1],
      ['Difference', 4],
      ['id', 'r1'],
    ]);
  });

  it('say nothing of another model where none was compared', () => {
    const labels = valuesOf(null).map(([label]) => label);
    assert.deepEqual(labels, ['Target', 'Prediction', 'Error', 'Loss', 'id']);
  });
});
