import type { History } from '../../core/training/history';
import { fileStem } from '../../names/fileStem';
import { extensionOf, extensionsFor } from '../../readers/formats';
import { uniqueNames } from '../../readers/uniqueNames';
import { withoutEdges } from '../../shared/withoutEdges';
import type { MergedRun } from './mergeSiblings';

/** The histories under names that differ: by run label, by what differs in the file names, by number. */
export function nameRuns(runs: readonly MergedRun[]): readonly History[] {
  const files = [...new Set(runs.map(({ files: own }) => own[0] ?? ''))];
  const short = files.length > 1 ? differingParts(files) : new Map<string, string>();
  const names = uniqueNames(runs.map(run => nameOf(run, short.get(run.files[0] ?? ''))));
  return runs.map(({ history }, i) => ({ ...history, name: names[i]! }));
}

function nameOf(run: MergedRun, short: string | undefined): string {
  const file = short ?? run.files.join(' + ');
  const named =
    run.label === null ? file : short === undefined ? run.label : `${short} ${run.label}`;
  return run.part === null ? named : `${named}, run ${run.part}`;
}

/** File names without what all of them share: the folders that differ, else the words that differ. */
function differingParts(files: readonly string[]): Map<string, string> {
  const folders = middles(
    files.map(file => file.split('/')),
    () => true,
  );
  if (files.some(file => file.includes('/')) && folders.every(path => path.length > 0)) {
    return new Map(files.map((file, i) => [file, withoutExtension(folders[i]!.join('/'))]));
  }
  const words = middles(
    files.map(file => fileStem(file).split(separators)),
    isSpeaking,
  );
  return new Map(
    files.map((file, i) => {
      const middle = words[i]!.join('');
      return [file, withoutEdges(middle, /[_\-. ]/) || fileStem(file)];
    }),
  );
}

/** Between the words of a file name; the minus of `1e-2` and the point of `0.1` are parts of a number. */
const separators = /([_ ]+|(?<!\de)-+|\.(?!\d))/i;

/** A word that says what it is: `lr1e-2`, and not `2` alone. */
function isSpeaking(words: readonly string[]): boolean {
  return words.some(word => /\p{L}/u.test(word.replace(/^[\d.]+e-?\d+$/i, '')));
}

/**
 * Each list without what all lists begin and end with. The beginning is cut so far only that something
 * speaking is left of each.
 */
function middles(
  lists: readonly (readonly string[])[],
  speaks: (words: readonly string[]) => boolean,
): readonly (readonly string[])[] {
  const shortest = lists.reduce(
    (least, own) => Math.min(least, own.length),
    Number.MAX_SAFE_INTEGER,
  );
  const same = (pick: (own: readonly string[]) => string | undefined): boolean =>
    lists.every(own => pick(own) === pick(lists[0]!));
  let start = 0;
  while (start < shortest && same(own => own[start])) start += 1;
  let end = 0;
  while (end < shortest - start && same(own => own[own.length - 1 - end])) end += 1;
  const cut = (from: number): readonly (readonly string[])[] =>
    lists.map(own => own.slice(from, own.length - end));
  while (start > 0 && !cut(start).every(own => own.length === 0 || speaks(own))) start -= 1;
  return cut(start);
}

/** Folders may hold points: `lr_0.1`; only the extensions of data files are taken off. */
function withoutExtension(path: string): string {
  return extensionsFor('offered').includes(extensionOf(path)) ? path.replace(/\.[^.]*$/, '') : path;
}
