import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The notices that the licences of bundled packages ask for.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles
 * @returns {string}
 * @throws Error when a bundled package has no licence
 */
export function thirdPartyNotices(metafiles) {
  /** @type {Map<string, Set<string>>} */
  const parts = new Map();
  for (const file of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const folder = packageFolder(file);
    if (folder === undefined) continue;
    const found = parts.get(folder) ?? new Set([licenceOf(folder)]);
    parts.set(folder, found.add(headNotice(file)));
  }
  const packages = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return packages.map(([folder, texts]) => noticeOf(folder, texts)).join('\n');
}

/**
 * @param {string} file as a metafile names it, with slashes on every system
 * @returns {string | undefined} undefined for a file of our own
 */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder */
function licenceOf(folder) {
  const name = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (name === undefined) throw new Error(`${folder} is bundled and has no licence.`);
  return readFileSync(join(folder, name), 'utf8').trim();
}

/**
 * Authors of single files are named at their head.
 *
 * @param {string} file
 */
function headNotice(file) {
  const [, text = ''] = /^\s*\/\*([\s\S]*?)\*\//.exec(readFileSync(file, 'utf8')) ?? [];
  if (!/copyright/i.test(text)) return '';
  return text.replace(/^[ \t]*\*?[ \t]?/gm, '').trim();
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} texts
 */
function noticeOf(folder, texts) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const title = `${name} ${version} (${license})`;
  const parts = [...texts].filter(text => text !== '');
  return `${title}\n${'='.repeat(title.length)}\n\n${parts.join('\n\n')}\n\n`;
}
