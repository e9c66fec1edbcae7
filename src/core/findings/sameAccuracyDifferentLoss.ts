import { hasProbability, type WithProbability } from '../figures/classes/trueProbability';
import { commonRowsText, thinned } from '../figures/comparison/commonRows';
import { type ComparedModels, comparedModels } from '../figures/comparison/comparedModels';
import { gapText } from '../figures/comparison/gapText';
import { type Judged, judged } from '../figures/comparison/judged';
import { lossGap } from '../figures/comparison/lossGap';
import {
  accuracyOf,
  meanLossOf,
  sameAccuracy,
  standingOf,
  tellingPair,
} from '../figures/comparison/standing';
import { linesAt } from '../figures/drawing/drawnSamples';
import type { FigureData } from '../figures/figureData';
import { modelTitle } from '../figures/modelTitle';
import { sampleLossName } from '../figures/sampleLossName';
import type { Finding } from '../lossReport';
import { type Fill, fillLength } from '../statistics/fill';
import type { DataDetector } from './detector';

/** A gap below a tenth of the smaller loss is not worth a sentence ... */
const smallestGap = 0.1;
/** ... and unless it is half of it, it must lie beyond chance, two standard errors of the paired difference. */
const wideGap = 0.5;
const standardErrors = 2;

/** More rows than these are only compared when evenly spaced ones show a difference. */
const screenedRows = 100_000;

/** Two models with the same accuracy whose probabilities are worth differently much. */
export const sameAccuracyDifferentLoss: DataDetector = data => {
  const splits = new Set(data.usable.map(({ split }) => split ?? ''));
  const found = [...splits].map(split => {
    const compared = comparedModels(data, { split }, hasProbability);
    const some = { ...compared, common: thinned(compared.common, screenedRows) };
    const worthwhile = some.common.n === compared.common.n || pairFinding(data, some) !== null;
    return worthwhile ? pairFinding(data, compared) : null;
  });
  return found.find(finding => finding !== null) ?? null;
};

function pairFinding(data: FigureData, compared: ComparedModels<WithProbability>): Finding | null {
  const { models, common } = compared;
  if (models.length < 2) return null;
  const judge = (metric: 'log_loss' | 'brier') =>
    models.map((model, m) => judged(model, metric, data.parameters, common.samples[m]!)!);
  const exact = judge('log_loss');
  const endless = exact.some(one => meanLossOf(one).mean === Number.POSITIVE_INFINITY);
  const [metric, all] = endless
    ? (['brier', judge('brier')] as const)
    : (['log_loss', exact] as const);
  const standings = all.map((one, m) =>
    standingOf(modelTitle(models[m]!), one.n, accuracyOf(one), meanLossOf(one)),
  );
  const [a, b] = tellingPair(standings);
  const [first, second] = [standings[a]!, standings[b]!];
  const same = Math.abs(first.accuracy - second.accuracy) <= sameAccuracy;
  const chance = chanceText(all[a]!, all[b]!);
  if (a === b || !same || chance === null) return null;
  const gap = lossGap(all[a]!, all[b]!);
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
function chanceText(first: Judged, second: Judged): string | null {
  const others = new Float64Array(fillLength);
  const difference: Fill = (from, out) => {
    const losses = others.subarray(0, out.length);
    second.loss(from, out);
    first.loss(from, losses);
    for (let i = 0; i < out.length; i++) out[i]! -= losses[i]!;
  };
  const { mean, error } = meanLossOf({ ...first, loss: difference });
  const beyond = mean > standardErrors * error;
  if (!(mean > (beyond ? smallestGap : wideGap) * meanLossOf(first).mean)) return null;
  return beyond ? '' : ' Few rows make this gap, so other rows could reverse it.';
}
