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

  it('tells how far a group is from the rest, with the interval of two shares', async () => {
    // Newcombe 1998, table II, contrast (a), method 10: 56 of 70 less 48 of 80 is 0.2, from 0.0524 to 0.3339.
    const some = (n: number, region: string, isRight: boolean) =>
      Array.from({ length: n }, (_, i) => {
        const label = i % 2 === 0 ? 'cat' : 'dog';
        const other = i % 2 === 0 ? 'dog' : 'cat';
        return `${region},${label},${isRight ? label : other}`;
      });
    const lines = [
      'region,y_true,y_pred',
      ...some(56, 'west', true),
      ...some(14, 'west', false),
      ...some(48, 'north', true),
      ...some(32, 'north', false),
    ];
    const { groups } = await slicesOf(lines, ['region']);
    const gap = groups.find(({ value }) => value === 'west')?.gaps?.accuracy;
    assert.ok(gap !== undefined && gap.low !== null && gap.high !== null);
    assert.ok(Math.abs(gap.difference - 0.2) < 1e-12);
    assert.ok(Math.abs(gap.low - 0.0524) < 5e-5, String(gap.low));
    assert.ok(Math.abs(gap.high - 0.3339) < 5e-5, String(gap.high));
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
