import type { MetricId } from '../shared/metricId';
import type { Gap, GroupReport } from '../shared/sliceReport';
import { percent, significant } from '../shared/text';
import { columns } from './columns';

/** What ranks the rows: the first of these that a group has. */
const ranking: readonly (readonly [MetricId, string])[] = [
  ['mse', 'mean squared error'],
  ['log_loss', 'log loss'],
  ['zero_one', 'wrong labels'],
];

/** A table of the loss by group for each column that was asked for. */
export function groupTables(groups: readonly GroupReport[]): readonly string[] {
  const names = [...new Set(groups.map(({ column }) => column))];
  return names.map(name => tableOf(groups.filter(({ column }) => column === name)));
}

function tableOf(groups: readonly GroupReport[]): string {
  const [metric, title] = ranking.find(([id]) => groups.some(({ values }) => id in values)) ?? [
    'mse',
    'mean loss',
  ];
  const rated = groups.some(({ gaps }) => gaps?.accuracy !== undefined);
  const compared = groups.some(({ gaps }) => gaps !== undefined);
  const head = [
    groups[0]!.column,
    'model',
    'rows',
    `${title} (95 %)`,
    'share of loss',
    'excess',
    ...(compared ? ['less the rest (95 %)'] : []),
    ...(rated ? ['accuracy less the rest (95 %)'] : []),
  ];
  const rows = groups.map(({ value, model, split, n, values, interval, share, excess, gaps }) => {
    const loss = values[metric];
    const range =
      interval === null
        ? ''
        : ` (${significant(interval[0], 3)} to ${significant(interval[1], 3)})`;
    return [
      value ?? 'missing',
      split === null ? model : `${model} (${split})`,
      String(n),
      loss === undefined ? '' : `${significant(loss)}${range}`,
      share === null ? '' : percent(share),
      excess === null ? '' : significant(excess, 4),
      ...(compared ? [gapText(gaps?.[metric])] : []),
      ...(rated ? [gapText(gaps?.accuracy)] : []),
    ];
  });
  return columns([head, ...rows]);
}

/** `1.2 (0.8 to 1.6)`, the difference alone where its interval is unknown. */
function gapText(gap: Gap | undefined): string {
  if (gap === undefined) return '';
  const { difference, low, high } = gap;
  const range =
    low === null || high === null ? '' : ` (${significant(low, 3)} to ${significant(high, 3)})`;
  return `${significant(difference, 4)}${range}`;
}
