import type { Inspection } from '../../shared/protocol/inspection';
import type { Staleness, ToPage } from '../../shared/protocol/messages';
import type { Input } from '../input/input';
import { firstLosses } from '../settings';
import { keepOf } from './keep';
import type { Place } from './place';

type ReportMessage = Extract<ToPage, { type: 'report' }>;

/** A report with what the page keeps of its target, and what has become of that since. */
export function reportMessage(
  inspection: Inspection,
  input: Input | undefined,
  stale: Staleness | undefined,
  { asks }: Pick<Place, 'asks'>,
): ReportMessage {
  const shown = asks === true ? inspection : unasked(inspection);
  const since = stale === undefined ? {} : { stale };
  return { type: 'report', inspection: shown, first: firstLosses(), ...since, keep: keepOf(input) };
}

/** What is added to a file that is followed raises no question. */
export function withoutNewQuestion(before: Inspection, after: Inspection): Inspection {
  return before.doubt === null ? unasked(after) : after;
}

function unasked(inspection: Inspection): Inspection {
  return { ...inspection, doubt: null };
}
