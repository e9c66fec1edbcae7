import type { MetricId, Parameters } from '../../shared/metricId';
import { ownParameters } from '../catalogue/ownParameters';
import { cellsByTolerance, isLong } from '../fastPaths/tolerance';
import { LatestMemo } from '../memo/latestMemo';
import { memoOf } from '../memo/memoOf';
import type { ModelSamples } from '../samples/modelSamples';
import type { ComparedModels } from './comparedModels';
import { judged } from './judged';
import { type LossGap, lossGap } from './lossGap';

/**
 * The gap between two of the compared models, on the rows they share. Kept until another tolerance is asked
 * for, and then put together from sums over all samples.
 */
export function gapBetween(
  { models, common }: ComparedModels<ModelSamples>,
  [first, second]: readonly [number, number],
  metric: MetricId,
  parameters: Parameters,
): LossGap {
  const at = (m: number) => judged(models[m]!, metric, parameters, common.samples[m]!)!;
  const key = `${first} ${second} ${ownParameters(metric, parameters)}`;
  const [a, b] = [models[first]!, models[second]!];
  const known = memoOf(common);
  const cells = () => {
    if (!isLong(a) || !isLong(b) || common.samples[first] !== null) return undefined;
    const judges = [at(first), at(second)] as const;
    const byTolerance = known.get(`cells of ${key}`, () => cellsByTolerance([a, b], judges));
    const cells = byTolerance(parameters.tolerance);
    // An infinite loss cannot be taken out of a sum again.
    return cells.sums.every(Number.isFinite) ? cells : undefined;
  };
  return known
    .get(`gap of ${key}`, () => new LatestMemo<LossGap>())
    .get(String(parameters.tolerance), () => lossGap(at(first), at(second), cells()));
}
