import type { NameRoleId } from '../../names/nameRole';
import { roleOfName } from '../../names/names';
import { plural } from '../../shared/text';
import { type Candidate, isNumeric, isTwoLabels } from './candidate';
import { spreadRows } from './facts';
import type { Survey } from './survey';

/** What a table holds instead of targets and predictions, as a sentence; undefined when nothing tells. */
export function otherContent(survey: Survey): string | undefined {
  return contents.map(content => content(survey)).find(text => text !== undefined);
}

const contents: readonly ((survey: Survey) => string | undefined)[] = [
  scoreTable,
  survival,
  cutArrays,
  runningText,
  percentages,
];

/** What is called a probability and is none. */
function percentages({ candidates }: Survey): string | undefined {
  const one = candidates.find(
    ({ name, said, facts, column }) =>
      said?.role === 'derived' &&
      column.kind === 'number' &&
      facts.max > 1 &&
      facts.min >= 0 &&
      roleOfName(name)?.role === 'probability',
  );
  return one === undefined
    ? undefined
    : `"${one.name}" goes up to ${one.facts.max}, so it holds no probabilities from 0 to 1; ` +
        'percentages have to be divided by 100';
}

const scoreRoles: ReadonlySet<NameRoleId> = new Set(['metric', 'error', 'score', 'derived']);

/** A column of names and columns of measures. */
function scoreTable({ candidates, table }: Survey): string | undefined {
  const metrics = candidates.filter(({ said }) => said !== null && scoreRoles.has(said.role));
  const numbers = candidates.filter(one => isNumeric(one) && one.said?.role !== 'id');
  const areMost = metrics.filter(one => numbers.includes(one)).length * 2 > numbers.length;
  if (table.rows === 1 && areMost && metrics.length > 1) return scoresAlone;
  const names = candidates.filter(
    ({ said, column }) =>
      (said?.role === 'model' || said?.role === 'id' || (areMost && said?.role === 'split')) &&
      (column.kind === 'label' || column.kind === 'text'),
  );
  const isEach = names.some(({ facts }) => facts.labels.size >= facts.rows * 0.5);
  if (!isEach || metrics.length < 2) return undefined;
  const models = names.filter(({ said }) => said?.role === 'model');
  const isByModel = models.some(({ facts }) => facts.labels.size >= facts.rows * 0.5);
  const rows = plural(table.rows, 'row');
  const each = isByModel
    ? `${rows} with one model or run each`
    : `${rows} with scores of their own`;
  return (
    `this is a table of scores, ${each}, not of predictions; ` +
    'losses can only be inspected from the predictions themselves'
  );
}

const scoresAlone =
  'these are the scores of one evaluation, not predictions; losses can only be inspected from the predictions themselves';

const eventWords: ReadonlySet<string> = new Set(
  'event events status censored censoring censor death died dead deceased relapse'.split(' '),
);
const timeWords: ReadonlySet<string> = new Set(
  'time times duration durations survival tte futime followup months days years os pfs'.split(' '),
);

/** Times until an event, and whether it came at all. */
function survival({ candidates }: Survey): string | undefined {
  const event = candidates.find(one => isTwoLabels(one) && hasWord(one, eventWords));
  const time = candidates.find(
    one =>
      isNumeric(one) &&
      one.column.kind === 'number' &&
      one.facts.min >= 0 &&
      hasWord(one, timeWords),
  );
  if (event === undefined || time === undefined || event === time) return undefined;
  return (
    `"${time.name}" and "${event.name}" are survival times with an event flag, some of them censored; ` +
    'no loss of plain targets fits them'
  );
}

function hasWord({ words }: Candidate, known: ReadonlySet<string>): boolean {
  return words.some(word => known.has(word));
}

const looked = 20;

/** Arrays that were shortened with an ellipsis when they were printed. */
function cutArrays({ candidates }: Survey): string | undefined {
  const cut = candidates.find(one =>
    textsOf(one).some(text => /^\s*\[[^\]]*(?:\.\.\.|…)[^\]]*\]?\s*$/.test(text)),
  );
  return cut === undefined
    ? undefined
    : `the arrays in "${cut.name}" were cut with "..." when they were printed; their numbers are not in the file`;
}

const textRoles: ReadonlySet<NameRoleId> = new Set(['target', 'prediction']);
const minWords = 3;

/** Sentences are neither numbers nor names of classes. */
function runningText({ candidates }: Survey): string | undefined {
  const texts = candidates.filter(one => one.said !== null && textRoles.has(one.said.role));
  const running = texts.find(one => isRunning(textsOf(one)));
  return running === undefined
    ? undefined
    : `"${running.name}" holds running text, sentences of their own in each row, not numbers or classes; ` +
        'no loss of numbers or classes fits it';
}

function isRunning(texts: readonly string[]): boolean {
  const words = texts.map(text => text.split(/\s+/).length).filter(count => count > 0);
  const isVaried = new Set(texts).size > texts.length / 2;
  return isVaried && words.filter(count => count >= minWords).length > words.length / 2;
}

/** Some cells of a column of texts. */
function textsOf({ column }: Candidate): string[] {
  if (column.kind !== 'label' && column.kind !== 'text') return [];
  return spreadRows(column.numbers.length, looked)
    .map(row => column.textOf(row))
    .filter(text => text !== '');
}
