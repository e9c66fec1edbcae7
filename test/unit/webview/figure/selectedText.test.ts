import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Plot } from '../../../../src/shared/figure';
import type { Answer, Question } from '../../../../src/shared/protocol/inspection';
import type { PageContext } from '../../../../src/webview/context';
import { SelectedText } from '../../../../src/webview/figure/selectedText';

const plot: Plot = {
  kind: 'plot',
  x: { label: 'error', scale: 'linear' },
  y: { label: 'loss', scale: 'linear' },
  marks: [
    {
      kind: 'points',
      name: 'rows',
      tone: { series: 0 },
      x: Float64Array.of(1, 2),
      y: Float64Array.of(1, 4),
      rows: Int32Array.of(7, 9),
      lines: Int32Array.of(8, 10),
    },
  ],
};
const cellsAt = (row: number) => [
  { column: 'city', text: `city of ${row}` },
  { column: 'note', text: '' },
];

interface Told {
  readonly text: SelectedText;
  readonly asked: Question[];
  readonly spoken: string[];
}

function told(answer: (row: number) => Promise<Answer>): Told {
  const asked: Question[] = [];
  const spoken: string[] = [];
  const context = {
    ask: (question: Question) => {
      asked.push(question);
      return answer(question.kind === 'row' ? question.row : -1);
    },
    announce: (text: string) => spoken.push(text),
  } as unknown as PageContext;
  return { text: new SelectedText(context, () => undefined), asked, spoken };
}

const answered = (row: number): Promise<Answer> =>
  Promise.resolve({ kind: 'row', row, cells: cellsAt(row) });
const labels = ({ text }: Told): string[] => text.text?.facts.map(([name]) => name) ?? [];

describe('what is told about a selected point', () => {
  it('is what the chart knows at once, and the filled cells of its row a moment later', async () => {
    const point = told(answered);
    point.text.select(plot, { mark: 0, index: 1 }, false);
    assert.deepEqual(labels(point), ['error', 'loss', 'line']);
    await wait(200);
    assert.deepEqual(labels(point), ['error', 'loss', 'line', 'city']);
    assert.deepEqual(point.text.text?.facts.at(-1), ['city', 'city of 9']);
    assert.deepEqual(point.spoken, []);
  });

  it('asks for the point that is stayed on alone', async () => {
    const point = told(answered);
    point.text.select(plot, { mark: 0, index: 0 }, false);
    point.text.select(plot, { mark: 0, index: 1 }, false);
    await wait(200);
    assert.deepEqual(point.asked, [{ kind: 'row', row: 9 }]);
    point.text.select(plot, { mark: 0, index: 0 }, false);
    point.text.forget();
    await wait(200);
    assert.equal(point.asked.length, 1);
    assert.equal(point.text.text, undefined);
  });

  it('does not mix up rows when an answer comes late', async () => {
    const late = (row: number): Promise<Answer> =>
      wait(row === 7 ? 200 : 0).then(() => answered(row));
    const point = told(late);
    point.text.select(plot, { mark: 0, index: 0 }, false);
    await wait(150);
    point.text.select(plot, { mark: 0, index: 1 }, false);
    await wait(400);
    assert.deepEqual(point.text.text?.facts.at(-1), ['city', 'city of 9']);
  });

  it('stays as it is when nobody can tell more', async () => {
    const point = told(() => Promise.reject(new Error('There is no report to ask.')));
    point.text.select(plot, { mark: 0, index: 0 }, false);
    await wait(200);
    assert.deepEqual(labels(point), ['error', 'loss', 'line']);
  });

  it('is announced to who walks by keyboard, first the point and then its row', async () => {
    const point = told(answered);
    point.text.select(plot, { mark: 0, index: 0 }, true);
    await wait(200);
    assert.deepEqual(point.spoken, ['rows, error 1, loss 1, line 8', 'city city of 7']);
  });
});
