import { catalogue } from '../core/catalogue/catalogue';
import { rankingMetric, sampleFill } from '../core/report/perSample';
import { badnessOf, describer } from '../core/report/worstRows';
import { rowOf, type Usable } from '../core/samples/usable';
import { type Fill, forEachFilled } from '../core/statistics/fill';
import { topOfFilled } from '../core/statistics/topOf';
import type { MetricId } from '../shared/metricId';
import type { Answer, Question } from '../shared/protocol/inspection';
import { cellsOf } from './cellsOf';
import { chosenSamples } from './chosenSamples';
import type { Predictions } from './interpret';
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
  const { usable, lineOf } = predictions.data;
  const model = modelNamed(usable, question.model, question.split);
  const metric = question.metric ?? rankingMetric(model);
  const loss =
    question.versus === null
      ? lossesOf(predictions, model, metric)
      : lossesBeyond(predictions, model, modelNamed(usable, question.versus, model.split), metric);
  const badness = badnessOf(loss, catalogue[metric].direction);
  const chosen = chosenSamples(model, question);
  const top = topOfFilled(model.n, question.count, chosen ? among(badness, chosen) : badness);
  const describe = describer(model);
  const own = new Float64Array(1);
  const rows = top.map(i => {
    const row = rowOf(model, i);
    loss(i, own);
    return {
      line: lineOf(row),
      row: sourceRow(predictions.table, row),
      ...describe(i),
      loss: own[0]!,
      cells: cellsOf(predictions, row),
    };
  });
  return { rows, samples: chosen?.reduce((sum, one) => sum + one, 0) ?? model.n };
}

function lossesOf({ data }: Predictions, model: Usable, metric: MetricId): Fill {
  const fill = sampleFill(model, metric, data.parameters);
  if (fill === null) throw new Error(`"${metric}" is no loss of single rows.`);
  return fill;
}

/** Loss minus that of the other model on the same row; rows that the other lacks count as 0 difference. */
function lossesBeyond(
  predictions: Predictions,
  model: Usable,
  other: Usable,
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
