import type { History, Series } from '../../core/training/history';
import { listed } from '../../shared/text';
import { fileNameParts } from './fileNameParts';
import { renamedByFile } from './namedByFile';
import type { TableRun } from './tableRuns';
import { unionOf } from './unionOf';

/** A run and the tables it came from. */
export interface MergedRun {
  readonly files: readonly string[];
  readonly label: string | null;
  readonly part: number | null;
  readonly history: History;
}

/**
 * Puts files together that complete each other: the same name but for the words of a split or a measure
 * (`imdb_loss.csv`, `imdb_val_loss.csv`), the same x, and no curve twice.
 */
export function mergeSiblings(perTable: readonly (readonly TableRun[])[]): {
  readonly runs: readonly MergedRun[];
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const groups = new Map<string, TableRun[][]>();
  const runs: MergedRun[] = [];
  for (const [i, own] of perTable.entries()) {
    const only = own[0];
    const single = own.length === 1 && only !== undefined && only.label === null;
    const key = single ? fileNameParts(only.table.name).run : `#${i}`;
    groups.set(key, [...(groups.get(key) ?? []), [...own]]);
  }
  for (const group of groups.values()) {
    const members = group.flat();
    const merged = group.length > 1 ? merge(members) : undefined;
    if (merged === undefined) runs.push(...members.map(asIs));
    else {
      runs.push(merged);
      notes.push(`${listed(merged.files)} were read as one run.`);
    }
  }
  return { runs, notes };
}

function asIs(run: TableRun): MergedRun {
  const history = { ...run.history, series: renamedByFile([run])[0] ?? run.history.series };
  return { files: [run.table.name], label: run.label, part: run.part, history };
}

function merge(members: readonly TableRun[]): MergedRun | undefined {
  const series = renamedByFile(members);
  if (holdsTwice(series.flat())) return undefined;
  const history = unionOf(members.map(({ history }, i) => ({ ...history, series: series[i]! })));
  if (history === undefined) return undefined;
  return { files: members.map(({ table }) => table.name), label: null, part: null, history };
}

function holdsTwice(series: readonly Series[]): boolean {
  const keys = series.map(({ split, quantity }) => `${split} ${quantity}`);
  return new Set(keys).size < keys.length;
}
