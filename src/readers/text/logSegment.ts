import { splitWords } from '../../names/seriesWords';
import { counterOf, isNoise, lastWord, nameBefore } from './logName';

/** What one line of a log, or one rewriting of a progress line, says. */
export interface LogSegment {
  readonly line: number;
  readonly epoch?: LogValue;
  readonly step?: LogValue;
  readonly metrics: readonly LogValue[];
  /** A progress bar, whose values replace those shown before for the same epoch. */
  readonly progress: 'running' | 'done' | null;
}

export interface LogValue {
  readonly name: string;
  readonly value: number;
  /** The last word in front that says on which data it was measured: `Val` in `Val: loss 0.6, acc 0.7`. */
  readonly set?: string | undefined;
}

/** A number in running text, not the end of a word or of another number. */
export const logNumber: RegExp =
  /(?<![\p{L}\p{N}_@.])(?<![\p{L}\p{N}_]-)(?:[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:nan|NaN|inf|Infinity)(?![\p{L}\p{N}_]))/gu;
const progressBar = /(?:^|\s)(\d+)\/(\d+)\s*(?:\[|\s|━|$)|\d%\|/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal start with ESC
const colour = /\u001b\[[0-9;?]*[A-Za-z]/g;
const summary = /train_runtime/;
/** Longer stretches are data, not messages. */
const longestSegment = 20_000;

/** Reads one segment of a line; undefined when it says nothing. */
export function logSegment(text: string, line: number): LogSegment | undefined {
  if (text.length > longestSegment) return undefined;
  const plain = text.replace(colour, '');
  if (summary.test(plain)) return undefined;
  const found: Found = { metrics: [] };
  let from = 0;
  for (const { 0: digits, index } of plain.matchAll(logNumber)) {
    const end = index + digits.length;
    const gap = plain.slice(from, index);
    take(found, {
      digits,
      gap: from === 0 ? gap : gap.replace(unit, ''),
      isFirst: from === 0,
      after: plain.slice(end, end + 12),
    });
    from = end;
  }
  const { epoch, step, metrics } = found;
  if (epoch === undefined && step === undefined && metrics.length === 0) return undefined;
  return {
    line,
    metrics,
    progress: progressOf(plain),
    ...(epoch === undefined ? {} : { epoch }),
    ...(step === undefined ? {} : { step }),
  };
}

/** What stands directly behind a number: `ms/step` in `2ms/step - loss: 0.9`. */
const unit = /^[\p{L}%/]+/u;

interface Found {
  epoch?: LogValue;
  step?: LogValue;
  set?: string | undefined;
  readonly metrics: LogValue[];
}

/** A number in a segment and what stands around it. */
interface Sighting {
  readonly digits: string;
  /** The text since the number before, or since the beginning. */
  readonly gap: string;
  readonly isFirst: boolean;
  /** The next characters. */
  readonly after: string;
}

function take(found: Found, sighting: Sighting): void {
  const { digits, gap, after } = sighting;
  const value = logValue(digits) / (after.startsWith('%') ? 100 : 1);
  found.set = gap.match(words)?.findLast(isSetWord) ?? found.set;
  const name = nameBefore(gap) ?? bareCounter(found, sighting);
  if (name === undefined || place.test(gap)) return;
  const counter = /^train$/i.test(name) && after.startsWith(' [') ? 'epoch' : counterOf(name);
  if (counter === 'epoch') found.epoch ??= { name: 'epoch', value };
  else if (counter === 'step') found.step ??= { name: lastWord(name).toLowerCase(), value };
  else if (!isNoise(name) && !partOfMore.test(after)) {
    found.metrics.push({ name, value, set: found.set });
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

/**
 * XGBoost's `[12]`, scikit-learn's `[12/100]` and CatBoost's `12:` at the start of a line; `[3][10/100]`
 * behind an epoch.
 */
function bareCounter({ epoch }: Found, { gap, isFirst, after }: Sighting): string | undefined {
  if (/\[$/.test(gap) && after.startsWith(']\t')) return 'iteration';
  if (isFirst && /^\s*\[$/.test(gap) && /^(?:\/\d+)?\]/.test(after)) return 'iteration';
  if (isFirst && gap.trim() === '' && after.startsWith(':\t')) return 'iteration';
  return /^\]\s*\[\s*$/.test(gap) && epoch !== undefined ? 'step' : undefined;
}

/** The value of a match of `logNumber`. */
export function logValue(digits: string): number {
  if (/nan/i.test(digits)) return Number.NaN;
  if (/inf/i.test(digits)) {
    return digits.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return Number(digits.replaceAll('_', ''));
}

function progressOf(text: string): LogSegment['progress'] {
  const match = progressBar.exec(text);
  if (match === null) return null;
  return match[1] !== undefined && match[1] === match[2] ? 'done' : 'running';
}
