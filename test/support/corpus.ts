import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notRun } from './notRun';

/** The part of the corpus that lies in this repository, and the folder of the whole one. */
const folders = ['test/corpus', process.env.LOSS_LENS_CORPUS ?? '../shared/corpus'];

/** A file of the corpus, as `test/corpus/INDEX.tsv` lists it. */
export interface CorpusEntry {
  /** Its path in the corpus. */
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  /** Not finite where rows differ in length. */
  readonly columns: number;
  readonly header: readonly string[];
  /** What its golden files are about; undefined without one. */
  readonly task: string | undefined;
  /** Paths of golden files in the corpus. */
  readonly goldens: readonly string[];
}

/** A file of expected values, with the files it is about. */
export interface GoldenEntry {
  readonly path: string;
  readonly task: string;
  readonly files: readonly string[];
}

/** All files of the corpus, at hand or not. */
export function corpusEntries(): readonly CorpusEntry[] {
  const [head = '', ...lines] = readFileSync('test/corpus/INDEX.tsv', 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map(line => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      file: cell('file'),
      bytes: Number(cell('bytes')),
      rows: Number(cell('rows')),
      columns: Number(cell('columns')),
      header: cell('header').split(' | '),
      task: cell('task') === '-' ? undefined : cell('task'),
      goldens: cell('golden') === '-' ? [] : cell('golden').split(';'),
    };
  });
}

/** All golden files of the corpus, at hand or not. */
export function goldenEntries(): readonly GoldenEntry[] {
  const goldens = new Map<string, GoldenEntry>();
  for (const { file, task = '', goldens: paths } of corpusEntries()) {
    for (const path of paths) {
      goldens.set(path, { path, task, files: [...(goldens.get(path)?.files ?? []), file] });
    }
  }
  return [...goldens.values()];
}

/**
 * Where a file of the corpus lies.
 *
 * @throws Error when it is not at hand
 */
export function corpusPath(path: string): string {
  const found = folders.map(folder => join(folder, path)).find(file => existsSync(file));
  if (found === undefined) throw new Error(`The corpus is not at hand: ${path}`);
  return found;
}

/** Whether all these files of the corpus are at hand. */
export function isAtHand(paths: readonly string[]): boolean {
  return paths.every(path => folders.some(folder => existsSync(join(folder, path))));
}

/** A test that needs files of the corpus: counted as not run where one of them is not at hand. */
export function itOnCorpus(
  title: string,
  paths: readonly string[],
  test: (...files: string[]) => void | Promise<void>,
): void {
  if (isAtHand(paths)) it(title, () => test(...paths.map(corpusPath)));
  else notRun(title, 'the corpus is not at hand');
}
