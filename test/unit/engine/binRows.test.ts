import assert from 'node:assert/strict';
import type { Engine } from '../../../src/engine/engine';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { Bins, Figure } from '../../../src/shared/figure';
import type { Answer, Bin, Inspection } from '../../../src/shared/protocol/inspection';

const environment = { openFile: () => Promise.reject(new Error('no files here')) };
const errors = [-0.3, -0.1, 0, 0, 0.1, 0.2, 0.3, 0.3, 0.6, 0.7];
const probabilities = [0, 0.1, 0.1, 0.3, 0.45, 0.5, 0.7, 0.9, 0.95, 1];
const numbers = `y_true,y_pred\n${errors.map((error, i) => `${i},${i + error}`).join('\n')}\n`;
const classes = `label,score\n${probabilities.map((p, i) => `${i % 2},${p}`).join('\n')}\n`;

interface Opened {
  readonly engine: Engine;
  readonly inspection: Inspection;
}

async function open(text: string): Promise<Opened> {
  const engine = inProcessEngine(environment);
  const bytes = new TextEncoder().encode(text);
  return {
    engine,
    inspection: await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {}),
  };
}

async function figureOf({ engine, inspection }: Opened, id: Figure['id']): Promise<Figure> {
  const answer = await engine.ask(inspection.id, { kind: 'figure', figure: id, options: {} });
  assert.ok(answer.kind === 'figure');
  return answer.figure;
}

/** The bins of a figure's bars with their heights. */
function barsOf({ panels }: Figure): { readonly bins: Bins; readonly heights: Float64Array } {
  const marks = panels.flatMap(panel => (panel.kind === 'plot' ? panel.marks : []));
  const bars = marks.find(mark => mark.kind === 'bars') ?? assert.fail('there are no bars');
  return { bins: bars.bins ?? assert.fail('its bars have no bins'), heights: bars.heights };
}

async function rowsIn(
  { engine, inspection }: Opened,
  model: string,
  bin: Bin,
  className: string | null = null,
): Promise<Extract<Answer, { kind: 'worst' }>> {
  const answer = await engine.ask(inspection.id, {
    kind: 'worst',
    metric: null,
    model,
    versus: null,
    className,
    bin,
    count: 100,
  });
  assert.ok(answer.kind === 'worst');
  return answer;
}

const binAt = ({ by, from, to }: Bins, index: number): Bin => ({
  by,
  from: from[index]!,
  to: to[index]!,
  closed: index === to.length - 1,
});

describe('the rows of a bin', () => {
  it('are as many as its bar is high, and every row is in one bin', async () => {
    for (const [text, id] of [
      [numbers, 'error-histogram'],
      [classes, 'calibration'],
    ] as const) {
      const opened = await open(text);
      const { bins, heights } = barsOf(await figureOf(opened, id));
      const found: number[] = [];
      for (const [index, height] of heights.entries()) {
        const { rows, samples } = await rowsIn(opened, bins.model, binAt(bins, index));
        assert.equal(samples, height);
        assert.equal(rows.length, height);
        found.push(...rows.map(({ row }) => row));
      }
      assert.deepEqual(
        found.sort((a, b) => a - b),
        errors.map((_, row) => row),
      );
    }
  });

  it('hold the lower end, and the upper one only where the bin is closed', async () => {
    const opened = await open(classes);
    const bin = { by: 'probability', from: 0.7, to: 1, closed: false } as const;
    const rows = async (closed: boolean): Promise<number[]> =>
      (await rowsIn(opened, 'score', { ...bin, closed })).rows.map(({ row }) => row).sort();
    assert.deepEqual(await rows(false), [6, 7, 8]);
    assert.deepEqual(await rows(true), [6, 7, 8, 9]);
  });

  it('can be those of one class', async () => {
    const opened = await open(classes);
    const bin = { by: 'probability', from: 0, to: 0.2, closed: false } as const;
    const { rows, samples } = await rowsIn(opened, 'score', bin, '0');
    assert.deepEqual(
      rows.map(({ row }) => row),
      [2, 0],
    );
    assert.equal(samples, 2);
  });

  it('cannot be asked by a number that the model does not have', async () => {
    const opened = await open(numbers);
    const bin = { by: 'probability', from: 0, to: 1, closed: true } as const;
    await assert.rejects(rowsIn(opened, 'y_pred', bin), /"y_pred" has no probability to go by/);
  });
});
