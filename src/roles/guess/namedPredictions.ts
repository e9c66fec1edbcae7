import type { NameRoleId } from '../../names/nameRole';
import type { Candidate } from './candidate';
import type { Survey } from './survey';

const predictionRoles: ReadonlySet<NameRoleId> = new Set([
  'prediction',
  'probability',
  'confidence',
  'logit',
  'margin',
  'score',
]);

/** Columns whose names say prediction, probability, score, logit or margin. */
export function namedPredictions({ candidates }: Survey): Candidate[] {
  return candidates.filter(({ said }) => said !== null && predictionRoles.has(said.role));
}

const sayingWhat: ReadonlySet<NameRoleId> = new Set(['target', 'label', 'score']);

/** What a target is the target of: `log` for `actual_log`, `price` for `price`. */
export function stemWords({ words, stem, said }: Candidate): readonly string[] {
  return said !== null && sayingWhat.has(said.role) ? stem : words;
}

/** A prediction's name may be longer; runs of its first words tell enough. */
const maxWords = 12;

/**
 * Tells for a prediction which of the targets it is named after, by the longest run of words: `predicted_log`
 * belongs to `actual_log`. Of targets with the same stem the first one counts.
 */
export function ownersAmong(
  targets: readonly Candidate[],
): (prediction: Candidate) => Candidate | undefined {
  const byStem = new Map<string, Candidate>();
  for (const target of targets.toReversed()) byStem.set(stemWords(target).join(' '), target);
  byStem.delete('');
  return prediction => {
    const words = prediction.words.slice(0, maxWords);
    for (let size = words.length; size > 0; size--) {
      for (let start = 0; start + size <= words.length; start++) {
        const owner = byStem.get(words.slice(start, start + size).join(' '));
        if (owner !== undefined && owner !== prediction) return owner;
      }
    }
    return undefined;
  };
}
