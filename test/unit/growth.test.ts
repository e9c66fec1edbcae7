import assert from 'node:assert/strict';
import type { Growing } from '../support/growing/made';
import { grownInput } from '../support/growing/readers';
import { grownTables } from '../support/growing/tables';
import { growthOf, maxGrowth } from '../support/growth';

/** Work that grows with the square of its input takes four times as long for twice as much. */
function growsByTwo(grown: Growing): void {
  for (const [what, [n, make]] of Object.entries(grown)) {
    it(`takes at most three times as long for twice as many: ${what}`, async () => {
      const growth = await growthOf(make, n);
      assert.ok(growth <= maxGrowth, `${2 * n} take ${growth.toFixed(1)} times as long as ${n}`);
    });
  }
}

describe('an inspection', () => {
  describe('of every format', () => growsByTwo(grownInput));
  describe('of what a table has many of', () => growsByTwo(grownTables));
});
