import { fileStem } from '../../names/fileStem';
import { splitWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/wordsOf';
import { readSeriesName } from './seriesName';

const neutralWords: ReadonlySet<string> = new Set(['error', 'metrics', 'metric', 'scalars']);

/** A file name taken apart: what names the run, and what names the curve in it. */
export interface FileNameParts {
  /** What is left when the words for the curve are taken off the end: `imdb`. */
  readonly run: string;
  /** `val_loss`; '' when the name says nothing about a curve. */
  readonly curve: string;
}

/** Takes the words that name a split or a measure off the end of a file's stem. */
export function fileNameParts(fileName: string): FileNameParts {
  const stem = fileStem(fileName);
  const tagged = /^(?:run-)?(.*?)[-_]?tag-(.+)$/.exec(stem);
  if (tagged !== null) return taggedParts(tagged[1] ?? '', tagged[2] ?? '');
  const cuts = [...stem.matchAll(/[_\-. ]+/g)].map(match => ({
    end: match.index,
    start: match.index + match[0].length,
  }));
  let parts: FileNameParts = { run: stem, curve: '' };
  for (const { end, start } of [...cuts].reverse()) {
    if (!namesCurve(stem.slice(start))) break;
    parts = { run: stem.slice(0, end), curve: stem.slice(start) };
  }
  return namesCurve(stem) ? { run: '', curve: stem } : parts;
}

/** Keras writes each split as a run of its own: `run-lstm_validation-tag-epoch_loss`. */
function taggedParts(run: string, curve: string): FileNameParts {
  const [last = ''] = /(?<![A-Za-z])[A-Za-z]+$/.exec(run) ?? [];
  const before = run.slice(0, run.length - last.length).replace(/(?<![-_./ ])[-_./ ]+$/, '');
  const isSplit = splitWords.has(last.toLowerCase());
  if (!isSplit || wordsOf(curve).some(word => splitWords.has(word))) return { run, curve };
  return { run: before, curve: `${last}_${curve}` };
}

function namesCurve(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return false;
  return words.every(
    word =>
      splitWords.has(word) || neutralWords.has(word) || readSeriesName(word).direction !== 'none',
  );
}
