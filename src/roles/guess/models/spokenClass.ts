import type { Candidate } from '../candidate';
import { labelKey, spreadRows } from '../facts';
import { isTopConfidence } from './topConfidence';

/** The class that single probability columns are for, and why. */
export interface SpokenClass {
  readonly label: string;
  readonly note: string;
}

interface Scored {
  readonly label?: Candidate;
  readonly probability?: Candidate;
}

/**
 * A probability column named after a class is for that class. Where the names of the two classes do not say
 * which is positive (1 and 2, but not 0 and 1), the hard labels beside it do: it is high where it is predicted.
 */
export function spokenClass(
  classes: readonly string[],
  models: readonly Scored[],
): SpokenClass | undefined {
  for (const { probability, label } of models) {
    if (probability === undefined) continue;
    const named = namedClass(probability, classes);
    if (named !== undefined)
      return { label: named, note: note(named, probability, 'is named after it') };
    if (label === undefined || isConventional(classes)) continue;
    if (isTopConfidence(probability, label)) continue;
    const high = classes.find(one => isHighWhere(probability, label, one, classes));
    if (high !== undefined) {
      return {
        label: high,
        note: note(high, probability, `is high where "${label.name}" is ${high}`),
      };
    }
  }
  return undefined;
}

function note(label: string, { name }: Candidate, why: string): string {
  return `"${label}" is the positive class, because "${name}" ${why}.`;
}

function namedClass({ said }: Candidate, classes: readonly string[]): string | undefined {
  const names = [said?.classLabel, said?.after, said?.before].map(name => name?.toLowerCase());
  return classes.find(label => names.includes(label.toLowerCase()));
}

const negatives: ReadonlySet<string> = new Set(['0', '-1', 'no', 'negative']);

function isConventional(classes: readonly string[]): boolean {
  return classes.some(label => negatives.has(labelKey(label)));
}

function isHighWhere(
  probability: Candidate,
  hard: Candidate,
  label: string,
  classes: readonly string[],
): boolean {
  const means = classes.map(one => meanWhere(probability, hard, one));
  const own = means[classes.indexOf(label)]!;
  return means.every((mean, i) => classes[i] === label || mean < own);
}

function meanWhere(probability: Candidate, hard: Candidate, label: string): number {
  let sum = 0;
  let count = 0;
  for (const row of spreadRows(hard.column.numbers.length, 5000)) {
    const value = probability.column.numbers[row]!;
    if (Number.isNaN(value) || labelKey(textAt(hard, row)) !== labelKey(label)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}

function textAt({ column }: Candidate, row: number): string {
  const value = column.numbers[row]!;
  return column.kind === 'number' && !Number.isNaN(value) ? String(value) : column.textOf(row);
}
