import type { LossReport, ModelReport } from '../shared/lossReport';
import { plainMetricId } from '../shared/ownLoss';

/** The report with the person's own losses under the names they were given, as scripts look for them. */
export function withPlainIds(report: LossReport): LossReport {
  return {
    ...report,
    models: report.models.map(plainModel),
    ...(report.groups && {
      groups: report.groups.map(group => ({ ...group, values: plainKeys(group.values) })),
    }),
  };
}

function plainModel(model: ModelReport): ModelReport {
  const renamed = Object.entries(model).map(([field, value]) => [
    field,
    byMetric.has(field) && value !== undefined ? plainKeys(value as object) : value,
  ]);
  return Object.fromEntries(renamed) as ModelReport;
}

const byMetric: ReadonlySet<string> = new Set([
  'values',
  'undefined',
  'notes',
  'baseline',
  'skill',
  'intervals',
  'intervalMethod',
  'overFolds',
]);

function plainKeys<T extends object>(record: T): T {
  return Object.fromEntries(
    Object.entries(record).map(([id, value]) => [plainMetricId(id), value]),
  ) as T;
}
