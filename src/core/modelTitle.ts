import type { ModelSamples } from './samples/modelSamples';

/** Longest name that is still readable inside a sentence or a legend. */
const longest = 40;

/** A name cut for a sentence. */
export function shortened(name: string): string {
  const letters = Array.from(name.slice(0, longest * 4));
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : name;
}

/** What a sentence calls a model: its name, with the split where there is one. */
export function modelTitle(model: ModelSamples): string {
  const name = shortened(model.name);
  return model.split === null ? name : `${name} (${shortened(model.split)})`;
}
