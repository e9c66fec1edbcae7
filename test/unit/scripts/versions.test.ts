import assert from 'node:assert/strict';
import { datedChangelog, nextVersion } from '../../../scripts/versions.mjs';

describe('nextVersion', () => {
  it('raises one number and starts those after it anew', () => {
    assert.equal(nextVersion('1.2.3', 'patch'), '1.2.4');
    assert.equal(nextVersion('1.2.3', 'minor'), '1.3.0');
    assert.equal(nextVersion('1.2.3', 'major'), '2.0.0');
    assert.equal(nextVersion('1.2.3', '1.10.0'), '1.10.0');
  });

  it('refuses what is no later version', () => {
    for (const wanted of ['1.2.3', '1.2.2', '1.1.9', '0.9.9', '1.3', 'v1.3.0', 'next', '']) {
      assert.throws(() => nextVersion('1.2.3', wanted), /no version after 1\.2\.3/, wanted);
    }
  });
});

describe('datedChangelog', () => {
  const day = new Date(2026, 10, 30);

  it('moves what is unreleased under the version and its date', () => {
    assert.equal(
      datedChangelog('# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 - x\n', '0.2.0', day),
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 - November 30, 2026\n\n- New.\n\n## 0.1.0 - x\n',
    );
  });

  it('refuses to release nothing', () => {
    for (const text of ['# Changelog\n', '## Unreleased\n\n## 0.1.0 - x\n\n- Old.\n']) {
      assert.throws(() => datedChangelog(text, '0.2.0', day), /nothing under "## Unreleased"/);
    }
  });
});
