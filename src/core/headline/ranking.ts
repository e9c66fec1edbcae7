import type { ComparedModels } from '../comparison/comparedModels';
import { judged } from '../comparison/judged';
import type { ModelSamples } from '../samples/modelSamples';
import { weightedMeanOf } from '../statistics/weightedMean';
import { compareBy } from '../uncertainty/compareModels';
import type { Perspective } from './perspectives';

/** Models by one loss over the rows they share. */
export interface Ranking {
  readonly perspective: Perspective;
  /** Mean of each model over the common rows, the tidings of the sentence. */
  readonly means: readonly number[];
  /** Index of the model with the best mean. */
  readonly best: number;
  /** The others that the paired interval cannot tell from it. */
  readonly tied: readonly number[];
  /** False where the rows are too few for any interval. */
  readonly isTold: boolean;
}

/** Who is best by a loss, and who cannot be told from the best; null where a loss is missing or infinite. */
export function rankedBy(
  { models, common }: ComparedModels<ModelSamples>,
  perspective: Perspective,
  parameters: Parameters<typeof compareBy>[3],
): Ranking | null {
  const { metric } = perspective;
  const means = models.map((model, m) =>
    meanOf(model, common.samples[m] ?? null, metric, parameters),
  );
  if (!means.every(Number.isFinite)) return null;
  const sign = metric === 'accuracy' ? -1 : 1;
  const best = means.reduce((low, mean, m) => (sign * mean < sign * means[low]! ? m : low), 0);
  const others = [...models.keys()].filter(m => m !== best);
  const compared = others.map(m => ({
    m,
    found: compareBy(
      [models[best]!, models[m]!],
      { n: common.n, samples: [common.samples[best]!, common.samples[m]!] },
      metric,
      parameters,
    ),
  }));
  return {
    perspective,
    means,
    best,
    tied: compared.filter(({ found }) => !isApart(found)).map(({ m }) => m),
    isTold: compared.some(({ found }) => found !== null && found.low !== null),
  };
}

function isApart(found: ReturnType<typeof compareBy>): boolean {
  if (found === null || found.low === null || found.high === null) return false;
  return found.low > 0 || found.high < 0;
}

/** Mean loss, or accuracy, of a model at `samples`, all when null; NaN where it has none. */
export function meanOf(
  model: ModelSamples,
  samples: Int32Array | null,
  metric: Perspective['metric'],
  parameters: Parameters<typeof compareBy>[3],
): number {
  const rows = judged(model, metric === 'accuracy' ? 'zero_one' : metric, parameters, samples);
  if (rows === null) return Number.NaN;
  return weightedMeanOf(rows.n, metric === 'accuracy' ? rows.right : rows.loss, rows.weight);
}
