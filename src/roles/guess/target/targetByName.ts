import type { NameRoleId } from '../../../names/names';
import {
  type Candidate,
  isCounter,
  isNumeric,
  isTextLabels,
  isTwoLabels,
  wordsIn,
} from '../candidate';
import { couldPredict } from '../likeness';
import { namedPredictions, ownersAmong } from '../namedPredictions';
import type { Survey } from '../survey';
import type { TargetPick } from './targetPick';

/** The column whose name says target most plainly, or that the predictions are named after. */
export function targetByName(survey: Survey, free: readonly Candidate[]): TargetPick | null {
  const stems = predictionsByStem(survey);
  const ranked = free
    .map(candidate => ({ candidate, rank: rankOf(candidate, stems) }))
    .filter(({ rank }) => rank > 0)
    .filter(({ candidate }) => isNumeric(candidate) || isTextLabels(candidate));
  const best = ranked.reduce((most, { rank }) => Math.max(most, rank), 0);
  const equals = ranked.filter(({ rank }) => rank === best).map(({ candidate }) => candidate);
  if (equals.length === 0) return null;
  const measured = equals.filter(one => !isCounter(one));
  const likely = measured.length > 0 ? measured : equals;
  const target = likeliest(survey, likely);
  const rivals = likely.filter(candidate => candidate !== target);
  return { target, how: best === pairRank ? 'pair' : 'name', rivals };
}

/** `price` beside `predicted_price` says more than `target`, less than `actual`. */
const pairRank = 25;

function rankOf(candidate: Candidate, stems: Stems): number {
  const { said } = candidate;
  if (said?.role === 'target' && said.strength === 3) return 30;
  if (isPredicted(candidate, stems)) return pairRank;
  if (said?.role === 'target') return 10 * said.strength;
  return said?.role === 'label' ? 10 : 0;
}

type Stems = ReadonlyMap<string, readonly Candidate[]>;

/** Named predictions by what their names say besides: `price` for `predicted_price`. */
function predictionsByStem(survey: Survey): Stems {
  const stems = new Map<string, Candidate[]>();
  for (const one of namedPredictions(survey)) {
    const { stem, after } = one.said!;
    for (const key of new Set([stem, after].map(part => wordsIn(part).join(' ')))) {
      const own = stems.get(key) ?? [];
      own.push(one);
      stems.set(key, own);
    }
  }
  stems.delete('');
  return stems;
}

/** True when a prediction is named after the column: `price` and `predicted_price`, `win` and `prob_win`. */
function isPredicted(candidate: Candidate, stems: Stems): boolean {
  if (candidate.said !== null && never.has(candidate.said.role)) return false;
  const named = stems.get(candidate.words.join(' ')) ?? [];
  return named.some(one => {
    if (one === candidate) return false;
    const isValue = one.said!.role === 'prediction';
    return isValue ? couldPredict(candidate, one) : isTwoLabels(candidate);
  });
}

const never: ReadonlySet<NameRoleId> = new Set(['prediction', 'model', 'index', 'split']);

const rescaled = new Set([
  'log',
  'ln',
  'log10',
  'scaled',
  'norm',
  'normalized',
  'std',
  'z',
  'sqrt',
]);

/** The one with the most predictions; on the original scale; the first. */
function likeliest(survey: Survey, targets: readonly Candidate[]): Candidate {
  const ownerOf = ownersAmong(targets);
  const plain = targets.find(({ stem }) => stem.length === 0);
  const counts = new Map<Candidate, number>();
  for (const prediction of namedPredictions(survey)) {
    const owner = ownerOf(prediction);
    const named = owner ?? (prediction.stem.length === 0 ? plain : undefined);
    if (named !== undefined) counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  const worth = (candidate: Candidate) => {
    const isRescaled = candidate.words.some(word => rescaled.has(word));
    return 2 * (counts.get(candidate) ?? 0) - (isRescaled ? 1 : 0);
  };
  return targets.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}
