import type { Axis } from '../../core/training/history';
import { wordsOf } from '../../names/words0';

const kinds: Readonly<Record<string, Axis['kind']>> = {
  epoch: 'epoch',
  epochs: 'epoch',
  'trainer epoch': 'epoch',
  'train epoch': 'epoch',
  step: 'step',
  steps: 'step',
  'global step': 'step',
  'train step': 'step',
  'training step': 'step',
  'trainer global step': 'step',
  'train global step': 'step',
  iter: 'step',
  iters: 'step',
  iteration: 'step',
  iterations: 'step',
  'time iterations': 'step',
  batch: 'step',
  'training iteration': 'step',
  'number of trees': 'step',
  round: 'step',
  'boosting round': 'step',
  update: 'step',
  updates: 'step',
  timestep: 'step',
  timesteps: 'step',
  'total timesteps': 'step',
  'time total timesteps': 'step',
  'wall time': 'wall-time',
  walltime: 'wall-time',
  timestamp: 'wall-time',
  datetime: 'wall-time',
  date: 'wall-time',
  time: 'relative-time',
  elapsed: 'relative-time',
  'elapsed time': 'relative-time',
  'time elapsed': 'relative-time',
  'time time elapsed': 'relative-time',
  'passed time': 'relative-time',
  runtime: 'relative-time',
  duration: 'relative-time',
  'relative time': 'relative-time',
  'relative time process': 'relative-time',
  'relative time wall': 'relative-time',
};

/** Which kind of x axis a column of this name is; null when it is none. */
export function axisKindOf(name: string): Axis['kind'] | null {
  const words = wordsOf(name).join(' ');
  return Object.hasOwn(kinds, words) ? kinds[words]! : null;
}
