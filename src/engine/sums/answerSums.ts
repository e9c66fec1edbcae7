import { RequestError } from '../../readers/readError';
import type { Answer, Question } from '../../shared/protocol/inspection';
import { drawSums } from '../../sums/figures/figuresOfSums';
import { groupsOfSums, modelsOfSums } from '../../sums/modelsOfSums';
import type { SumsRead } from './interpretSums';

/** Answers a question about sums. Throws an Error with one sentence for what only rows can tell. */
export function answerSums(read: SumsRead, question: Question): Answer {
  const { sums, parameters } = read;
  switch (question.kind) {
    case 'figure':
      return {
        kind: 'figure',
        figure: drawSums(sums, question.figure, question.options, parameters),
      };
    case 'metrics':
      return { kind: 'metrics', models: modelsOfSums(sums, parameters, 0) };
    case 'intervals':
      return { kind: 'intervals', models: [], comparisons: [] };
    case 'slices':
      return slices(read, question.by ?? []);
    case 'worst':
      return worst(read, question);
    case 'row':
      return { kind: 'row', row: question.row, cells: [] };
    case 'explain':
    case 'code':
      throw new Error('This needs the rows, and only their sums are here.');
  }
}

function slices({ sums, parameters, tables }: SumsRead, by: readonly string[]): Answer {
  const unknown = by.find(column => !sums.about.by.includes(column));
  if (unknown !== undefined) {
    throw new RequestError(
      { source: tables[0]!.name },
      `there is no column "${unknown}" to group by; write the statement with --by ${unknown}`,
    );
  }
  return {
    kind: 'slices',
    models: [],
    groups: groupsOfSums(sums, parameters),
    findings: [],
    notes: [],
  };
}

/** The rows of the second statement, in its own order. */
function worst(
  { sums, parameters }: SumsRead,
  { model, count }: Extract<Question, { kind: 'worst' }>,
): Answer {
  const own = modelsOfSums(sums, parameters, count).find(({ name }) => name === model);
  const rows = (own?.worst ?? []).map(row => ({ ...row, cells: [] }));
  return { kind: 'worst', rows, samples: own?.n ?? 0 };
}
