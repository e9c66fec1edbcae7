import type { Interpretation } from './interpret';
import type { PartsLoaded } from './load';

/** The interpretation with what is to be said of the files that are parts of one table. */
export function withPartsTold(
  interpretation: Interpretation,
  loaded: PartsLoaded | undefined,
): Interpretation {
  if (loaded === undefined) return interpretation;
  const { roles, notes } = interpretation;
  const doubt = loaded.doubt ?? roles.doubt;
  return { ...interpretation, notes: [...loaded.notes, ...notes], roles: { ...roles, doubt } };
}
