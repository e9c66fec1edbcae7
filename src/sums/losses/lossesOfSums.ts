import type { Bounds } from '../../shared/bounds';
import { type MetricId, metricIds, type Parameters } from '../../shared/metricId';
import type { Cell } from '../result/cell';
import type { SumsTask } from '../sumsTask';
import { binaryLosses } from './binary';
import { classLosses } from './classes';
import { errorLosses, type Losses, regressionLosses } from './numbers';
import { total, totalOf } from './totals';

const lossesOf: Readonly<Record<SumsTask, Losses>> = {
  regression: regressionLosses,
  errors: errorLosses,
  binary: binaryLosses,
  multiclass: classLosses,
};

type Found<T> = Readonly<Partial<Record<MetricId, T>>>;

/** The values of a model, with bounds of those that the sums do not say exactly. */
export interface LossesOfSums {
  readonly n: number;
  readonly values: Found<number>;
  readonly bounds: Found<Bounds>;
  readonly undefined: Found<string>;
  readonly notes: Found<string>;
}

/** The losses that sums say something of, in the order of the report. */
export function metricsOfSums(task: SumsTask): readonly MetricId[] {
  return metricIds.filter(id => lossesOf[task][id] !== undefined);
}

/** Every loss of the used cells of one model, of which none share their keys. */
export function lossesOfSums(
  task: SumsTask,
  cells: readonly Cell[],
  parameters: Parameters,
  { isWeighted, classes }: { readonly isWeighted: boolean; readonly classes: readonly string[] },
): LossesOfSums {
  const used = cells.filter(({ status }) => status === 'used');
  const n = totalOf(used, cell => cell.n);
  const values: Partial<Record<MetricId, number>> = {};
  const bounds: Partial<Record<MetricId, Bounds>> = {};
  const missing: Partial<Record<MetricId, string>> = {};
  const notes: Partial<Record<MetricId, string>> = {};
  const reason =
    n === 0 ? 'no usable rows' : total(used, 'w') === 0 ? 'all weights are zero' : null;
  for (const id of metricsOfSums(task)) {
    const found =
      reason === null
        ? lossesOf[task][id]!({ cells: used, parameters, isWeighted, classes })
        : { undefined: reason };
    if ('undefined' in found) {
      missing[id] = found.undefined;
      continue;
    }
    values[id] = found.value;
    if (found.low < found.high) bounds[id] = [found.low, found.high];
    if (found.note !== undefined) notes[id] = found.note;
  }
  return { n, values, bounds, undefined: missing, notes };
}
