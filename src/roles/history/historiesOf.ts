import type { History } from '../../core/training/history';
import type { Table } from '../../readers/table';
import type { HistoryRoles } from '../roles';
import { historyNotes } from './historyNotes';
import { mergeSiblings } from './mergeSiblings';
import { nameRuns } from './runNames';
import { type TableRun, tableRuns } from './tableRuns';

/**
 * The training runs in some tables: files that each hold one curve of the same run are put together, a file
 * in which the epochs start again is several runs. `roles[i]` are those of `tables[i]`.
 */
export function historiesOf(
  tables: readonly Table[],
  roles: readonly HistoryRoles[],
): { readonly histories: readonly History[]; readonly notes: readonly string[] } {
  const perTable: readonly (readonly TableRun[])[] = tables.map((table, i) => {
    const own = roles[i];
    return own === undefined ? [] : tableRuns(table, own).map(run => inSource(run, i));
  });
  const merged = mergeSiblings(perTable);
  const histories = nameRuns(merged.runs);
  return { histories, notes: [...merged.notes, ...historyNotes(perTable.flat(), histories)] };
}

function inSource(run: TableRun, source: number): TableRun {
  return { ...run, history: { ...run.history, source } };
}
