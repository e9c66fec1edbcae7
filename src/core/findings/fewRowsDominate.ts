import { fewRows } from '../../shared/headline';
import type { Finding } from '../../shared/lossReport';
import { percent, significant } from '../../shared/text';
import { type LossRanking, lossRanking, ranksCarrying, sumOfTop } from '../fastPaths/lossRanking';
import { workedExample } from '../headline/workedExample';
import { linesAt, whereText } from '../places';
import { rankingMetric, sampleFill } from '../report/perSample';
import { type Fill, filled, forEachFilled } from '../statistics/fill';
import { quantileOfSorted } from '../statistics/quantileOfSorted';
import { topOf } from '../statistics/topOf';
import type { ModelContext, ModelDetector } from './detector';

/** At most `rows` of all rows carry at least `share` of the loss, in tables of at least `n` rows. */
interface Rule {
  readonly n: number;
  readonly rows: number;
  /** At most so many rows, whatever their share: half of eight rows are not few. */
  readonly most?: number;
  readonly share: number;
}

/**
 * Of normal errors the largest 1 % carry 8 % of the squared loss and the largest 10 % carry 44 %; of
 * Laplace errors 16 % and 60 %. In a handful of rows only a nearly complete share says anything.
 */
const ofErrors: readonly Rule[] = [
  { n: 100, rows: 0.01, share: 0.5 },
  { n: 10, rows: 0.1, share: 0.8 },
  { n: 2, rows: 0.5, most: 2, share: 0.95 },
];
const smallTable = 10;

/** A good classifier is wrong on few rows, which then carry most of its loss: that alone is no finding. */
const ofClasses: readonly Rule[] = [{ n: 100, rows: 0.01, share: 0.8 }];

/** A few rows carry most of the loss. */
export const fewRowsDominate: ModelDetector = context => {
  const { data, model } = context;
  const metric = rankingMetric(model);
  const losses = sampleFill(model, metric, data.parameters);
  if (losses === null || (metric !== 'mse' && metric !== 'log_loss')) return null;
  const least = metric === 'mse' ? ofErrors[0]!.share : ofClasses[0]!.share;
  if (model.weight === undefined && !canDominate(model.n, losses, least)) return null;
  return metric === 'mse' ? errorRows(context, context.errors!) : classRows(context, losses);
};

/** Tables longer than this are looked through once before they are ranked. */
const longTable = 100_000;
/** Samples that say where the largest losses begin. */
const sampleLength = 10_000;

/** False when the rows above the 98th percentile carry too little for the largest 1 % to carry `share`. */
function canDominate(n: number, losses: Fill, share: number): boolean {
  if (n <= longTable) return true;
  const sample = new Float64Array(sampleLength);
  for (let k = 0; k < sampleLength; k++) {
    losses(Math.floor((k * n) / sampleLength), sample.subarray(k, k + 1));
  }
  const bar = quantileOfSorted(sample.sort(), 0.98);
  const sums = new Float64Array(2);
  forEachFilled(n, losses, values => addAbove(values, bar, sums));
  return sums[1]! >= share * sums[0]!;
}

/** Adds all values to the first sum, and those above the bar to the second. */
function addAbove(values: Float64Array, bar: number, sums: Float64Array): void {
  let total = 0;
  let above = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    total += x;
    if (x > bar) above += x;
  }
  sums[0]! += total;
  sums[1]! += above;
}

/** How many rows break one of the rules; undefined when none does. */
function dominating(ranking: LossRanking, rules: readonly Rule[]): number | undefined {
  const { n, total } = ranking;
  if (!(total > 0) || !Number.isFinite(total)) return undefined;
  for (const rule of rules) {
    if (n < rule.n || (rule.rows === 0.5 && n >= smallTable)) continue;
    const count = ranksCarrying(ranking, rule.share);
    if (count <= Math.min(rule.rows * n, rule.most ?? n)) return count;
  }
  return undefined;
}

function errorRows(context: ModelContext, errors: Float64Array): Finding | null {
  const { model, title } = context;
  const weightOf = (i: number) => model.weight?.[i] ?? 1;
  const ranking = lossRanking(errors.map((error, i) => weightOf(i) * error ** 2));
  const count = dominating(ranking, ofErrors);
  if (count === undefined) return null;
  const absolute = errors.map((error, i) => weightOf(i) * Math.abs(error));
  const top = topOf(model.n, count, i => weightOf(i) * errors[i]! ** 2);
  const squaredShare = sumOfTop(ranking, count) / ranking.total;
  const absoluteShare =
    top.reduce((sum, i) => sum + absolute[i]!, 0) / absolute.reduce((sum, x) => sum + x, 0);
  const text = `${rowsText(context, top)} ${percent(squaredShare)} of the squared loss of ${title} and ${percent(absoluteShare)} of its absolute loss.`;
  if (model.n > fewRows)
    return finding(context, ranking, top, text, { squaredShare, absoluteShare });
  const ratio = ratioOf(errors);
  const worked = `${text} ${workedExample(model).text}`;
  return finding(context, ranking, top, worked, { squaredShare, absoluteShare, ...ratio });
}

/** How many times the smallest error that is none the largest one is. */
function ratioOf(errors: Float64Array): { readonly ratio?: number } {
  const sizes = errors.map(Math.abs).filter(size => size > 0);
  const ratio = Math.max(...sizes) / Math.min(...sizes);
  return ratio > 1 ? { ratio } : {};
}

function classRows(context: ModelContext, losses: Fill): Finding | null {
  const { model, title } = context;
  const loss = filled(model.n, losses);
  if (loss.some(value => !Number.isFinite(value))) return null;
  const ranking = lossRanking(loss.map((value, i) => value * (model.weight?.[i] ?? 1)));
  const count = dominating(ranking, ofClasses);
  if (count === undefined) return null;
  const top = topOf(model.n, count, i => loss[i]! * (model.weight?.[i] ?? 1));
  const share = sumOfTop(ranking, count) / ranking.total;
  const text = `${rowsText(context, top)} ${percent(share)} of the log loss of ${title}.`;
  return finding(context, ranking, top, text, { logLossShare: share });
}

/** `2 of 4 rows (lines 2-3) carry` */
function rowsText({ data, model }: ModelContext, top: readonly number[]): string {
  const lines = linesAt(data, model, top);
  const where = whereText(lines, top.length);
  return `${top.length} of ${model.n} rows${where} ${top.length === 1 ? 'carries' : 'carry'}`;
}

function finding(
  { data, model, title, errors }: ModelContext,
  { total, n, ...ranking }: LossRanking,
  top: readonly number[],
  text: string,
  shares: Readonly<Record<string, number>>,
): Finding {
  const before = total / n;
  const after = (total - sumOfTop({ total, n, ...ranking }, top.length)) / (n - top.length);
  const name = errors === null ? 'mean log loss' : 'mean squared error';
  const lines = linesAt(data, model, top);
  return {
    id: 'few-rows-dominate',
    text: `${text} Over the other ${n - top.length === 1 ? 'row' : 'rows'} the ${name} is ${significant(after)} instead of ${significant(before)}.`,
    evidence: { model: title, rows: top.length, of: n, ...shares, before, after },
    weight: 0.6,
    lines,
  };
}
