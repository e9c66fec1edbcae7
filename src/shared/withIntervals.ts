import type { Headline } from './headline';
import type { Comparison, LossReport, ModelReport } from './lossReport';
import { isSameModel } from './lossRows';

/** What the engine answers when it is asked for intervals. */
export interface IntervalsFound {
  readonly models: readonly ModelReport[];
  readonly comparisons: readonly Comparison[];
  readonly headline?: Headline;
}

/** The report with the intervals of its models, which take longer than the losses themselves. */
export function withIntervals(report: LossReport, found: IntervalsFound): LossReport {
  return {
    ...report,
    models: report.models.map(model => {
      const own = found.models.find(other => isSameModel(other, model));
      if (own === undefined) return model;
      return {
        ...model,
        ...(own.intervals && { intervals: own.intervals }),
        ...(own.intervalMethod && { intervalMethod: own.intervalMethod }),
      };
    }),
    comparisons: found.comparisons,
    ...(found.headline && { headline: found.headline }),
  };
}
