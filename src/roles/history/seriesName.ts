import type { Series } from '../../core/training/history';
import {
  fillerWords,
  measureWords,
  optimizerWords,
  quantityAliases,
  settingWords,
  splitWords,
} from '../../names/seriesWords';
import { wordsOf } from '../../names/wordsOf';
import type { SeriesSplit } from '../../shared/lossReport';

/** What the name of one curve says about it. */
export interface SeriesName {
  readonly split: SeriesSplit;
  readonly quantity: string;
  readonly direction: Series['direction'];
  /** True when the name says neither which measure nor which setting this is. */
  readonly open?: true;
}

/**
 * Reads the name of a curve as training tools write it: `val/loss`, `TrainLoss`, `lr-AdamW`, `eval_f1`.
 * A loss without a split word is the training loss; the split of any other bare name is left open.
 */
export function readSeriesName(name: string): SeriesName {
  const words = wordsOf(name);
  const split = words.map(word => splitWords.get(word)).find(found => found !== undefined) ?? null;
  const rest = measuredWords(words);
  if (isLearningRate(rest)) return { split: null, quantity: 'lr', direction: 'none' };
  if (rest.length === 0) return unnamedQuantity(words, split);
  const direction = directionOf(rest);
  const quantity = quantityOf(rest);
  const open = direction === 'none' && !rest.some(word => settingWords.has(word));
  const bareLoss = direction === 'lower' && rest.some(word => word === 'loss' || word === 'losses');
  return {
    split: split ?? (bareLoss ? 'train' : null),
    quantity,
    direction,
    ...(open ? { open } : {}),
  };
}

/**
 * Drops split words with the set number some tools add (`validation_0`), words like `step` and `mean`, and
 * the last word of `loss value`; `value_loss` is a loss of its own.
 */
function measuredWords(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => {
    if (splitWords.has(word) || fillerWords.has(word)) return false;
    if (i > 0 && i === words.length - 1 && /^values?$/.test(word)) return false;
    return !(/^\d+$/.test(word) && splitWords.has(words[i - 1] ?? ''));
  });
}

/** A column called just `train` or `val` is taken to hold the loss, if its course agrees; one called `epoch` or `step` measures nothing. */
function unnamedQuantity(words: readonly string[], split: SeriesSplit): SeriesName {
  if (split !== null && words.length === 1) {
    return { split, quantity: 'loss', direction: 'lower', open: true };
  }
  return { split, quantity: words.join('_'), direction: 'none' };
}

/** True for a name with a word for the data it was measured on. */
export function namesSplit(name: string): boolean {
  return wordsOf(name).some(word => splitWords.has(word));
}

/** True for the name of a loss or a score, whatever it was measured on. */
export function measures(name: string): boolean {
  return directionOf(measuredWords(wordsOf(name))) !== 'none';
}

function isLearningRate(words: readonly string[]): boolean {
  const start = words[0] === 'x' ? 1 : 0;
  const first = words[start] ?? '';
  const spelled = first === 'learning' && words[start + 1] === 'rate';
  if (!spelled && !/^(lr|learningrate)\d*$/.test(first)) return false;
  return words
    .slice(start + (spelled ? 2 : 1))
    .every(word => optimizerWords.has(word) || /^(pg|group)?\d+$/.test(word));
}

function directionOf(words: readonly string[]): Series['direction'] {
  if (words.some(word => settingWords.has(word))) return 'none';
  const direction = words.map(measureDirection).findLast(found => found !== undefined);
  if (direction === undefined) return 'none';
  if (!words.includes('neg')) return direction;
  return direction === 'lower' ? 'higher' : 'lower';
}

/**
 * `acc1`, `top5` and `map50` count as `acc`, `top` and `map`; `mIoU` is a mean IoU; `cross entropy` and `io_u`
 * are one word each.
 */
function measureDirection(
  word: string,
  i: number,
  words: readonly string[],
): 'lower' | 'higher' | undefined {
  const stem = word.replace(/(?<![\d.])[\d.]+$/, '');
  return (
    measureWords.get(word) ??
    measureWords.get(stem) ??
    (/^m\w{3}/.test(stem) ? measureWords.get(stem.slice(1)) : undefined) ??
    measureWords.get((words[i - 1] ?? '') + word)
  );
}

function quantityOf(words: readonly string[]): string {
  const joined = words.join('_');
  return quantityAliases.get(joined) ?? joined;
}
