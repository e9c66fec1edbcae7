import { listed } from '../../../shared/text';
import { labelsOf } from '../../labels';
import { classKeysOf, sortClasses } from '../../samples/classKeys';
import type { Candidate } from '../candidate';

/** The classes that occur in a target and in hard labels, spelled as the target does, sorted. */
export interface Classes {
  readonly labels: readonly string[];
  readonly notes: readonly string[];
}

export function classesOf(target: Candidate, hard: readonly Candidate[]): Classes {
  const spelled = [target, ...hard].map(({ column }) => labelsOf(column).labels);
  const { keyOf, merged } = classKeysOf(spelled);
  const byKey = new Map<string, string>();
  for (const label of spelled.flat()) {
    const key = keyOf(label);
    if (!byKey.has(key)) byKey.set(key, label);
  }
  return { labels: sortClasses([...byKey.values()]), notes: merged.map(mergedNote) };
}

function mergedNote(spellings: readonly string[]): string {
  return `${listed(spellings.map(spelling => `"${spelling}"`))} are read as one class.`;
}
