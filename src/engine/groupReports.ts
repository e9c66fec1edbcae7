import { firstMetrics } from '../core/catalogue/catalogue';
import type { PredictionData } from '../core/predictionData';
import { featureWords, valueWords } from '../core/slices/conditionText';
import type { Feature } from '../core/slices/feature';
import { groupGaps } from '../core/slices/groupGaps';
import { type Group, groupsOf, valuesIn } from '../core/slices/groupsOf';
import type { GroupReport } from '../shared/sliceReport';
import { isLong } from './wantedMetrics';

/** Every model by the groups of one feature, those first that cost the most. */
export function groupReports(data: PredictionData, feature: Feature): readonly GroupReport[] {
  const metrics = isLong(data.models) ? firstMetrics(data.samples.task) : undefined;
  return data.models.flatMap(model =>
    groupsOf(data, model, feature).map(
      (group): GroupReport => ({
        column: featureWords(feature),
        value: groupName(group),
        model: model.name,
        split: model.split,
        n: group.n,
        values: valuesIn(data, model, group.samples, metrics),
        interval: group.interval,
        share: numberOrNull(group.share),
        excess: numberOrNull(group.excess),
        gaps: groupGaps(data, model, group.samples),
      }),
    ),
  );
}

/** Null for the rows without a value. */
function groupName({ condition }: Group): string | null {
  if (condition === null) return 'others';
  return 'is' in condition.test ? condition.test.is : valueWords(condition);
}

function numberOrNull(x: number): number | null {
  return Number.isNaN(x) ? null : x;
}
