import type { Axis } from '../../core/training/history';
import { measureWords, splitWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/wordsOf';

type AxisKind = Axis['kind'];

function kindsOf(kind: AxisKind, words: string): readonly (readonly [string, AxisKind])[] {
  return words.split(' ').map(word => [word, kind] as const);
}

/** Words that count epochs, or smaller parts of a training. */
const countedWords: ReadonlyMap<string, AxisKind> = new Map([
  ...kindsOf('epoch', 'epoch epochs epoche epoca epoque'),
  ...kindsOf('step', 'step steps iter iters iteration iterations batch batches minibatch round'),
  ...kindsOf('step', 'rounds update updates timestep timesteps trees episode episodes frames'),
  ...kindsOf('step', 'interacts interactions'),
]);

/** Words that turn a counter into something else: `batch_size`, `steps per second`, `epoch_time`. */
const rateWords: ReadonlySet<string> = new Set(
  'best per sec second seconds ms size rate lr left remaining skipped nan time times eta avg average mean min std idle fps'.split(
    ' ',
  ),
);

const clocks: Readonly<Record<string, AxisKind>> = {
  'wall time': 'wall-time',
  walltime: 'wall-time',
  timestamp: 'wall-time',
  datetime: 'wall-time',
  date: 'wall-time',
  time: 'relative-time',
  elapsed: 'relative-time',
  'elapsed time': 'relative-time',
  'time elapsed': 'relative-time',
  'passed time': 'relative-time',
  runtime: 'relative-time',
  duration: 'relative-time',
  'relative time': 'relative-time',
  'relative time process': 'relative-time',
  'relative time wall': 'relative-time',
};

/** Words behind a counter that change nothing: `step_idx`, `epoch number`. */
const numbering: ReadonlySet<string> = new Set(
  'idx index id no nr num number count n i'.split(' '),
);

/**
 * Which kind of x axis a column of this name can be; null when it is none. The last part of a path decides
 * (`time/total_timesteps`); a measure or a rate of steps is no axis (`train_loss_step`, `steps_per_second`).
 */
export function axisKindOf(name: string): AxisKind | null {
  const words = wordsOf(lastPart(name));
  const clock = words.join(' ');
  if (Object.hasOwn(clocks, clock)) return clocks[clock]!;
  if (words.some(word => rateWords.has(word) || measureWords.has(word))) return null;
  const last = words.findLast((word, i) => i === 0 || !numbering.has(word));
  return last === undefined ? null : (countedWords.get(last) ?? null);
}

/** `global_step` of `global_step/max_steps` and of `trainer/global_step`: a limit is not what is counted. */
function lastPart(name: string): string {
  const parts = name.split('/').filter(part => part.trim() !== '');
  const limit = parts.length > 1 && /max|total|num/i.test(parts.at(-1)!) && isCount(parts.at(-2)!);
  return (limit ? parts.at(-2) : parts.at(-1)) ?? name;
}

function isCount(part: string): boolean {
  return wordsOf(part).some(word => countedWords.has(word)) && !splitWords.has(part.toLowerCase());
}
