/** How the labels of a task are told apart. */
export interface ClassKeys {
  readonly keyOf: (label: string) => string;
  /** Spellings that count as one class, for a note; empty when all classes have one spelling. */
  readonly merged: readonly (readonly string[])[];
}

/**
 * Labels that differ in case alone are one class (`yes`, `Yes`), and so are `True`, `true` and 1. Single
 * letters that one column holds in both cases (`a` and `A` in handwriting) stay two.
 */
export function classKeysOf(columns: readonly (readonly string[])[]): ClassKeys {
  const caseMatters = columns.some(labels => {
    const letters = labels.filter(label => label.length === 1);
    return new Set(letters.map(letter => letter.toLowerCase())).size < letters.length;
  });
  const keyOf = (label: string) =>
    truthKey(caseMatters && label.length === 1 ? label : fold(label));
  return { keyOf, merged: mergedSpellings(columns, keyOf) };
}

function fold(label: string): string {
  return label.trim().normalize('NFC').toLowerCase();
}

function truthKey(key: string): string {
  if (key === 'true') return '1';
  return key === 'false' ? '0' : key;
}

function mergedSpellings(
  columns: readonly (readonly string[])[],
  keyOf: (label: string) => string,
): string[][] {
  const spellings = new Map<string, Set<string>>();
  for (const label of columns.flat()) {
    const key = keyOf(label);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(label));
  }
  return [...spellings.values()].filter(set => set.size > 1).map(set => [...set]);
}

/** Sort order of classes: numbers by value, everything else by code unit, as Python sorts. */
export function sortClasses(labels: readonly string[]): string[] {
  const numeric = labels.every(label => label !== '' && Number.isFinite(Number(label)));
  if (numeric) return labels.toSorted((a, b) => Number(a) - Number(b));
  return labels.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

const positiveKeys: readonly string[] = ['1', 'yes', 'positive'];

/** The positive one of two sorted labels: 1, true, yes or positive when it occurs, else the last. */
export function positiveOf(classes: readonly string[]): string {
  const found = positiveKeys.flatMap(key => classes.filter(label => truthKey(fold(label)) === key));
  return found[0] ?? classes.at(-1)!;
}
