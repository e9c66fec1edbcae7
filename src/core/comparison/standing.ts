import type { MetricId, Parameters } from '../../shared/metricId';
import { ownParameters } from '../catalogue/ownParameters';
import { countWithin, isLong } from '../fastPaths/tolerance';
import { LatestMemo } from '../memo/latestMemo';
import { memoOf } from '../memo/memoOf';
import { modelTitle } from '../modelTitle';
import type { ModelSamples } from '../samples/modelSamples';
import { weightedMeanOf } from '../statistics/weightedMean';
import { lossInterval } from '../uncertainty/lossInterval';
import { shareInterval } from '../uncertainty/shareInterval';
import type { Interval } from '../uncertainty/wilson';
import { judged } from './judged';

/** A model's accuracy and mean loss with their 95 % intervals. */
export interface Standing {
  readonly name: string;
  readonly accuracy: number;
  readonly loss: number;
  /** null where the rows are too few or a loss is infinite. */
  readonly accuracyInterval: Interval | null;
  readonly lossInterval: Interval | null;
}

/** What a model is worth at `samples`, all when null; what was found before is not looked for again. */
export function standing(
  model: ModelSamples,
  samples: Int32Array | null,
  metric: MetricId,
  parameters: Parameters,
): Standing {
  const known = memoOf(samples ?? model);
  const rows = judged(model, metric, parameters, samples)!;
  const { n, weight } = rows;
  const accuracy = known
    .get('accuracy', () => new LatestMemo<number>())
    .get(String(parameters.tolerance), () =>
      samples === null && weight === undefined && isLong(model)
        ? countWithin(model, parameters.tolerance) / n
        : weightedMeanOf(n, rows.right, weight),
    );
  const loss = known.get(`mean loss by ${ownParameters(metric, parameters)}`, () =>
    lossInterval(model, metric, parameters, samples),
  )!;
  const { mean } = loss;
  return {
    name: modelTitle(model),
    accuracy,
    loss: Number.isNaN(mean) ? Number.POSITIVE_INFINITY : mean,
    accuracyInterval: shareInterval(accuracy, n, weight),
    lossInterval: 'none' in loss ? null : loss,
  };
}

/** Accuracies within half a percentage point count as equal. */
export const sameAccuracy = 0.005;

/** The pair whose gap says most: equal accuracy and the most different loss, else the lowest and highest loss. */
export function tellingPair(standings: readonly Standing[]): readonly [number, number] {
  const order = [...standings.keys()].sort((a, b) => standings[a]!.loss - standings[b]!.loss);
  let best = [order[0] ?? 0, order.at(-1) ?? 0] as const;
  let widest = 0;
  for (const [place, a] of order.entries()) {
    for (const b of order.slice(place + 1)) {
      const [low, high] = [standings[a]!, standings[b]!];
      const gap = high.loss - low.loss;
      const same = Math.abs(low.accuracy - high.accuracy) <= sameAccuracy;
      if (!same || !Number.isFinite(gap) || gap <= widest) continue;
      widest = gap;
      best = [a, b];
    }
  }
  return best;
}
