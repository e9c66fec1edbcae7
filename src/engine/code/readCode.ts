import { lossAt } from '../../names/code/lossAt';
import { misusesIn } from '../../names/code/misuse/misusesIn';
import { type Source, sourceOf } from '../../names/code/source';
import type { CodeAnswer, CodeQuestion } from '../../shared/protocol/code';
import { arrayLenses } from './arrayLenses';
import { explainLoss } from './explainLoss';

type QuestionOf<Kind extends CodeQuestion['kind']> = Extract<CodeQuestion, { kind: Kind }>;
type Answers = {
  readonly [Kind in CodeQuestion['kind']]: (question: QuestionOf<Kind>) => CodeAnswer<Kind>;
};

/** Texts are asked about again and again while a pointer moves over them: the last one is kept as it was read. */
let last: { readonly text: string; readonly language: string; readonly source: Source } | undefined;

const answers: Answers = {
  explain: question => {
    const { source, from } = read(question);
    const use = lossAt(source, from + question.offset);
    if (use === undefined || use.start < from) return null;
    return moved(explainLoss(use, question.colours), from);
  },
  marks: question => {
    const { source, from } = read(question);
    return misusesIn(source)
      .filter(({ start }) => start >= from)
      .map(mark => moved(mark, from));
  },
  lenses: ({ name, text }) => arrayLenses(name, text),
};

/** Answers a question about a source text. Its time grows with the length of the text. */
export function readCode<Kind extends CodeQuestion['kind']>(
  question: QuestionOf<Kind>,
): CodeAnswer<Kind> {
  const answer = answers[question.kind] as unknown as (
    question: QuestionOf<Kind>,
  ) => CodeAnswer<Kind>;
  return answer(question);
}

/** The text with what stands before it, and where it begins in that. */
function read({ text, before, language }: QuestionOf<'explain'> | QuestionOf<'marks'>): {
  readonly source: Source;
  readonly from: number;
} {
  const whole = before === '' ? text : `${before}\n${text}`;
  if (last?.text !== whole || last.language !== language) {
    last = { text: whole, language, source: sourceOf(whole, language) };
  }
  return { source: last.source, from: whole.length - text.length };
}

function moved<T extends { readonly start: number; readonly end: number }>(
  place: T,
  from: number,
): T {
  return { ...place, start: place.start - from, end: place.end - from };
}
