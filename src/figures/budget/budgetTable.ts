import { sumOfTop } from '../../core/fastPaths/lossRanking';
import { rowOf } from '../../core/samples/modelSamples';
import type { DataRow, DataTable } from '../../shared/figure';
import { percent } from '../../shared/text';
import { lineAt } from '../drawing/drawnSamples';
import type { Budget } from './budget';
import type { GroupShare } from './groupShares';

const maxGroups = 1000;

/** The costliest rows with their share and the share of all up to them. */
export function budgetTable({ data, model, ranking, top, topCosts, lossName }: Budget): DataTable {
  const { total } = ranking;
  const rows = [...top].map((i, place): DataRow => {
    const cost = topCosts[place]!;
    const share = total > 0 ? cost / total : 0;
    const together = total > 0 ? sumOfTop(ranking, place + 1) / total : 0;
    return {
      cells: [rowOf(model, i), cost, percent(share), percent(together)],
      ...lineAt(data, model, i),
    };
  });
  return {
    caption: `The costliest rows by ${lossName}`,
    columns: ['row', lossName, 'share of the loss', 'share up to here'].map(label => ({
      label,
      numeric: true,
    })),
    rows,
    omitted: model.n - rows.length,
  };
}

/** The loss by group; each row leads to the group's costliest row. */
export function groupTable(
  { data, model, lossName }: Budget,
  groups: readonly GroupShare[],
  by: string,
): DataTable {
  const labels = ['rows', `mean ${lossName}`, 'share of the loss', 'share of the rows'];
  const shown = groups.slice(0, maxGroups);
  return {
    caption: `${lossName} by ${by}`,
    columns: [{ label: by, numeric: false }, ...labels.map(label => ({ label, numeric: true }))],
    rows: shown.map(({ name, count, meanLoss, share, worst }) => ({
      cells: [name, count, meanLoss, percent(share), percent(count / model.n)],
      ...lineAt(data, model, worst),
    })),
    omitted: groups.length - shown.length,
  };
}
