import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { figuresOf } from '../../../simulate/goals';
import { shapes } from '../../../simulate/shapes';
import { tally } from '../../../simulate/tally';
import { documentRow } from '../../../simulate/verdictsDocument';

/** Fewer than behind docs/verdicts.md, and other runs than those. */
const runs = 60;
const firstSeed = 700_000;

describe('judge, over simulated runs of many shapes', () => {
  const figures = figuresOf(shapes.map(shape => tally(shape, runs, firstSeed)));
  for (const { name, count, of, atMost, atLeast } of figures) {
    it(`keeps its goal: ${name}`, () => {
      assert.ok(of >= 3 * runs, 'shapes of that kind are there');
      const share = count / of;
      if (atMost !== undefined) assert.ok(share <= atMost, `${count} of ${of}`);
      else assert.ok(share >= atLeast!, `${count} of ${of}`);
    });
  }
});

describe('docs/verdicts.md', () => {
  const text = readFileSync('docs/verdicts.md', 'utf8');

  it('has every shape with what it is about', () => {
    for (const { about } of shapes) assert.ok(text.includes(about), about);
  });

  it('shows what the rules of today say: node scripts/verdictsDoc.mjs writes it anew', () => {
    const quick = shapes.filter(({ id }) => id.startsWith('few-'));
    assert.equal(quick.length, 3);
    for (const shape of quick) assert.ok(text.includes(documentRow(shape)), shape.id);
  });

  it('keeps every goal that it names', () => {
    const came = [...text.matchAll(/\| (\d+) of (\d+) \([^|]*\| (never|below|at least) ?(\d*)/g)];
    assert.ok(came.length >= 9);
    for (const [line, count, of, kind, percent] of came) {
      const share = Number(count) / Number(of);
      if (kind === 'at least') assert.ok(share >= Number(percent) / 100, line);
      else assert.ok(share <= Number(percent || 0) / 100, line);
    }
  });
});
