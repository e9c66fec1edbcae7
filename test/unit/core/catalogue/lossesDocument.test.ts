import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lossesDocument } from '../../../../src/core/catalogue/lossesDocument';
import { agreements } from '../../../support/agreement';

describe('docs/losses.md', () => {
  it('is what the catalogue says now and the measured table (node scripts/lossesDoc.mjs writes it)', () => {
    const measured = readFileSync('scripts/coverage/measured.md', 'utf8');
    assert.equal(
      readFileSync('docs/losses.md', 'utf8'),
      `${lossesDocument(agreements())}\n${measured}`,
    );
  });
});
