import { namedPredictions, ownersAmong } from '../namedPredictions';
import type { Survey } from '../survey';
import type { TargetPick } from './targetPick';

const mostNotes = 3;

/** Other targets in the table, so that nobody thinks they were forgotten. */
export function rivalNotes(survey: Survey, { target, rivals, how }: TargetPick): string[] {
  if (how === 'first') return [];
  const ownerOf = ownersAmong([target, ...rivals]);
  const predictions = namedPredictions(survey);
  return rivals.slice(0, mostNotes).map(rival => {
    const own = predictions.find(one => one !== target && ownerOf(one) === rival);
    const pair = own === undefined ? '' : ` with "${own.name}"`;
    return `"${rival.name}"${pair} is another possible target; choose it to see its losses.`;
  });
}
