import type { ModelReport, Skipped } from '../shared/lossReport';
import type { MetricId, Parameters } from '../shared/metricId';
import type { GroupReport } from '../shared/sliceReport';
import { lossesOfSums } from './losses/lossesOfSums';
import { totalOf } from './losses/totals';
import type { Cell } from './result/cell';
import { cellsByGroup, cellsOfModel } from './result/cellsOfModel';
import type { Sums } from './result/sums';
import { type Status, statuses } from './statuses';

/** What is known of the losses of each model, with the worst rows where their statement was run too. */
export function modelsOfSums(
  sums: Sums,
  parameters: Parameters,
  worst: number,
): readonly ModelReport[] {
  return sums.about.models.map((name, model): ModelReport => {
    const found = judged(sums, cellsOfModel(sums, model), parameters);
    const rows = sums.worst.filter(row => row.model === model).map(({ row }) => row);
    return {
      ...{ name, split: null, n: found.n, values: found.values, undefined: found.undefined },
      ...(Object.keys(found.notes).length > 0 && { notes: found.notes }),
      ...(Object.keys(found.bounds).length > 0 && { bounds: found.bounds }),
      worst: rows.slice(0, worst),
    };
  });
}

function judged({ about }: Sums, cells: readonly Cell[], parameters: Parameters) {
  const isWeighted = about.weight !== null;
  return lossesOfSums(about.task, cells, parameters, { isWeighted, classes: about.classes });
}

/** The loss that groups are compared by, whose sum over the groups is that of all rows. */
export function rankingLoss({ about }: Sums): MetricId {
  return about.task === 'regression' || about.task === 'errors' ? 'mse' : 'log_loss';
}

/** The groups of each column and model, those first that cost the most. */
export function groupsOfSums(sums: Sums, parameters: Parameters): readonly GroupReport[] {
  return sums.about.by.flatMap((column, i) =>
    sums.about.models.flatMap((_, model) => groupsOfColumn(sums, column, i, model, parameters)),
  );
}

function groupsOfColumn(
  sums: Sums,
  column: string,
  index: number,
  model: number,
  parameters: Parameters,
): readonly GroupReport[] {
  const ranking = rankingLoss(sums);
  const groups = [...cellsByGroup(sums, model, index)].map(([value, cells]) => {
    const { n, values } = judged(sums, cells, parameters);
    const weight = totalOf(usedOf(cells), ({ of }) => of['w']!);
    return { value, n, values, weight, loss: values[ranking] ?? Number.NaN };
  });
  const used = groups.filter(({ weight }) => weight > 0);
  const weight = used.reduce((sum, group) => sum + group.weight, 0);
  const cost = used.reduce((sum, group) => sum + group.weight * group.loss, 0);
  return used
    .map(({ value, n, values, loss, ...group }): GroupReport => {
      const rest = (cost - group.weight * loss) / (weight - group.weight);
      const excess = (group.weight * (loss - rest)) / weight;
      return {
        ...{
          column,
          value,
          model: sums.about.models[model]!,
          split: null,
          n,
          values,
          interval: null,
        },
        share: finiteOrNull((group.weight * loss) / cost),
        excess: finiteOrNull(excess),
      };
    })
    .sort((a, b) => (b.excess ?? 0) - (a.excess ?? 0));
}

function usedOf(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ status }) => status === 'used');
}

function finiteOrNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}

/** The rows that the statement left out and counted; their lines are not known. */
export function skippedOfSums({ about, cells }: Sums): readonly Skipped[] {
  return (Object.keys(statuses) as readonly Status[]).flatMap(status =>
    status === 'used' ? [] : skippedOf(about.models, cells, status),
  );
}

/** Rows without a target or a weight are left out of all models. */
function skippedOf(
  models: readonly string[],
  cells: readonly Cell[],
  status: Status,
): readonly Skipped[] {
  const isShared = /^(target|weight) /.test(status) || models.length === 1;
  const of = (isShared ? models.slice(0, 1) : models).map((name, model) => ({
    model: isShared ? null : name,
    reason: statuses[status],
    count: totalOf(
      cells.filter(cell => cell.model === model && cell.status === status),
      ({ n }) => n,
    ),
    lines: [],
  }));
  return of.filter(({ count }) => count > 0);
}
