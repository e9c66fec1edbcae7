import type { InspectOptions } from '../shared/protocol/inspection';
import { type Interpretation, interpret } from './interpret';
import type { Loaded } from './load';

/** What was read means, with what is to be said of files that are parts of one table. */
export function interpretLoaded(
  { tables, parts }: Loaded,
  { choices = {}, parameters }: InspectOptions,
): Interpretation {
  const interpretation = interpret(tables, choices, parameters);
  if (parts === undefined) return interpretation;
  const { roles, notes } = interpretation;
  const doubt = parts.doubt ?? roles.doubt;
  return { ...interpretation, notes: [...parts.notes, ...notes], roles: { ...roles, doubt } };
}
