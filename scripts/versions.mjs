const steps = ['major', 'minor', 'patch'];
const heading = '## Unreleased';

/**
 * @param {string} current as `1.2.3`
 * @param {string} wanted a version, or which of its numbers is raised
 * @returns {string}
 * @throws Error unless the new version is later than the current one
 */
export function nextVersion(current, wanted) {
  const numbers = current.split('.').map(Number);
  const raised = steps.indexOf(wanted);
  const next =
    raised === -1
      ? wanted.split('.').map(Number)
      : numbers.map((n, i) => (i === raised ? n + 1 : i > raised ? 0 : n));
  const changed = numbers.findIndex((n, i) => n !== next[i]);
  const isVersion = next.length === 3 && next.every(n => Number.isSafeInteger(n) && n >= 0);
  if (!isVersion || changed === -1 || (next[changed] ?? 0) < (numbers[changed] ?? 0)) {
    throw new Error(
      `"${wanted}" is no version after ${current}; give one as 1.2.3, or ${steps.join(', ')}.`,
    );
  }
  return next.join('.');
}

/**
 * The changelog with what is unreleased under the new version and its date, and an empty section for what follows.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {Date} date
 * @returns {string}
 * @throws Error when nothing is unreleased
 */
export function datedChangelog(changelog, version, date) {
  const [before, after] = changelog.split(`${heading}\n`);
  const entries = after?.split(/^## /m)[0]?.trim();
  if (before === undefined || after === undefined || !entries) {
    throw new Error(`CHANGELOG.md has nothing under "${heading}".`);
  }
  const day = date.toLocaleDateString('en-US', { dateStyle: 'long' });
  return `${before}${heading}\n\n## ${version} - ${day}\n${after}`;
}
