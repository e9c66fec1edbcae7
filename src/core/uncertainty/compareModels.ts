import type { Interval } from '../../shared/lossReport';
import type { Parameters } from '../../shared/metricId';
import { significant } from '../../shared/text';
import { catalogue } from '../catalogue/catalogue';
import { type CommonRows, commonRows } from '../comparison/commonRows';
import { judged, lossDifference } from '../comparison/judged';
import { rankingMetric } from '../report/perSample';
import type { Usable } from '../samples/usable';
import { type Fill, filled, fillLength, sumOfFilled } from '../statistics/fill';
import { meanAndError } from '../statistics/meanAndError';
import { mcNemar } from './mcNemar';
import { normalInterval } from './normalInterval';
import { middle, resampledMeans, resamplesFor, type Strata, strataOf } from './resample';

/** Above this many rows the mean is normal enough. */
const mostResampled = 100_000;

/** Sentences that say whether the rows can tell each pair of models apart; pairs within one split. */
export function compareModels(
  usable: readonly Usable[],
  parameters: Parameters,
): readonly string[] {
  const sentences: string[] = [];
  usable.forEach((a, index) => {
    for (const b of usable.slice(index + 1)) {
      if (a.split === b.split && a.task === b.task) sentences.push(...compare(a, b, parameters));
    }
  });
  return sentences;
}

function compare(a: Usable, b: Usable, parameters: Parameters): readonly string[] {
  const common = commonRows([a, b]);
  if (common.n < 2) return [];
  return [
    lossSentence([a, b], common, parameters),
    accuracySentence([a, b], common, parameters),
  ].filter(sentence => sentence !== null);
}

type Pair = readonly [Usable, Usable];

/** 95 % interval of the mean difference in the ranking loss, first minus second. */
function lossSentence([a, b]: Pair, common: CommonRows, parameters: Parameters): string | null {
  const metric = rankingMetric(a);
  if (metric !== rankingMetric(b) || metric === 'zero_one') return null;
  const ofA = judged(a, metric, parameters, common.samples[0]!);
  const ofB = judged(b, metric, parameters, common.samples[1]!);
  if (ofA === null || ofB === null) return null;
  const { n } = common;
  const name = catalogue[metric].name.toLowerCase();
  const difference = lossDifference(ofB, ofA);
  const about = meanAndError(n, difference, ofA.weight);
  if (!Number.isFinite(about.mean)) return null;
  const { low, high } =
    n > mostResampled
      ? normalInterval(about)
      : intervalOf(filled(n, difference), ofA.weight, strataOf(a, common.samples[0]));
  const range = `95 % interval of the difference ${significant(low, 3)} to ${significant(high, 3)}`;
  if (low <= 0 && high >= 0) {
    return `n = ${n} cannot separate the ${name} of ${a.name} and ${b.name} (${range}).`;
  }
  const [better, worse] = about.mean < 0 ? [a, b] : [b, a];
  return `${better.name} has a lower ${name} than ${worse.name} (${range}, n = ${n}).`;
}

/** Paired: the differences are resampled, within classes where there are classes. */
function intervalOf(
  differences: Float64Array,
  weight: Float64Array | undefined,
  strata: Strata,
): Pick<Interval, 'low' | 'high'> {
  const losses = weight === undefined ? differences : differences.map((d, i) => d * weight[i]!);
  const count = resamplesFor(differences.length, 1);
  return middle(resampledMeans({ metrics: 1, losses, weight }, strata, count)[0]!);
}

/** McNemar's test on the rows that exactly one of the two gets right. */
function accuracySentence([a, b]: Pair, common: CommonRows, parameters: Parameters): string | null {
  const [ofA, ofB] = [a, b].map((model, m) =>
    'predicted' in model ? judged(model, 'zero_one', parameters, common.samples[m]!) : null,
  );
  if (!ofA || !ofB) return null;
  const { n } = common;
  const onlyA = countOnly(n, ofA.right, ofB.right);
  const onlyB = countOnly(n, ofB.right, ofA.right);
  const p = mcNemar(onlyA, onlyB);
  const test = `McNemar p = ${significant(p, 2)}`;
  if (p >= 0.05) {
    return `n = ${n} cannot separate the accuracies of ${a.name} and ${b.name} (${test}).`;
  }
  const [better, worse] = onlyA > onlyB ? [a, b] : [b, a];
  return `${better.name} is more accurate than ${worse.name} (${test}, n = ${n}).`;
}

/** Rows that have 1 in the first and 0 in the second. */
function countOnly(n: number, first: Fill, second: Fill): number {
  const room = new Float64Array(fillLength);
  return sumOfFilled(n, (from, out) => {
    const others = room.subarray(0, out.length);
    first(from, out);
    second(from, others);
    for (let i = 0; i < out.length; i++) out[i]! *= 1 - others[i]!;
  });
}
