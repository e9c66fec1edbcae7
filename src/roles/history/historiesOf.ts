import type { History } from '../../core/training/history';
import type { Table } from '../../readers/table';
import type { HistoryRoles } from '../roles';
import { guessHistory } from './guessHistory';
import { historyNotes } from './historyNotes';
import { mergeSiblings } from './mergeSiblings';
import { nameRuns } from './runNames';
import { type TableRun, tableRuns } from './tableRuns';

/** The runs of a table, and of the further histories in the same source, which are numbered. */
function runsIn(table: Table, roles: HistoryRoles): readonly TableRun[] {
  const more = table.more ?? [];
  if (more.length === 0) return tableRuns(table, roles);
  return [table, ...more].flatMap((one, i) => {
    const own = i === 0 ? roles : guessHistory(one);
    const runs = own === null ? [] : tableRuns(one, own);
    return runs.map(run => ({
      ...run,
      label: [`training ${i + 1}`, run.label].filter(text => text !== null).join(' '),
    }));
  });
}

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
    return own === undefined ? [] : runsIn(table, own).map(run => inSource(run, i));
  });
  const merged = mergeSiblings(perTable);
  const histories = nameRuns(merged.runs);
  return { histories, notes: [...merged.notes, ...historyNotes(perTable.flat(), histories)] };
}

function inSource(run: TableRun, source: number): TableRun {
  return { ...run, history: { ...run.history, source } };
}
