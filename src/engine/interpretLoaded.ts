import type { InspectOptions } from '../shared/protocol/inspection';
import { belongingTables } from './belongingTables';
import { interpret } from './interpret';
import type { Interpretation } from './interpretation';
import type { Loaded } from './load';

/** What was read means, with what is to be said of files that are parts of one table. */
export function interpretLoaded(
  loaded: Loaded,
  { choices = {}, parameters }: InspectOptions,
): Interpretation {
  const { parts } = loaded;
  if (parts === undefined) return interpret(loaded.tables, choices, parameters);
  const belonging = belongingTables(loaded.tables);
  const interpretation = interpret(belonging.tables, choices, parameters);
  const { roles, notes } = interpretation;
  const doubt = parts.doubt ?? roles.doubt;
  return {
    ...interpretation,
    notes: [...parts.notes, ...belonging.notes, ...notes],
    roles: { ...roles, doubt },
  };
}
