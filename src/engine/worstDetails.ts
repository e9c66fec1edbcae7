import { perSampleLoss, rankingMetric } from '../core/perSample';
import { topOf } from '../core/statistics/topOf';
import { significant } from '../core/text';
import { rowOf, type Usable } from '../core/usable';
import type { Answer, Question } from '../protocol/inspection';
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
  const { usable, parameters, lineOf } = predictions.data;
  const model = modelNamed(usable, question.model, question.split);
  const metric = question.metric ?? rankingMetric(model);
  const own = perSampleLoss(model, metric, parameters);
  if (own === null) throw new Error(`"${metric}" is no loss of single rows.`);
  const loss =
    question.versus === null
      ? own
      : minusLossOf(
          modelNamed(usable, question.versus, model.split),
          own,
          model,
          predictions,
          metric,
        );
  const chosen = chosenSamples(model, question);
  const top = topOf(model.n, question.count, i => (chosen?.[i] === 0 ? Number.NaN : loss[i]!));
  const rows = top.map(i => {
    const row = rowOf(model, i);
    const [target, prediction] = pairText(model, i);
    return {
      row: sourceRow(predictions.table, row),
      line: lineOf(row),
      loss: loss[i]!,
      target,
      prediction,
      cells: cellsOf(predictions, row),
    };
  });
  return { rows, samples: chosen?.reduce((sum, one) => sum + one, 0) ?? model.n };
}

/** own - loss of the other model on the same row; rows that the other lacks count as 0 difference. */
function minusLossOf(
  other: Usable,
  own: Float64Array,
  model: Usable,
  { data }: Predictions,
  metric: Parameters<typeof perSampleLoss>[1],
): Float64Array {
  const theirs = perSampleLoss(other, metric, data.parameters);
  if (theirs === null) throw new Error(`"${metric}" is no loss of single rows.`);
  const byRow = new Float64Array(data.samples.rows).fill(Number.NaN);
  for (let i = 0; i < other.n; i++) byRow[rowOf(other, i)] = theirs[i]!;
  return own.map((loss, i) => {
    const difference = loss - byRow[rowOf(model, i)]!;
    return Number.isNaN(difference) ? 0 : difference;
  });
}

function pairText(model: Usable, i: number): readonly [string, string] {
  switch (model.task) {
    case 'regression':
      return [significant(model.target[i]!), significant(model.prediction[i]!)];
    case 'errors':
      return ['', significant(model.error[i]!)];
    default:
      return [model.classes[model.target[i]!]!, model.classes[model.predicted[i]!] ?? ''];
  }
}
