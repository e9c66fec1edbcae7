import type { ModelReport } from '../shared/lossReport';
import { titleOf } from '../shared/lossRows';
import { outputCosts } from '../shared/outputCosts';
import type { MetricInfo } from '../shared/protocol/inspection';
import { percent, plural, significant } from '../shared/text';
import { columns } from './columns';

/** Rows that are printed; the others are in the JSON. */
const maxOutputs = 40;
const maxModels = 6;

/** What each of several outputs costs each model, the costliest first; empty where there is but one output. */
export function outputTable(
  models: readonly ModelReport[],
  metrics: readonly Pick<MetricInfo, 'id' | 'name'>[],
): string {
  const costs = outputCosts(models);
  if (costs.rows.length === 0) return '';
  const name = metrics.find(({ id }) => id === costs.metric)?.name ?? 'loss';
  const shown = costs.models.slice(0, maxModels);
  const head = [`${name} by output`, ...shown.map(model => titleOf(model)), 'rows', 'share'];
  const rows = costs.rows
    .slice(0, maxOutputs)
    .map(({ output, values, reports, share }) => [
      output,
      ...shown.map((_, m) => (values[m] === undefined ? '' : significant(values[m]))),
      String(reports.find(one => one !== undefined)?.n ?? 0),
      share === null ? '' : percent(share),
    ]);
  const left = costs.rows.length - rows.length;
  const rest = left > 0 ? `\n${plural(left, 'more output')}: --json` : '';
  const others = costs.models.length - shown.length;
  const hidden = others > 0 ? `\n${plural(others, 'more model')}: --json` : '';
  return `${columns([head, ...rows])}${rest}${hidden}`;
}
