import { listed } from '../../shared/text';
import type { ModelSamples } from '../samples/modelSamples';
import type { Quantity } from './quantity';

interface Means {
  readonly quantities: readonly Quantity[];
  /** What the means are over, in words. */
  readonly over: string;
  readonly model: string;
}

/**
 * Means of every quantity over all models, outputs or splits: plain, and by the number of rows where the
 * numbers differ. `found` holds the quantities of each model.
 */
export function meansOverModels(
  models: readonly ModelSamples[],
  found: readonly (readonly Quantity[])[],
): readonly Means[] {
  if (models.length < 2) return [];
  const names = models.map(({ name, split }) => (split === null ? name : `${name} (${split})`));
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  const model = listed([...new Set(models.map(({ name }) => name))].slice(0, 4));
  const even = { over: `mean over all of ${listed(shown)}`, model };
  const plain = { ...even, quantities: mean(found, () => 1) };
  const sizes = new Set(models.map(({ n }) => n));
  if (sizes.size < 2) return [plain];
  const rows = mean(found, m => models[m]!.n);
  return [plain, { ...even, quantities: rows, over: `${even.over}, weighted by their rows` }];
}

function mean(
  found: readonly (readonly Quantity[])[],
  weightOf: (m: number) => number,
): readonly Quantity[] {
  const [first, ...others] = found.map(list => new Map(list.map(one => [one.text, one])));
  const total = found.reduce((sum, _, m) => sum + weightOf(m), 0);
  return [...first!.values()].flatMap(quantity => {
    const values = [quantity, ...others.map(other => other.get(quantity.text))];
    if (values.some(value => value === undefined)) return [];
    const sum = values.reduce((found, value, m) => found + weightOf(m) * value!.value, 0);
    return [{ ...quantity, value: sum / total }];
  });
}
