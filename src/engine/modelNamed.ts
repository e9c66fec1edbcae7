import type { ModelSamples } from '../core/samples/modelSamples';

/** The samples of one model, of its first split unless told otherwise; throws when there is none. */
export function modelNamed(
  models: readonly ModelSamples[],
  name: string,
  split?: string | null,
): ModelSamples {
  const found = models.find(
    one => one.name === name && (split === undefined || one.split === split),
  );
  if (found === undefined) throw new Error(`There is no model called "${name}".`);
  return found;
}
