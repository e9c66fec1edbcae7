import type { Inspection } from '../../shared/protocol/inspection';
import type { Staleness, ToPage } from '../../shared/protocol/messages';
import { firstLosses } from '../settings';
import type { Target } from '../target/target';
import { keepOf } from './keep';

type ReportMessage = Extract<ToPage, { type: 'report' }>;

/** A report with what the page keeps of its target, and what has become of that since. */
export function reportMessage(
  inspection: Inspection,
  target: Target | undefined,
  stale: Staleness | undefined,
): ReportMessage {
  const since = stale === undefined ? {} : { stale };
  return { type: 'report', inspection, first: firstLosses(), ...since, keep: keepOf(target) };
}
