import { type Candidate, isNumeric, isTwoLabels } from './candidate';
import type { Survey } from './survey';

const eventWords: ReadonlySet<string> = new Set(
  'event events status censored censoring censor death died dead deceased relapse'.split(' '),
);
const timeWords: ReadonlySet<string> = new Set(
  'time times duration durations survival tte futime followup months days years os pfs'.split(' '),
);

/** A time until an event and the column that says whether it came; undefined where one of them is missing. */
export interface SurvivalTimes {
  readonly time: Candidate;
  readonly event: Candidate;
}

export function survivalTimes(
  { candidates }: Survey,
  isTime: (one: Candidate) => boolean = () => true,
): SurvivalTimes | undefined {
  const event = candidates.find(one => isTwoLabels(one) && hasWord(one, eventWords));
  const time = candidates.find(
    one =>
      isTime(one) &&
      isNumeric(one) &&
      one.column.kind === 'number' &&
      one.facts.min >= 0 &&
      hasWord(one, timeWords),
  );
  return event === undefined || time === undefined || event === time ? undefined : { time, event };
}

function hasWord({ words }: Candidate, known: ReadonlySet<string>): boolean {
  return words.some(word => known.has(word));
}
