import type { MetricId } from '../../shared/metricId';
import type { Inspection } from '../../shared/protocol/inspection';
import { significant } from '../../shared/text';

const most = 3;
const longestName = 60;

/** A loss in the report that is open, model by model: `0.42 (ridge), 0.39 (forest)`; null where it is not in it. */
export function reportedValues({ report }: Inspection, metric: MetricId | null): string | null {
  if (metric === null) return null;
  const values = report.models.flatMap(model => {
    const value = model.values[metric];
    return typeof value === 'number'
      ? [`${significant(value)} (${model.name.slice(0, longestName)})`]
      : [];
  });
  if (values.length === 0) return null;
  const left = values.length - most;
  return `${values.slice(0, most).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
