import { type LibraryId, libraries } from './libraries';
import type { LossIdea } from './lossIdea';
import { lossNames } from './lossNames';

/** What libraries call a loss, one name each: `PyTorch MSELoss`. */
export function calledBy(loss: LossIdea): readonly string[] {
  const first = new Map<LibraryId, string>();
  for (const entry of lossNames) {
    if (entry.loss !== loss || entry.factor !== undefined || first.has(entry.library)) continue;
    first.set(entry.library, entry.names[0]!);
  }
  return [...first].map(([library, name]) => `${libraries[library].name} ${name}`);
}
