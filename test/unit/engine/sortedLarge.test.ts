import assert from 'node:assert/strict';
import { inspected } from '../readers/shapes/inspected';

const rows = 120_000;
const note = 'a column that nobody needs and that makes the file larger than what is read whole';

/** A file above 8 MB, whose columns are chosen by its first megabyte. */
function large(header: string, cellsOf: (row: number) => string): string {
  const lines = Array.from({ length: rows }, (_, row) => `${note},${cellsOf(row)}\n`);
  return `note,${header}\n${lines.join('')}`;
}

describe('a large file whose rows are sorted', () => {
  const isLate = (row: number) => row >= rows / 2;

  it('by split or by model is judged split by split and model by model', async () => {
    const cells = (word: (row: number) => string) => (row: number) =>
      `${word(row)},${row % 7}.5,${row % 5}.5`;
    const split = cells(row => (isLate(row) ? 'test' : 'train'));
    const { models } = await inspected({ 'a.csv': large('split,y_true,y_pred', split) });
    assert.deepEqual(
      models.map(one => [one.split, one.n]),
      [
        ['train', rows / 2],
        ['test', rows / 2],
      ],
    );
    const model = cells(row => (isLate(row) ? 'ridge' : 'forest'));
    const long = await inspected({ 'a.csv': large('model,y_true,y_pred', model) });
    assert.deepEqual(
      long.models.map(one => [one.name, one.n]),
      [
        ['forest', rows / 2],
        ['ridge', rows / 2],
      ],
    );
  });

  it('by class keeps the scores beside the labels', async () => {
    const cells = (row: number) => `${isLate(row) ? 'spam,spam,0.75' : 'ham,ham,0.25'}`;
    const { roles } = await inspected({ 'a.csv': large('label,pred,score', cells) });
    assert.deepEqual(roles.probabilities, { pred: ['score'] });
  });

  it('keeps a model whose predictions begin late', async () => {
    const cells = (row: number) => `${row % 7}.5,${row % 5}.5,${isLate(row) ? '1.5' : ''}`;
    const { models } = await inspected({ 'a.csv': large('y_true,pred_a,pred_b', cells) });
    assert.deepEqual(
      models.map(one => [one.name, one.n]),
      [
        ['pred_a', rows],
        ['pred_b', rows / 2],
      ],
    );
  });
});
