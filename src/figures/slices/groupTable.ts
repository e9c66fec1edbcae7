import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { DataTable } from '../../shared/figure';
import type { DrawnGroup } from './drawnGroup';

/** The groups with their rows, loss, interval, share of the loss and difference to the rest. */
export function groupTable(
  data: PredictionData,
  model: ModelSamples,
  lossName: string,
  by: string,
  groups: readonly DrawnGroup[],
): DataTable {
  const rivals = data.models.flatMap((other, m) =>
    other === model || other.split !== model.split ? [] : [{ other, m }],
  );
  const own = [`mean ${lossName}`, 'from', 'to', 'share of loss', 'more than the rest', 'excess'];
  const numeric = ['rows', ...own, ...rivals.map(({ other }) => modelTitle(other))];
  return {
    caption: `Mean ${lossName} of ${modelTitle(model)} by ${by}, the costliest group first`,
    columns: [
      { label: by, numeric: false },
      ...numeric.map(label => ({ label, numeric: true })),
      ...(rivals.length > 0 ? [{ label: 'lowest loss', numeric: false }] : []),
    ],
    rows: groups.map(({ name, group, others }) => {
      const { n, loss, rest, interval, share, excess } = group;
      const cells = [
        name,
        n,
        known(loss),
        interval?.[0] ?? null,
        interval?.[1] ?? null,
        known(share),
        known(loss - rest),
        known(excess),
        ...rivals.map(({ m }) => known(others[m]?.loss ?? Number.NaN)),
      ];
      return { cells: rivals.length > 0 ? [...cells, winner(data, others)] : cells };
    }),
  };
}

function known(x: number): number | null {
  return Number.isNaN(x) ? null : x;
}

/** The model with the lowest mean loss in a group. */
function winner(data: PredictionData, others: DrawnGroup['others']): string | null {
  let best: number | undefined;
  others.forEach((group, m) => {
    if (group === undefined || Number.isNaN(group.loss)) return;
    if (best === undefined || group.loss < others[best]!.loss) best = m;
  });
  return best === undefined ? null : modelTitle(data.models[best]!);
}
