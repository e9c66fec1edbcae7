import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { Answer } from '../../../src/shared/protocol/inspection';
import { drawFrom } from '../../simulate/draw';

type Slices = Extract<Answer, { kind: 'slices' }>;

const environment = {
  openFile: () => Promise.reject(new Error('There are no files.')),
};

async function slicesOf(lines: readonly string[], by: readonly string[] = []): Promise<Slices> {
  const engine = inProcessEngine(environment);
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const { id } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {});
  const answer = await engine.ask(id, { kind: 'slices', by });
  assert.equal(answer.kind, 'slices');
  return answer as Slices;
}

/** 2000 rows in which the west above 80 has six times the error. */
function table(): string[] {
  const draw = drawFrom(3);
  const rows = Array.from({ length: 2000 }, (_, i) => {
    const region = draw.pick(['west', 'north', 'south', '<b>east</b>']);
    const age = Math.floor(draw.between(18, 91));
    const target = 50 + 10 * draw.normal();
    const error = (region === 'west' && age >= 80 ? 12 : 2) * draw.normal();
    const euros = (1.1 * target).toFixed(4);
    return `r${i},${region},${age},${euros},${target.toFixed(4)},${(target + error).toFixed(4)}`;
  });
  return ['id,region,age,in_euros,y_true,y_pred', ...rows];
}

describe('the question where a model fails', () => {
  it('names the group, its rows and its lines, and says it in a sentence', async () => {
    const lines = table();
    const { models, findings, notes } = await slicesOf(lines);
    const [slice] = models[0]!.slices;
    assert.ok(slice !== undefined);
    const isBad = (line: string) => line.includes(',west,') && Number(line.split(',')[2]) >= 80;
    const bad = lines.flatMap((line, i) => (i > 0 && isBad(line) ? [i + 1] : []));
    assert.deepEqual(slice.where[0], { column: 'region', is: 'west' });
    assert.equal(slice.where[1]?.column, 'age');
    assert.ok(Math.abs(slice.n - bad.length) <= 0.2 * bad.length);
    assert.deepEqual(slice.lines.filter(line => bad.includes(line)).slice(0, 20), bad.slice(0, 20));
    const [finding] = findings;
    assert.equal(finding?.id, 'weak-slice');
    assert.match(finding.text, /region is west and age from \d+/);
    assert.match(notes.join(' '), /in_euros says .* of what the target is/);
  });

  it('counts the groups of a column as one would by hand, missing values among them', async () => {
    const lines = [
      'region,y_true,y_pred',
      ...['west,1,3', 'west,2,2', ',5,9', 'north,1,1', 'north,4,5', 'north,2,2'],
    ];
    const { groups } = await slicesOf(lines, ['region']);
    const told = groups.map(({ value, n, values, share }) => [value, n, values.mse, share]);
    assert.deepEqual(told, [
      [null, 1, 16, 16 / 21],
      ['west', 2, 2, 4 / 21],
      ['north', 3, 1 / 3, 1 / 21],
    ]);
    const rest = (16 + 1) / 4;
    assert.ok(Math.abs(groups[1]!.excess! - (2 / 6) * (2 - rest)) < 1e-12);
  });

  it('cuts numbers into ranges and takes the target and the prediction too', async () => {
    const lines = ['y_true,y_pred', ...Array.from({ length: 80 }, (_, i) => `${i},${i + 1}`)];
    const { groups } = await slicesOf(lines, ['y_true', 'y_pred']);
    assert.equal(groups.length, 16);
    assert.ok(groups.every(({ n }) => n === 10));
    assert.equal(groups[0]!.value, 'below 10');
  });

  it('refuses a column that is not there', async () => {
    await assert.rejects(
      slicesOf(['y_true,y_pred', '1,2', '2,3'], ['colour']),
      /there is no column "colour" to group by/,
    );
  });
});
