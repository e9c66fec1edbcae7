import assert from 'node:assert/strict';
import { designEffect } from '../../../../src/core/slices/designEffect';
import type { Feature } from '../../../../src/core/slices/feature';
import { findSlices } from '../../../../src/core/slices/findSlices';
import { halvesOf } from '../../../../src/core/slices/halves';
import { membership } from '../../../../src/core/slices/membership';
import { drawFrom } from '../../../simulate/draw';
import { type Plan, planted, plantedKinds } from '../../../simulate/slices';

const plan: Plan = { seed: 1, rows: 2000, kind: 'name', share: 0.06, ratio: 5, law: 'normal' };

async function search(chosen: Plan) {
  const table = planted(chosen);
  const halves = halvesOf(table.rows, table.losses, table.features, undefined);
  return { table, slices: await findSlices({ ...table, halves }) };
}

function overlap(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    both += a[i]! & b[i]!;
    either += a[i]! | b[i]!;
  }
  return both / either;
}

describe('findSlices', () => {
  for (const kind of plantedKinds) {
    it(`names the columns of a group made of ${kind} and finds its rows`, async () => {
      const { table, slices } = await search({ ...plan, kind });
      const [slice] = slices;
      assert.ok(slice !== undefined, 'found nothing');
      const columns = slice.where.map(({ feature }) => feature.column).sort();
      assert.deepEqual(columns, table.columns);
      assert.ok(overlap(membership(slice.where, table.rows), table.isIn) >= 0.8);
      assert.ok(slice.p < 0.025);
    });
  }
  it('counts a group as one would by hand', async () => {
    const { table, slices } = await search(plan);
    const [slice] = slices;
    const isIn = membership(slice!.where, table.rows);
    const inside = table.losses.filter((_, i) => isIn[i] === 1);
    const outside = table.losses.filter((_, i) => isIn[i] === 0);
    const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
    assert.equal(slice!.n, inside.length);
    assert.ok(Math.abs(slice!.loss - mean(inside)) < 1e-12 * mean(inside));
    assert.ok(Math.abs(slice!.rest - mean(outside)) < 1e-12 * mean(outside));
    const gained = mean(table.losses) - mean(outside);
    assert.ok(Math.abs(slice!.excess - gained) < 1e-12 * mean(table.losses));
  });
  it('says nothing of noise, and of errors that grow with the prediction alone', async () => {
    let found = 0;
    for (let seed = 0; seed < 12; seed++) {
      const chosen = { ...plan, seed, kind: null, proportional: seed % 2 === 1 } as const;
      found += (await search(chosen)).slices.length;
    }
    assert.ok(found <= 2, `${found} groups in 12 tables without any`);
  });
  it('does not let copies confirm themselves', async () => {
    let found = 0;
    for (let seed = 0; seed < 6; seed++) {
      const table = planted({ ...plan, seed: 100 + seed, rows: 500, kind: null });
      const rows = Int32Array.from({ length: 2000 }, (_, i) => i % 500);
      const losses = Float64Array.from(rows, row => table.losses[row]!);
      const halves = halvesOf(rows, losses, table.features, undefined);
      for (let i = 500; i < 2000; i++) assert.equal(halves.sides[i], halves.sides[i - 500]);
      found += (await findSlices({ losses, rows, halves, features: table.features })).length;
    }
    assert.ok(found <= 1, `${found} groups of copies`);
  });
  it('takes rows with a missing value for a group of their own', async () => {
    const draw = drawFrom(5);
    const values = Float64Array.from({ length: 2000 }, () =>
      draw.chance(0.06) ? Number.NaN : draw.normal(),
    );
    const losses = values.map(x => (Number.isNaN(x) ? 2.5 : 1) ** 2 * draw.normal() ** 2);
    const features: Feature[] = [{ kind: 'number', column: 'income', part: null, values }];
    const rows = Int32Array.from(values.keys());
    const halves = halvesOf(rows, losses, features, undefined);
    const [slice] = await findSlices({ losses, rows, halves, features });
    assert.deepEqual(slice?.where[0]?.test, { is: null });
    assert.equal(slice.n, values.filter(Number.isNaN).length);
  });
  it('finds a group of heavy-tailed errors, and one where errors grow with the prediction', async () => {
    for (const special of [{ law: 't3' }, { law: 'normal', proportional: true }] as const) {
      const { table, slices } = await search({ ...plan, share: 0.1, ...special });
      const [slice] = slices;
      assert.deepEqual(
        slice?.where.map(({ feature }) => feature.column),
        table.columns,
      );
      assert.ok(overlap(membership(slice!.where, table.rows), table.isIn) >= 0.8);
    }
  });
  it('stops between two columns when nobody waits for the groups', async () => {
    const table = planted(plan);
    const halves = halvesOf(table.rows, table.losses, table.features, undefined);
    let asked = 0;
    const pause = () => {
      asked += 1;
      return asked > 3 ? Promise.reject(new Error('not wanted')) : Promise.resolve();
    };
    await assert.rejects(findSlices({ ...table, halves }, pause), /not wanted/);
    assert.equal(asked, 4);
  });
  it('finds nothing in a column of as many values as rows and one that is the same everywhere', async () => {
    const draw = drawFrom(9);
    const rows = Int32Array.from({ length: 1000 }, (_, i) => i);
    const labels = Array.from(rows, row => `n${row}`);
    const features: Feature[] = [
      { kind: 'label', column: 'key', part: null, codes: rows, labels },
      { kind: 'label', column: 'same', part: null, codes: new Int32Array(1000), labels: ['x'] },
      { kind: 'number', column: 'one', part: null, values: new Float64Array(1000).fill(1) },
      {
        kind: 'number',
        column: 'none',
        part: null,
        values: new Float64Array(1000).fill(Number.NaN),
      },
    ];
    const losses = Float64Array.from(rows, () => draw.normal() ** 2);
    const halves = halvesOf(rows, losses, features, undefined);
    assert.deepEqual(await findSlices({ losses, rows, halves, features }), []);
  });
  it('looks through 100,000 names and a column with one value', async () => {
    const n = 100_000;
    const draw = drawFrom(6);
    const rows = Int32Array.from({ length: n }, (_, i) => i);
    const labels = Array.from({ length: n }, (_, i) => `n${i}`);
    const features: Feature[] = [
      { kind: 'label', column: 'name', part: null, codes: rows, labels },
      { kind: 'label', column: 'constant', part: null, codes: new Int32Array(n), labels: ['x'] },
      { kind: 'number', column: 'row', part: null, values: Float64Array.from(rows) },
    ];
    const losses = Float64Array.from(rows, row => draw.normal() ** 2 * (row < 3000 ? 9 : 1));
    const halves = halvesOf(rows, losses, features, undefined);
    const [slice] = await findSlices({ losses, rows, halves, features });
    assert.equal(slice?.where[0]?.feature.column, 'row');
    assert.ok(Math.abs(slice.n - 3000) < 150, String(slice.n));
  });
});

describe('halvesOf', () => {
  it('keeps all rows of an id in one half', () => {
    const rows = Int32Array.from({ length: 1000 }, (_, i) => i);
    const keys = rows.map(row => row % 50);
    const losses = Float64Array.from(rows, row => Math.sin(row));
    const { sides } = halvesOf(rows, losses, [], keys);
    for (const row of rows) assert.equal(sides[row], sides[row % 50]);
    const count = sides.reduce((sum, side) => sum + side, 0);
    assert.ok(count > 200 && count < 800);
  });
});

describe('designEffect', () => {
  it('is the number of copies, and 1 of rows that stand for themselves', async () => {
    const scores = Float64Array.from({ length: 60 }, (_, i) => Math.cos(7 * (i % 15)));
    const copies = Int32Array.from({ length: 60 }, (_, i) => i % 15);
    assert.ok(Math.abs(designEffect(scores, copies) - 4) < 1e-12);
    const single = Int32Array.from({ length: 60 }, (_, i) => i);
    assert.equal(designEffect(scores, single), 1);
  });
});
