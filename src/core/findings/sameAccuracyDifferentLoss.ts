import type { Finding } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import { sampleLossName } from '../catalogue/sampleLossName';
import { commonRowsText, thinned } from '../comparison/commonRows';
import { type ComparedModels, comparedModels } from '../comparison/comparedModels';
import { gapBetween } from '../comparison/gapBetween';
import { gapText } from '../comparison/gapText';
import { sameAccuracy, standing, tellingPair } from '../comparison/standing';
import { hasProbability, type WithProbability } from '../measures/trueProbability';
import { linesAt } from '../places';
import type { PredictionData } from '../predictionData';
import { differenceInterval } from '../uncertainty/lossInterval';
import type { MeanInterval } from '../uncertainty/meanInterval';
import type { DataDetector } from './detector';

/** A gap below a tenth of the smaller loss is not worth a sentence ... */
const smallestGap = 0.1;
/** ... and unless it is half of it, the interval of the difference must leave out zero. */
const wideGap = 0.5;

/** More rows than these are only compared when evenly spaced ones show a difference. */
const screenedRows = 100_000;

/** Two models with the same accuracy whose probabilities are worth differently much. */
export const sameAccuracyDifferentLoss: DataDetector = data => {
  const splits = new Set(data.models.map(({ split }) => split ?? ''));
  const found = [...splits].map(split => {
    const compared = comparedModels(data, hasProbability, split);
    const some = { ...compared, common: thinned(compared.common, screenedRows) };
    const worthwhile = some.common.n === compared.common.n || pairFinding(data, some) !== null;
    return worthwhile ? pairFinding(data, compared) : null;
  });
  return found.find(finding => finding !== null) ?? null;
};

function pairFinding(
  data: PredictionData,
  compared: ComparedModels<WithProbability>,
): Finding | null {
  const { models, common } = compared;
  if (models.length < 2) return null;
  const standingsBy = (metric: MetricId) =>
    models.map((model, m) => standing(model, common.samples[m]!, metric, data.parameters));
  const exact = standingsBy('log_loss');
  const endless = exact.some(({ loss }) => loss === Number.POSITIVE_INFINITY);
  const metric = endless ? 'brier' : 'log_loss';
  const standings = endless ? standingsBy(metric) : exact;
  const [a, b] = tellingPair(standings);
  const [first, second] = [standings[a]!, standings[b]!];
  if (a === b || Math.abs(first.accuracy - second.accuracy) > sameAccuracy) return null;
  const pair = { n: common.n, samples: [common.samples[b]!, common.samples[a]!] };
  const difference = differenceInterval([models[b]!, models[a]!], pair, metric, data.parameters);
  const chance = chanceText(difference, first.loss);
  if (chance === null) return null;
  const gap = gapBetween(compared, [a, b], metric, data.parameters);
  const samples = common.samples[a]!;
  const linesOf = (shared: readonly number[]) =>
    linesAt(
      data,
      models[a]!,
      shared.map(i => samples?.[i] ?? i),
    );
  const loss = sampleLossName(metric);
  const names = {
    models: [first.name, second.name],
    loss,
    binary: models[a]!.task === 'binary',
    linesOf,
  } as const;
  return {
    id: 'same-accuracy-different-loss',
    text: `${gapText(gap, names)}${commonRowsText(models, common)}${chance}`,
    evidence: {
      models: names.models,
      metric,
      accuracy: gap.accuracy,
      loss: gap.meanLoss,
      told: chance === '',
      parts: gap.parts.map(({ right, count, share, samples: of }) => ({
        right,
        rows: count,
        share,
        lines: linesOf(of),
      })),
    },
    weight: 0.78,
    lines: linesOf(gap.parts[0]?.samples ?? []),
  };
}

/** What is known of the gap besides its size; null when it is too small to speak of. */
function chanceText(interval: MeanInterval | null, lossOfFirst: number): string | null {
  if (interval === null) return null;
  const beyond = 'low' in interval && interval.low > 0;
  if (!(interval.mean > (beyond ? smallestGap : wideGap) * lossOfFirst)) return null;
  return beyond ? '' : ' Few rows make this gap, so other rows could reverse it.';
}
