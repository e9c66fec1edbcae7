import type { Finding, GroupReport, LossReport, SliceReport } from './lossReport';
import { isPooled } from './lossRows';

/** What the engine answers when it is asked where the models fail. */
export interface SlicesFound {
  readonly models: readonly {
    readonly name: string;
    readonly split: string | null;
    readonly slices: readonly SliceReport[];
  }[];
  /** Of the columns that were asked for. */
  readonly groups: readonly GroupReport[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

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
