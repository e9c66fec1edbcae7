import { listed } from '../../shared/text';
import { modelTitle } from '../modelTitle';
import type { ModelSamples } from '../samples/modelSamples';
import type { DataDetector } from './detector';

/** Two rows can agree by chance. */
const minRows = 3;
const maxNamed = 5;

/** Models that give the same output on every row: one column twice. */
export const identicalModels: DataDetector = ({ models }) => {
  const groups = groupsOf(models.filter(({ n }) => n >= minRows));
  const largest = groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (largest.length < 2) return null;
  const names = largest.map(modelTitle);
  const rest = names.length - maxNamed;
  const shown = rest > 0 ? [...names.slice(0, maxNamed), `${rest} more`] : names;
  return {
    id: 'identical-models',
    text: `${listed(shown)} give the same output on every row: comparing them says nothing.`,
    evidence: { models: names },
    weight: 0.65,
  };
};

/** Compares in full only what has the same fingerprint, so that many models take time for their outputs alone. */
function groupsOf(models: readonly ModelSamples[]): readonly (readonly ModelSamples[])[] {
  const byFingerprint = new Map<string, ModelSamples[][]>();
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
function fingerprint(model: ModelSamples): string {
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

function isSame(a: ModelSamples, b: ModelSamples): boolean {
  if (a.n !== b.n || a.split !== b.split) return false;
  const [left, right] = [outputsOf(a), outputsOf(b)];
  return left.length === right.length && left.every((column, k) => equal(column, right[k]!));
}

type Column = Float64Array | Int32Array;

function outputsOf(model: ModelSamples): readonly Column[] {
  switch (model.task) {
    case 'regression':
      return [model.prediction];
    case 'errors':
      return [model.error];
    case 'binary':
      return [model.probability ?? model.margin ?? model.predicted, model.predicted];
    case 'multiclass':
      return [...(model.probabilities ?? model.logits ?? []), model.predicted];
  }
}

function equal(a: Column, b: Column): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
