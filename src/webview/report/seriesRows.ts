import type { RunReport } from '../../shared/lossReport';

type Rows = readonly (readonly (string | number | null)[])[];

/** Text and numbers of the table of series, head first. */
export function seriesRows(runs: readonly RunReport[]): Rows {
  const rows = runs.flatMap(run =>
    run.series.map(s => [
      ...(runs.length > 1 ? [run.name] : []),
      ...[s.name, s.split, s.first, s.last, s.best, s.bestAt, s.n],
    ]),
  );
  return [seriesTitles(runs), ...rows];
}

/** The heads of its columns. */
export function seriesTitles(runs: readonly RunReport[]): readonly string[] {
  const at = `At ${runs[0]?.x ?? 'row'}`;
  const own = runs.length > 1 ? ['Run'] : [];
  return [...own, 'Series', 'Split', 'First', 'Last', 'Best', at, 'Values'];
}
