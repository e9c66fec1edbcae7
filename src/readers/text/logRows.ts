import { measureWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/words0';
import { columnOfCells } from '../cells';
import type { Table } from '../table';
import { type LogSegment, type LogValue, logSegment } from './logSegment';
import type { TextLine } from './textLines';

/** One row of a log: the values printed for one epoch or step. */
interface LogRow {
  readonly line: number;
  readonly epoch: LogValue | undefined;
  readonly step: LogValue | undefined;
  readonly values: Map<string, number>;
  done: boolean;
}

/** The names with numbers behind them that a log or a sentence holds, one row per epoch or step. */
export interface LogRows {
  readonly rows: readonly LogRow[];
  /** True when rows are counted by epochs or steps, or hold a loss. */
  readonly training: boolean;
}

/** Lines of a log: `epoch 3 loss 0.51`, Keras progress, Hugging Face dicts, XGBoost, LightGBM, CatBoost. */
export function logRows(lines: readonly TextLine[]): LogRows {
  const rows: LogRow[] = [];
  let epoch: LogValue | undefined;
  for (const segment of bySet([...segmentsOf(lines)])) {
    epoch = segment.epoch ?? epoch;
    if (segment.metrics.length === 0) continue;
    const last = rows.at(-1);
    if (last !== undefined && continues(last, segment, epoch)) merge(last, segment);
    else rows.push(rowOf(segment, epoch));
  }
  const kept = withoutAsides(rows);
  return { rows: kept, training: isTraining(kept) };
}

/** Names that are printed for several sets of data get the word in front that tells them apart. */
function bySet(segments: readonly LogSegment[]): readonly LogSegment[] {
  const sets = new Map<string, string | undefined>();
  const mixed = new Set<string>();
  for (const { name, set } of segments.flatMap(({ metrics }) => metrics)) {
    if (sets.has(name) && sets.get(name) !== set) mixed.add(name);
    sets.set(name, set);
  }
  const told = ({ name, value, set }: LogValue): LogValue => ({
    name: set !== undefined && mixed.has(name) ? `${set} ${name}` : name,
    value,
  });
  return segments.map(segment => ({ ...segment, metrics: segment.metrics.map(told) }));
}

/** Without lines that belong to no epoch or step while others do, and without the best step told again. */
function withoutAsides(rows: readonly LogRow[]): LogRow[] {
  const counted = rows.some(isCounted);
  const told = new Map<number, LogRow>();
  return rows.filter(row => {
    if (counted && !isCounted(row)) return false;
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

function* segmentsOf(lines: readonly TextLine[]): Generator<LogSegment> {
  for (const { text, line } of lines) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Keras moves back over its progress bar
    for (const part of text.split(/\u0008+/)) {
      const segment = logSegment(part, line);
      if (segment !== undefined) yield segment;
    }
  }
}

function rowOf(segment: LogSegment, epoch: LogValue | undefined): LogRow {
  const values = new Map(segment.metrics.map(({ name, value }) => [name, value]));
  const { line, step } = segment;
  return { line, epoch, step, values, done: segment.progress === 'done' };
}

/** The same epoch and step, and either a bar drawn anew or names that have not occurred yet. */
function continues(row: LogRow, segment: LogSegment, epoch: LogValue | undefined): boolean {
  const sameStep = segment.step === undefined || row.step?.value === segment.step.value;
  if (row.epoch?.value !== epoch?.value || !sameStep) return false;
  const fresh = segment.metrics.every(({ name }) => !row.values.has(name));
  if (segment.progress === null) return fresh;
  return epoch !== undefined || !row.done || row.line === segment.line;
}

function merge(row: LogRow, segment: LogSegment): void {
  for (const { name, value } of segment.metrics) row.values.set(name, value);
  if (segment.progress === 'done') row.done = true;
}

const lossWord = /loss|cost|perplexity|error|acc|auc|f1|rmse|mae|mse|^learn$|^test$/i;

function isTraining(rows: readonly LogRow[]): boolean {
  const names = new Set(rows.flatMap(row => [...row.values.keys()]));
  const measured = [...names].some(
    name => lossWord.test(name) || wordsOf(name).some(word => measureWords.has(word)),
  );
  const counted = rows.some(isCounted);
  const loss = [...names].some(name => /loss/i.test(name));
  return measured && (counted || loss);
}

/** Rows of a log as a table; a name that a row lacks is missing there. */
export function logTable(name: string, { rows, training }: LogRows): Table {
  const names = [...new Set(rows.flatMap(row => [...row.values.keys()]))];
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
