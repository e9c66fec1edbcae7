import { firstMetrics } from '../core/catalogue/catalogue';
import { codeLines } from '../core/code/codeLines';
import { evaluate } from '../core/report/evaluate';
import { compareModels } from '../core/uncertainty/compareModels';
import { intervals } from '../core/uncertainty/intervals';
import { drawFigure } from '../figures/figures';
import type { ModelReport } from '../shared/lossReport';
import type { MetricId } from '../shared/metricId';
import type { Answer, Question } from '../shared/protocol/inspection';
import { cellPlace } from './cellPlace';
import { cellsOf } from './cellsOf';
import { codeNames } from './codeNames';
import type { Predictions, Training } from './interpret';
import { modelNamed } from './modelNamed';
import { sourceRow } from './sourceRow';
import { isLong } from './wantedMetrics';
import { withoutNaN } from './withoutNaN';
import { worstDetails } from './worstDetails';

type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;
type AnswerOf<K extends Question['kind']> = Extract<Answer, { kind: K }>;

/** Searches take turns with other questions: `explained` and `whereItFails` answer them. */
type AtOnce = Exclude<Question, { kind: 'explain' | 'slices' }>;

const answers: {
  readonly [K in Exclude<AtOnce['kind'], 'figure'>]: (
    predictions: Predictions,
    question: QuestionOf<K>,
  ) => AnswerOf<K>;
} = {
  metrics: predictions => ({ kind: 'metrics', models: modelReports(predictions) }),
  intervals: predictions => withIntervals(predictions),
  worst: (predictions, question) => ({ kind: 'worst', ...worstDetails(predictions, question) }),
  row: (predictions, { row, model }) => {
    const cell = cellPlace(predictions, row, model);
    return {
      kind: 'row',
      row: sourceRow(predictions.table, row),
      cells: row < predictions.table.rows ? cellsOf(predictions, row) : [],
      ...(cell === undefined ? {} : { cell }),
    };
  },
  code: (predictions, { metric, model, split }) => {
    const { models, parameters } = predictions.data;
    const own = modelNamed(models, model, split);
    const names = codeNames(predictions, own);
    return { kind: 'code', lines: codeLines(own, metric, parameters, names) };
  },
};

/** Answers a question about what was read. Throws an Error with one sentence when it cannot. */
export function answer(interpretation: Predictions | Training, question: AtOnce): Answer {
  if (question.kind === 'figure') {
    const { figure, options } = question;
    return { kind: 'figure', figure: withoutNaN(drawFigure(interpretation, figure, options)) };
  }
  if (interpretation.kind === 'training') {
    throw new Error('A training history has no predictions to ask about.');
  }
  const reply = answers[question.kind] as (p: Predictions, q: AtOnce) => Answer;
  return reply(interpretation, question);
}

/** All metrics, or those given. */
function modelReports(
  { data }: Predictions,
  metrics?: readonly MetricId[],
): readonly ModelReport[] {
  const { models, parameters, lineOf } = data;
  return evaluate(models, { parameters, worst: 0, lineOf, ...(metrics && { metrics }) });
}

function withIntervals(predictions: Predictions): AnswerOf<'intervals'> {
  const { models, parameters } = predictions.data;
  const wanted = isLong(models) ? firstMetrics(predictions.data.samples.task) : undefined;
  const reports = modelReports(predictions, []).map((report, i) => ({
    ...report,
    ...intervals(models[i]!, parameters, wanted),
  }));
  return { kind: 'intervals', models: reports, comparisons: compareModels(models, parameters) };
}
