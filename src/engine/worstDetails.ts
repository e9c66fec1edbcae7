import { definitionOf } from '../core/catalogue/catalogue';
import { rankingMetric, sampleFill } from '../core/report/perSample';
import { badnessOf, describer } from '../core/report/worstRows';
import { type ModelSamples, rowOf } from '../core/samples/modelSamples';
import { type Fill, forEachFilled } from '../core/statistics/fill';
import { topOfFilled } from '../core/statistics/topOf';
import type { MetricId } from '../shared/metricId';
import type { Answer, OtherLoss, Question, WorstDetail } from '../shared/protocol/inspection';
import { cellsOf } from './cellsOf';
import { chosenSamples } from './chosenSamples';
import type { Predictions } from './interpretation';
import { modelNamed } from './modelNamed';
import { sourceRow } from './sourceRow';

type WorstQuestion = Extract<Question, { kind: 'worst' }>;

/**
 * The rows with the largest loss, or the largest loss beyond that of another model, worst first; of all
 * samples, of one class or of one bin.
 */
export function worstDetails(
  predictions: Predictions,
  question: WorstQuestion,
): Omit<Extract<Answer, { kind: 'worst' }>, 'kind'> {
  const { models, lineOf, features } = predictions.data;
  const model = modelNamed(models, question.model, question.split);
  const metric = question.metric ?? rankingMetric(model);
  const loss = lossesOf(predictions, model, metric);
  const other =
    question.versus === null ? undefined : modelNamed(models, question.versus, model.split);
  const ranked = other === undefined ? loss : lossesBeyond(predictions, model, other, metric);
  const badness = badnessOf(ranked, definitionOf(metric).direction);
  const chosen = chosenSamples(model, question, features);
  const top = topOfFilled(model.n, question.count, chosen ? among(badness, chosen) : badness);
  const describe = describer(model);
  const others =
    other &&
    otherLosses(
      predictions,
      other,
      metric,
      top.map(i => rowOf(model, i)),
    );
  const own = new Float64Array(1);
  const rows = top.map(i => {
    const row = rowOf(model, i);
    loss(i, own);
    return {
      line: lineOf(row),
      row: sourceRow(predictions.table, row),
      ...describe(i),
      loss: own[0]!,
      ...versus(own[0]!, others?.get(row)),
      cells: cellsOf(predictions, row),
    };
  });
  return { rows, samples: chosen?.reduce((sum, one) => sum + one, 0) ?? model.n };
}

type Other = Omit<OtherLoss, 'difference'>;

function versus(loss: number, other: Other | undefined): Pick<WorstDetail, 'versus'> {
  return other === undefined ? {} : { versus: { ...other, difference: loss - other.loss } };
}

/** What a model makes of the given rows, by row; those that it lacks are left out. */
function otherLosses(
  predictions: Predictions,
  model: ModelSamples,
  metric: MetricId,
  rows: readonly number[],
): ReadonlyMap<number, Other> {
  const wanted = new Set(rows);
  const fill = lossesOf(predictions, model, metric);
  const describe = describer(model);
  const loss = new Float64Array(1);
  const found = new Map<number, Other>();
  for (let i = 0; i < model.n && found.size < wanted.size; i++) {
    const row = rowOf(model, i);
    if (!wanted.has(row)) continue;
    fill(i, loss);
    const { prediction, probability } = describe(i);
    const chance = probability === undefined ? {} : { probability };
    found.set(row, { prediction, ...chance, loss: loss[0]! });
  }
  return found;
}

function lossesOf({ data }: Predictions, model: ModelSamples, metric: MetricId): Fill {
  const fill = sampleFill(model, metric, data.parameters);
  if (fill === null) throw new Error(`"${metric}" is no loss of single rows.`);
  return fill;
}

/** Loss minus that of the other model on the same row; rows that the other lacks count as 0 difference. */
function lossesBeyond(
  predictions: Predictions,
  model: ModelSamples,
  other: ModelSamples,
  metric: MetricId,
): Fill {
  const own = lossesOf(predictions, model, metric);
  const theirs = new Float64Array(predictions.data.samples.rows).fill(Number.NaN);
  forEachFilled(other.n, lossesOf(predictions, other, metric), (losses, from) => {
    for (let i = 0; i < losses.length; i++) theirs[rowOf(other, from + i)] = losses[i]!;
  });
  return (from, out) => {
    own(from, out);
    for (let i = 0; i < out.length; i++) {
      const difference = out[i]! - theirs[rowOf(model, from + i)]!;
      out[i] = Number.isNaN(difference) ? 0 : difference;
    }
  };
}

/** NaN for samples that are not chosen. */
function among(fill: Fill, chosen: Uint8Array): Fill {
  return (from, out) => {
    fill(from, out);
    for (let i = 0; i < out.length; i++) if (chosen[from + i] === 0) out[i] = Number.NaN;
  };
}
