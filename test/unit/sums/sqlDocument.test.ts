import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dialectIds, dialects } from '../../../src/sums/dialect';

describe('the page about SQL', () => {
  it('names every dialect and says how it was tried', () => {
    const text = readFileSync('docs/sql.md', 'utf8');
    for (const id of dialectIds) {
      const row = text.split('\n').find(line => line.startsWith(`| ${dialects[id].name} |`));
      assert.match(row ?? id, /run|parsed/);
    }
  });
});
