import type { Refreshed } from '../../engine/engine';
import type { Inspection } from '../../shared/protocol/inspection';
import type { Staleness, ToPage } from '../../shared/protocol/messages';
import type { Input } from '../input/input';
import { firstLosses } from '../settings';
import { keepOf } from './keep';

type ReportMessage = Extract<ToPage, { type: 'report' }>;

/** A report with what the page keeps of its target, and what has become of that since. */
export function reportMessage(
  inspection: Inspection,
  input: Input | undefined,
  stale: Staleness | undefined,
): ReportMessage {
  const since = stale === undefined ? {} : { stale };
  return { type: 'report', inspection, first: firstLosses(), ...since, keep: keepOf(input) };
}

/** The report on files that have changed, with how much was read for it. */
export function refreshedMessage(
  { inspection, bytesRead }: Pick<Refreshed, 'inspection' | 'bytesRead'>,
  input: Input,
): ReportMessage {
  return { ...reportMessage(inspection, input, undefined), bytesRead };
}
