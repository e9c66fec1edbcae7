import type { Table } from '../readers/table';
import type { MetricId, Parameters, PredictionTask } from '../shared/metricId';
import { ownLossId } from '../shared/ownLoss';
import { mistakeIn } from './ownColumns';

/** Why losses of the person's own have no value here, by their ids: the place in the formula and what is wrong. */
export function ownLossMistakes(
  { ownLosses = [] }: Parameters,
  table: Table,
  task: PredictionTask,
): Readonly<Partial<Record<MetricId, string>>> {
  return Object.fromEntries(
    ownLosses.flatMap(loss => {
      const mistake = mistakeIn(loss, table, task);
      if (mistake === null) return [];
      const text = `column ${mistake.at + 1} of ${loss.formula}: ${mistake.text}`;
      return [[ownLossId(loss), text] as const];
    }),
  );
}
