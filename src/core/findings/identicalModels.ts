import { listed } from '../../shared/text';
import { modelTitle } from '../modelTitle';
import type { Usable } from '../samples/usable';
import type { DataDetector } from './detector';

/** Two rows can agree by chance. */
const fewestRows = 3;
const mostNamed = 5;

/** Models that give the same output on every row: one column twice. */
export const identicalModels: DataDetector = ({ usable }) => {
  const groups = groupsOf(usable.filter(({ n }) => n >= fewestRows));
  const largest = groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (largest.length < 2) return null;
  const names = largest.map(modelTitle);
  const rest = names.length - mostNamed;
  const shown = rest > 0 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
  return {
    id: 'identical-models',
    text: `${listed(shown)} give the same output on every row: comparing them says nothing.`,
    evidence: { models: names },
    weight: 0.65,
  };
};

/** Compares in full only what has the same fingerprint, so that many models take time for their outputs alone. */
function groupsOf(models: readonly Usable[]): readonly (readonly Usable[])[] {
  const byFingerprint = new Map<string, Usable[][]>();
  for (const model of models) {
    const key = fingerprint(model);
    const groups = byFingerprint.get(key) ?? [];
    const same = groups.find(([first]) => first !== undefined && isSame(first, model));
    if (same === undefined) groups.push([model]);
    else same.push(model);
    byFingerprint.set(key, groups);
  }
  return [...byFingerprint.values()].flat();
}

const value = new Float64Array(1);
const halves = new Uint32Array(value.buffer);

/** Equal for equal outputs, and hardly ever for others. */
function fingerprint(model: Usable): string {
  let hash = 0;
  for (const column of outputsOf(model)) {
    for (let i = 0; i < column.length; i++) {
      // Adding 0 makes one of the two zeros.
      value[0] = column[i]! + 0;
      hash = Math.imul(hash ^ halves[0]!, 0x01000193) ^ Math.imul(halves[1]!, 0x85ebca6b);
    }
  }
  return `${model.n} ${model.split} ${hash}`;
}

function isSame(a: Usable, b: Usable): boolean {
  if (a.n !== b.n || a.split !== b.split) return false;
  const [left, right] = [outputsOf(a), outputsOf(b)];
  return left.length === right.length && left.every((column, k) => equal(column, right[k]!));
}

type Column = Float64Array | Int32Array;

function outputsOf(usable: Usable): readonly Column[] {
  switch (usable.task) {
    case 'regression':
      return [usable.prediction];
    case 'errors':
      return [usable.error];
    case 'binary':
      return [usable.probability ?? usable.margin ?? usable.predicted, usable.predicted];
    case 'multiclass':
      return [...(usable.probabilities ?? usable.logits ?? []), usable.predicted];
  }
}

function equal(a: Column, b: Column): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
