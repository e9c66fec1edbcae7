import { definitionOf } from '../../core/catalogue/catalogue';
import { codeLines } from '../../core/code/codeLines';
import { labelSetLines } from '../../core/code/labelSetLines';
import { intervals } from '../../core/uncertainty/intervals';
import { drawFigure } from '../../figures/figures';
import type { Answer, Question } from '../../shared/protocol/inspection';
import { cellsOf } from '../cellsOf';
import { codeNames } from '../codeNames';
import type { Outputs } from '../interpretation';
import { sourceRow } from '../sourceRow';
import { withoutNaN } from '../withoutNaN';
import { outputsModels, wantedOfOutputs } from './outputsModels';
import { outputsSubject } from './outputsSubject';

type AtOnce = Exclude<Question, { kind: 'explain' | 'slices' }>;
type AnswerOf<K extends AtOnce['kind']> = Extract<Answer, { kind: K }>;

const answers: {
  readonly [K in AtOnce['kind']]: (
    outputs: Outputs,
    question: Extract<AtOnce, { kind: K }>,
  ) => AnswerOf<K>;
} = {
  figure: (outputs, { figure, options }) => ({
    kind: 'figure',
    figure: withoutNaN(drawFigure(outputsSubject(outputs), figure, options)),
  }),
  metrics: outputs => ({
    kind: 'metrics',
    models: outputsModels(outputs, { worst: 0, baseline: false }),
  }),
  intervals: outputs => ({ kind: 'intervals', models: withIntervals(outputs), comparisons: [] }),
  worst: () => {
    throw new Error('Choose one of the outputs as the target to see its worst rows.');
  },
  row: ({ outputs: [first] }, { row }) => ({
    kind: 'row',
    row: sourceRow(first!.predictions.table, row),
    cells: row < first!.predictions.table.rows ? cellsOf(first!.predictions, row) : [],
  }),
  code: (outputs, question) => ({ kind: 'code', lines: codeOf(outputs, question) }),
};

/** Answers a question about several outputs. Throws an Error with one sentence when it is one about single rows. */
export function outputsAnswer(outputs: Outputs, question: AtOnce): Answer {
  const reply = answers[question.kind] as (outputs: Outputs, question: AtOnce) => Answer;
  return reply(outputs, question);
}

/** Of every output; what is averaged over them has none. */
function withIntervals(outputs: Outputs): AnswerOf<'intervals'>['models'] {
  const wanted = wantedOfOutputs(outputs, undefined);
  return outputs.outputs.flatMap(({ name, predictions: { data } }) =>
    data.models.map(model => ({
      name: model.name,
      split: model.split,
      output: name,
      n: model.n,
      values: {},
      undefined: {},
      worst: [],
      ...intervals(model, data.parameters, wanted),
    })),
  );
}

/** Lines that give the value of all outputs, or of the first one where the report shows the mean of them. */
function codeOf(
  { outputs }: Outputs,
  { metric, model, split }: Extract<Question, { kind: 'code' }>,
): AnswerOf<'code'>['lines'] {
  const [first] = outputs;
  const samples = first!.predictions.data.models.find(
    one => one.name === model && (split === undefined || one.split === split),
  );
  if (samples === undefined) throw new Error(`There is no model called "${model}".`);
  if (definitionOf(metric).measures === 'labelSets') return labelSetLines(samples, metric);
  const { parameters } = first!.predictions.data;
  const names = codeNames(first!.predictions, samples);
  return codeLines(samples, metric, parameters, names).map(({ library, code }) => ({
    library,
    code: `${code}; of the output "${first!.name}", the report shows the mean over all ${outputs.length}`,
  }));
}
