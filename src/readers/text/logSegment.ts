import { splitWords } from '../../names/seriesWords';
import { darknetLine } from './darknetLine';
import { bareCounter, type CounterKind } from './logCounter';
import { counterOf, isNoise, lastWord, nameBefore, subjectBefore } from './logName';
import { withoutPrefix } from './logPrefix';
import type { Sighting } from './logSighting';
import { logValue } from './logValue';

/** What one line of a log, one rewriting of a progress line, or one box says. */
export interface LogSegment {
  readonly line: number;
  readonly epoch?: LogValue;
  readonly step?: LogValue;
  readonly metrics: readonly LogValue[];
  /** A progress bar, whose values replace those shown before for the same epoch. */
  readonly progress: 'running' | 'done' | null;
  /** How far the bar has come, as it counts. */
  readonly bar?: number;
  /** The last word that says on which data was measured, in the line or, without numbers, all it says. */
  readonly set?: string | undefined;
  /** True for a line that is set in, as those below a heading are. */
  readonly indented?: boolean;
  /** `whole`: a box that says all of its row. `heading`: a counter alone, for the lines below. */
  readonly kind?: 'whole' | 'heading';
}

export interface LogValue {
  readonly name: string;
  readonly value: number;
  /** The last word in front that says on which data it was measured: `Val` in `Val: loss 0.6, acc 0.7`. */
  readonly set?: string | undefined;
}

/** A number in running text, not the end of a word or of another number. */
export const logNumber: RegExp =
  /(?<![\p{L}\p{N}_@.])(?<![\p{L}\p{N}_]-)(?:[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:nan|NaN|inf|Inf|Infinity|infinity)(?![\p{L}\p{N}_]))/gu;
const progressBar = /(?:^|\s)(\d+)\/(\d+)\s*(?:\[|\s|━|$)|\d%\|/;
const summary = /train_runtime/;
/** Longer stretches are data, not messages. */
const maxSegment = 20_000;

/** Reads one segment of a line; undefined when it says nothing. */
export function logSegment(text: string, line: number): LogSegment | undefined {
  if (text.length > maxSegment || summary.test(text)) return undefined;
  const plain = withoutPrefix(text);
  const known = darknetLine(plain);
  if (known !== undefined) return { ...known, line, progress: null };
  const found: Found = { metrics: [] };
  let from = 0;
  let behind = '';
  for (const { 0: digits, index } of plain.matchAll(logNumber)) {
    const end = index + digits.length;
    const gap = plain.slice(from, index);
    take(found, {
      digits,
      gap: from === 0 ? gap : gap.replace(unit, ''),
      isFirst: from === 0,
      after: plain.slice(end, end + 24),
    });
    from = end;
    behind = plain.slice(end);
  }
  return from === 0 ? stageAlone(plain, line) : segmentOf(found, plain, behind, line);
}

function segmentOf(
  { epoch, step, metrics, set }: Found,
  plain: string,
  behind: string,
  line: number,
): LogSegment | undefined {
  const isCounted = epoch !== undefined || step !== undefined;
  if (!isCounted && (metrics.length === 0 || toldAgain.test(plain))) return undefined;
  const counter = step?.value ?? epoch?.value;
  return {
    line,
    metrics,
    ...barOf(plain),
    indented: /^\s/.test(plain),
    ...(epoch === undefined ? {} : { epoch }),
    ...(step === undefined ? {} : { step: { name: step.name, value: step.value } }),
    ...(set === undefined ? {} : { set }),
    ...(metrics.length === 0 && counter !== undefined && headingEnd.test(behind)
      ? { kind: 'heading' as const }
      : {}),
  };
}

/** A line without a count about the best so far tells again what a line above has told. */
const toldAgain = /^\W{0,20}(?:the )?best(?![\p{L}\p{N}])/iu;
/** Behind the counter of a heading: its limit, brackets and rules, at most what data it is about. */
const headingEnd = /^[\s\d/()\]%.,=\-*#]*(?:[^:\d]{0,40}:[\s=\-*#]*)?$/;

/** `Test Error:`: no number, and no word but those that name a set of data and what is measured. */
function stageAlone(plain: string, line: number): LogSegment | undefined {
  if (plain.length > 40 || !/:\s*$/.test(plain)) return undefined;
  const set = plain.match(words)?.find(isSetWord);
  return set === undefined ? undefined : { line, metrics: [], progress: null, set };
}

/** What stands directly behind a number: `ms/step` in `2ms/step - loss: 0.9`. */
const unit = /^[\p{L}%/]+/u;

interface Found {
  epoch?: LogValue;
  /** `bare` where no word says that it is one. */
  step?: LogValue & { readonly bare?: boolean };
  set?: string | undefined;
  /** What the line is about, where it stands in front of a counter. */
  subject?: string | undefined;
  readonly metrics: LogValue[];
}

/** Between a counter, or the last of a range of them, and the value of what was named before it. */
const told = /^(?:-\d+)?\s+(?:is|was)\s+$/;

function take(found: Found, sighting: Sighting): void {
  const { digits, gap, after } = sighting;
  const value = logValue(digits) / (after.startsWith('%') ? 100 : 1);
  found.set = gap.match(words)?.findLast(isSetWord) ?? found.set;
  const name = (told.test(gap) ? found.subject : undefined) ?? nameBefore(gap);
  if (name === undefined) {
    const bare = bareCounter(sighting, found.epoch !== undefined, found.step !== undefined);
    if (bare !== undefined) count(found, bare.kind, { name: bare.name, value }, true);
    return;
  }
  if (place.test(gap)) return;
  const counter = /^train$/i.test(name) && after.startsWith(' [') ? 'epoch' : counterOf(name);
  if (counter !== null) {
    const own = counter === 'epoch' ? 'epoch' : lastWord(name).toLowerCase();
    count(found, counter, { name: own, value }, false);
    found.subject = subjectBefore(gap);
  } else if (!isNoise(name) && !partOfMore.test(after)) {
    found.metrics.push({ name, value, set: found.set });
  }
}

/** The first counter of a kind holds; a step that is called one goes before a number in brackets. */
function count(found: Found, kind: CounterKind, value: LogValue, bare: boolean): void {
  if (kind === 'epoch') found.epoch ??= value;
  else if (found.step === undefined || (found.step.bare === true && !bare)) {
    found.step = { ...value, bare };
  }
}

/** What stands between blanks and other signs: `val_loss`, `test.py` and `pre-train` are one word each. */
const words = /[\p{L}\p{N}_/-]+(?:\.[\p{L}\p{N}_]+)*/gu;

function isSetWord(word: string): boolean {
  return splitWords.has(word.toLowerCase());
}

/** loguru's `module:function:42`. */
const place = /:[\w<>]+:$/;

/** Behind the first part of a date, a time or a fraction, or of an amount with a unit. */
const partOfMore =
  /^(?:[-:/]\d|\s?(?:m?s|it\/s|s\/it|sec|min|hours?|MB|GB|GiB|MiB|KB)(?![\p{L}\p{N}_])|[\p{L}_])/u;

function barOf(text: string): Pick<LogSegment, 'progress' | 'bar'> {
  const [found, count, all] = progressBar.exec(text) ?? [];
  if (found === undefined) return { progress: null };
  if (count === undefined) return { progress: 'running' };
  return { progress: count === all ? 'done' : 'running', bar: Number(count) };
}
