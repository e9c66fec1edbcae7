// Draws lines of the rooms, and one change on each.
import { relative } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { changesOf } from './operators.mjs';

/**
 * @typedef {import('./operators.mjs').Change & { id: number, room: string, file: string, line: number, before: string }} Mutant
 */

/**
 * `count` changes on as many different lines, each line as likely as any other that can be changed.
 *
 * @param {readonly string[]} rooms
 * @param {number} count
 * @param {number} seed
 * @returns {Mutant[]}
 */
export function drawMutants(rooms, count, seed) {
  const random = randomNumbers(seed);
  const lines = rooms.flatMap(linesOf);
  for (let i = 0; i < Math.min(count, lines.length); i++) {
    const other = i + Math.floor(random() * (lines.length - i));
    [lines[i], lines[other]] = [lines[other], lines[i]];
  }
  return lines.slice(0, count).map((changes, id) => ({
    ...changes[Math.floor(random() * changes.length)],
    id,
  }));
}

/** The changes of a room by lines; what is compiled to WebAssembly is a language of its own. */
function linesOf(room) {
  const api = new API({ cwd: process.cwd() });
  const { program } = api
    .updateSnapshot({ openProjects: [`src/${room}/tsconfig.json`] })
    .getProjects()[0];
  const lines = new Map();
  for (const name of [...program.getSourceFileNames()].sort()) {
    const path = relative(process.cwd(), name).replaceAll('\\', '/');
    if (!path.startsWith(`src/${room}/`) || path.includes('/wasm/')) continue;
    const file = program.getSourceFile(name);
    for (const change of changesOf(file)) {
      const line = file.text.slice(0, change.at).split('\n').length;
      const before = file.text.slice(change.start, change.end);
      const key = `${path}:${line}`;
      if (!lines.has(key)) lines.set(key, []);
      lines.get(key).push({ ...change, room, file: path, line, before });
    }
  }
  api.close();
  return [...lines.values()];
}

/** Mulberry32. */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
