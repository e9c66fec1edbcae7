import { plainText } from '../../shared/plainText';

/** Something that a person wants of the engine, over all the workers that were tried with it. */
export interface Work {
  /** Whose data it is about; two works about the same data have the same subject. */
  readonly subject: string;
  /** The names of its files. */
  readonly label: string;
  /** Rows that have to be gone through without a pause, as far as they are known. */
  rows: number;
  /** How many workers have died while they were at it. */
  deaths: number;
}

/** Figures of ten million rows were seen to take eight seconds on a busy machine with two cores. */
const secondsPerRow = 5e-6;

/** How many seconds of silence are to be borne while a worker is at these works. */
export function patienceWith(works: readonly Work[], least: number): number {
  const rows = works.reduce((most, work) => Math.max(most, work.rows), 0);
  return Math.round(least + rows * secondsPerRow);
}

/** Why a worker was ended or died. */
export type Cause =
  | { readonly kind: 'silent'; readonly seconds: number }
  | { readonly kind: 'deaf' }
  | { readonly kind: 'dead'; readonly of: string };

/** What is said to whoever wanted the work at which a worker was lost. */
export function lossOf({ label, rows }: Work, cause: Cause): Error {
  const name = plainText(label, 200);
  if (cause.kind === 'deaf') {
    return new Error(`${name}: the work on it did not stop when it was cancelled, and was ended.`);
  }
  if (cause.kind === 'silent') {
    return new Error(
      `${name}: there was no sign of life for ${cause.seconds} seconds, so the work on it was ended${rows === 0 ? '; the file may be damaged' : ''}.`,
    );
  }
  return new Error(`${name}: the engine stopped while it worked on it (${cause.of}).`);
}

/** Works at which a worker may have been lost. */
interface Suspect {
  readonly work: Work;
}

/**
 * Which of the works that a lost worker had begun are at fault: all when they are about the same data, else
 * those at which a worker was lost before. Nobody is when that leaves several: then each is tried alone.
 */
export function culprits<T extends Suspect>(begun: readonly T[]): readonly T[] {
  const subjects = new Set(begun.map(({ work }) => work.subject));
  if (subjects.size <= 1) return begun;
  const known = new Set(begun.filter(({ work }) => work.deaths > 0).map(s => s.work.subject));
  return known.size === 1 ? begun.filter(({ work }) => known.has(work.subject)) : [];
}
