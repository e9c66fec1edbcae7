import type { LossReport } from './lossReport';
import { isPooled } from './lossRows';
import type { SlicesFound } from './slicesFound';

/** The report with the groups where its models fail, which are searched for when it is there. */
export function withSlices(report: LossReport, found: SlicesFound): LossReport {
  const slicesOf = (model: LossReport['models'][number]) =>
    found.models.find(({ name, split }) => name === model.name && split === model.split)?.slices;
  return {
    ...report,
    models: report.models.map(model =>
      isPooled(model) ? { ...model, slices: slicesOf(model) ?? [] } : model,
    ),
    ...(found.groups.length > 0 && { groups: found.groups }),
    findings: [...report.findings, ...found.findings].toSorted(
      (a, b) => (b.weight ?? 0) - (a.weight ?? 0),
    ),
    notes: [...report.notes, ...found.notes],
  };
}
