import { measureWords, splitWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/wordsOf';
import { columnOfCells } from '../cells';
import { refuseUnwritten } from '../refuseUnwritten';
import type { Table } from '../table';
import { logBoxes } from './logBoxes';
import { type LogSegment, type LogValue, logSegment } from './logSegment';
import { type Staged, staged } from './logStages';
import type { TextLine } from './textLines';

/** One row of a log: the values printed for one epoch or step. */
interface LogRow {
  readonly line: number;
  readonly epoch: LogValue | undefined;
  readonly step: LogValue | undefined;
  readonly values: Map<string, number>;
  /** `epoch`: values of a whole epoch, in a log that has lines for its steps too. */
  readonly kind: 'whole' | 'epoch' | 'step';
  done: boolean;
}

/** The names with numbers behind them that a log or a sentence holds, one row per epoch or step. */
export interface LogRows {
  readonly rows: readonly LogRow[];
  /** The data a name was measured on, where the lines say so and the name does not. */
  readonly splits: Readonly<Record<string, Split>>;
  /** True when rows are counted by epochs or steps, or hold a loss. */
  readonly training: boolean;
}

type Split = 'train' | 'validation' | 'test';

/** Lines of a log: `epoch 3 loss 0.51`, Keras progress, Hugging Face dicts, XGBoost, LightGBM, CatBoost. */
export function logRows(lines: readonly TextLine[]): LogRows {
  const told = bySet(staged(segmentsOf(lines)));
  const rows: LogRow[] = [];
  let heading: LogValue | undefined;
  for (const segment of told.segments) {
    if (segment.kind === 'heading') {
      if (!segment.held && !(segment.indented && segment.step === undefined))
        heading = segment.step;
      continue;
    }
    const below = heading === undefined ? segment : underHeading(segment, heading);
    if (below.metrics.length === 0) continue;
    if (below.step !== heading) heading = undefined;
    place(rows, below);
  }
  const kept = withoutAsides(batchRows(rows, told.segments) ?? rows);
  return { rows: kept, splits: told.splits, training: isTraining(kept) };
}

/** The batches of one epoch that is not over: a bar that no line ends tells nothing but them. */
function batchRows(
  rows: readonly LogRow[],
  segments: readonly Staged[],
): readonly LogRow[] | undefined {
  if (rows.length !== 1) return undefined;
  const batches = segments.filter(({ bar, metrics }) => bar !== undefined && metrics.length > 0);
  const goesOn = batches.every(({ bar }, i) => i === 0 || bar! > batches[i - 1]!.bar!);
  if (batches.length < 2 || !goesOn || batches.some(({ progress }) => progress === 'done'))
    return undefined;
  return batches.map(segment =>
    rowOf({ ...segment, step: segment.step ?? { name: 'batch', value: segment.bar! } }, 'step'),
  );
}

/** A line below a heading belongs to its counter; what an indented one counts besides is one of its values. */
function underHeading(segment: Staged, heading: LogValue): Staged {
  const { step, metrics, indented } = segment;
  if (step === undefined) return { ...segment, step: heading, endsEpoch: false };
  return indented ? { ...segment, step: heading, metrics: [...metrics, step] } : segment;
}

function segmentsOf(lines: readonly TextLine[]): readonly LogSegment[] {
  const { boxes, taken } = logBoxes(lines);
  const ofBox = new Map(boxes.map(box => [box.line, box]));
  return lines.flatMap(({ text, line }): LogSegment[] => {
    const box = ofBox.get(line);
    if (box !== undefined) return [box];
    if (taken.has(line)) return [];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Keras moves back over its progress bar
    return text.split(/\u0008+/).flatMap(part => logSegment(part, line) ?? []);
  });
}

/**
 * Names that are printed for several sets of data get the word in front that tells them apart; of the others
 * it is remembered what they were measured on.
 */
function bySet(segments: readonly Staged[]): {
  readonly segments: readonly Staged[];
  readonly splits: LogRows['splits'];
} {
  const sets = new Map<string, Set<string | undefined>>();
  for (const { name, set } of segments.flatMap(({ metrics }) => metrics))
    sets.set(name, (sets.get(name) ?? new Set()).add(set));
  const told = ({ name, value, set }: LogValue): LogValue => ({
    name: set !== undefined && sets.get(name)!.size > 1 ? `${set} ${name}` : name,
    value,
  });
  const single = [...sets].flatMap(([name, [set, ...more]]) => {
    const split = set === undefined ? undefined : splitWords.get(set.toLowerCase());
    return split === undefined || more.length > 0 ? [] : [[name, split] as const];
  });
  return {
    segments: segments.map(segment => ({ ...segment, metrics: segment.metrics.map(told) })),
    splits: Object.fromEntries(single),
  };
}

/** Adds a segment to the last row, or begins the next. */
function place(rows: LogRow[], segment: Staged): void {
  const last = rows.at(-1);
  const kind = kindOf(segment, rows);
  if (last !== undefined && last.kind === kind && continues(last, segment)) merge(last, segment);
  else rows.push(rowOf(segment, kind));
}

function kindOf(segment: Staged, rows: readonly LogRow[]): LogRow['kind'] {
  if (segment.kind === 'whole') return 'whole';
  const stepped = rows.at(-1)?.step !== undefined || rows.at(-1)?.kind === 'epoch';
  const stated = segment.epoch !== undefined && segment.step === undefined;
  return stepped && (segment.endsEpoch || stated) ? 'epoch' : 'step';
}

function rowOf(segment: Staged, kind: LogRow['kind']): LogRow {
  const values = new Map(segment.metrics.map(({ name, value }) => [name, value]));
  const { line, step, inEpoch, progress } = segment;
  return { line, epoch: inEpoch, step, values, kind, done: progress === 'done' };
}

/**
 * The same epoch and step, and either a bar drawn anew, a validation that has come further, or names that
 * have not occurred yet.
 */
function continues(row: LogRow, segment: Staged): boolean {
  if (row.kind === 'whole') return false;
  const sameStep = segment.step === undefined || row.step?.value === segment.step.value;
  if (row.epoch?.value !== segment.inEpoch?.value || !sameStep) return false;
  if (segment.counted) return true;
  const fresh = segment.metrics.every(({ name }) => !row.values.has(name));
  if (fresh || (row.kind === 'epoch' && segment.endsEpoch)) return true;
  if (segment.progress === null || segment.step !== undefined) return false;
  return segment.inEpoch !== undefined || !row.done || row.line === segment.line;
}

function merge(row: LogRow, segment: Staged): void {
  for (const { name, value } of segment.metrics) row.values.set(name, value);
  if (segment.progress === 'done') row.done = true;
}

/** Without lines that belong to no epoch or step while others do, and without the best step told again. */
function withoutAsides(rows: readonly LogRow[]): LogRow[] {
  const counted = rows.some(isCounted);
  const told = new Map<number, LogRow>();
  return rows.filter(row => {
    if (counted && !isCounted(row)) return row.kind === 'whole';
    if (row.step === undefined) return true;
    const before = told.get(row.step.value);
    told.set(row.step.value, row);
    return before === undefined || !sameValues(before, row);
  });
}

function isCounted(row: LogRow): boolean {
  return row.epoch !== undefined || row.step !== undefined;
}

function sameValues(a: LogRow, b: LogRow): boolean {
  if (a.epoch?.value !== b.epoch?.value || a.values.size !== b.values.size) return false;
  return [...a.values].every(([name, value]) => Object.is(value, b.values.get(name)));
}

const lossWord = /loss|cost|perplexity|error|acc|auc|f1|rmse|mae|mse|^learn$|^test$/i;

function isTraining(rows: readonly LogRow[]): boolean {
  const names = new Set(rows.flatMap(row => [...row.values.keys()]));
  const measured = [...names].some(
    name => lossWord.test(name) || wordsOf(name).some(word => measureWords.has(word)),
  );
  const counted = rows.some(isCounted);
  const loss = [...names].some(name => /loss|objective|objf|log-?prob/i.test(name));
  return measured && (counted || loss);
}

/** Rows of a log as a table; a name that a row lacks is missing there. */
export function logTable(name: string, { rows, splits, training }: LogRows): Table {
  const names = [...new Set(rows.flatMap(row => [...row.values.keys()]))];
  const written = rows.reduce((sum, row) => sum + row.values.size, 0);
  refuseUnwritten(rows.length, names.length, written);
  const counters = [
    counterColumn(rows.map(row => row.epoch)),
    counterColumn(rows.map(row => row.step)),
  ];
  const columns = names.map(metric =>
    columnOfCells(
      metric,
      rows.map(row => row.values.get(metric)),
    ),
  );
  const taken = new Set(names);
  return {
    name,
    format: 'log',
    bytes: 0,
    rows: rows.length,
    columns: [
      ...counters.flatMap(column => column ?? []).filter(column => !taken.has(column.name)),
      ...columns,
    ],
    lineOf: row => rows[row]?.line ?? null,
    problems: [],
    ...(Object.keys(splits).length === 0 ? {} : { splits }),
    ...(training ? { history: true } : {}),
  };
}

function counterColumn(
  values: readonly (LogValue | undefined)[],
): Table['columns'][number] | undefined {
  const name = values.find(value => value !== undefined)?.name;
  return name === undefined
    ? undefined
    : columnOfCells(
        name,
        values.map(value => value?.value),
      );
}
