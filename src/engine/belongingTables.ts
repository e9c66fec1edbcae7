import type { Table } from '../readers/table';
import { guessRoles } from '../roles/guess/guessRoles';
import { fileSide } from '../roles/join/fileSide';
import { matchRows } from '../roles/join/matchRows';
import { listed } from '../shared/text';

export interface Belonging {
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

/**
 * Beside a table in many files that is judged by itself, tables without true values belong only if they share its
 * ids: predictions for other rows, which lie in the same folder, are left out and told.
 */
export function belongingTables(tables: readonly Table[]): Belonging {
  const all = { tables, notes: [] };
  if (tables.length < 2 || tables.every(({ parts }) => parts === undefined)) return all;
  const complete = tables.filter(isComplete);
  const [main] = complete;
  if (main?.parts === undefined || complete.length > 1) return all;
  const own = fileSide(main, {});
  const others = tables.filter(table => table !== main);
  const strangers = others.filter(table => {
    const match = matchRows(own, fileSide(table, {}));
    return match === null || match.keys.length === 0;
  });
  if (strangers.length === 0) return all;
  const names = strangers.map(({ name }) => name);
  const note = `Left out, without true values for the rows of ${main.name}: ${listed(names)}.`;
  return { tables: tables.filter(table => !strangers.includes(table)), notes: [note] };
}

function isComplete(table: Table): boolean {
  try {
    const { target, models } = guessRoles(table, {});
    return target !== null && models.length > 0;
  } catch {
    return false;
  }
}
