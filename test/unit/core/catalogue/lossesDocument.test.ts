import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lossesDocument } from '../../../../src/core/catalogue/lossesDocument';
import { namesDocument } from '../../../../src/names/losses/namesDocument';
import { agreements } from '../../../support/agreement';

describe('docs/losses.md', () => {
  it('is what the catalogue, the measured table and the table of names say now (node scripts/lossesDoc.mjs writes it)', () => {
    const measured = readFileSync('scripts/coverage/measured.md', 'utf8');
    const parts = [lossesDocument(agreements()), measured, namesDocument()];
    assert.equal(readFileSync('docs/losses.md', 'utf8'), parts.join('\n'));
  });
});
