import type { Draw } from './draw';
import { anyScatter, heldLoss, type Scatter, type Simulated, simulated, trainLoss } from './run';
import { points, type SimulatedShape } from './shape';
import { exponential, power, restarts, sawtooth, steps, straight, type Truth } from './truths';

/** Training and validation loss of the same course, the validation loss a little higher. */
function pair(draw: Draw, truth: Truth, n = points(draw), every = 1): readonly Simulated[] {
  const gap = draw.between(1, 1.3);
  const scatter = anyScatter(draw);
  const held = { ...scatter, share: scatter.share * draw.between(0.7, 1.6) };
  return [
    simulated(trainLoss, n, truth, scatter, draw),
    simulated(heldLoss, n, (t, row) => gap * truth(t, row), held, draw, every),
  ];
}

function alone(
  draw: Draw,
  truth: Truth,
  scatter: Scatter = anyScatter(draw),
): readonly Simulated[] {
  return [simulated(trainLoss, points(draw), truth, scatter, draw)];
}

const levelsOf = (draw: Draw): readonly [number, number] => {
  const start = draw.scaled(0.02, 8);
  return [start, start * draw.between(0.03, 0.5)];
};

/** Runs that improve and then stay flat. */
export const flattening: readonly SimulatedShape[] = [
  {
    id: 'exponential-decay',
    about: 'both losses fall exponentially and are flat in the last third',
    make: (draw: Draw) => pair(draw, exponential(...levelsOf(draw), draw.between(0.03, 0.12))),
  },
  {
    id: 'training-loss-alone',
    about: 'the same without a validation loss',
    make: (draw: Draw) => alone(draw, exponential(...levelsOf(draw), draw.between(0.03, 0.12))),
  },
  {
    id: 'power-decay',
    about: 'fast at first, then ever slower, at its floor for the last half',
    make: (draw: Draw) =>
      pair(draw, power(...levelsOf(draw), draw.between(2, 4), draw.between(0.02, 0.06))),
  },
  {
    id: 'decay-in-steps',
    about: 'the learning rate is divided at a quarter and a half; flat after that',
    make: (draw: Draw) => pair(draw, steps(...levelsOf(draw), [0.25, 0.5])),
  },
  {
    id: 'sparse-validation',
    about: 'a validation value for every tenth training value, from 8 on',
    make: (draw: Draw) =>
      pair(
        draw,
        exponential(...levelsOf(draw), draw.between(0.03, 0.12)),
        Math.round(draw.between(80, 600)),
        10,
      ),
  },
  {
    id: 'small-sawtooth',
    about: 'the loss climbs a little within each epoch and drops at its end',
    make: (draw: Draw) => {
      const [start, floor] = levelsOf(draw);
      const truth = sawtooth(exponential(start, floor, 0.06), 0.05, 0.05 * floor);
      return alone(draw, truth);
    },
  },
  {
    id: 'spikes-that-recover',
    about: 'one or two single values of the training loss are two to six times too high',
    make: (draw: Draw) => {
      const [start, floor] = levelsOf(draw);
      const n = Math.max(30, points(draw));
      const truth = exponential(start, floor, draw.between(0.03, 0.1));
      const scatter = anyScatter(draw, 0.03);
      const run = simulated(trainLoss, n, truth, scatter, draw);
      const written = [...run.written];
      for (let spike = Math.ceil(draw.between(0, 2)); spike > 0; spike--) {
        written[Math.floor(draw.between(0.25, 0.85) * n)]! *= draw.between(2, 6);
      }
      return [{ ...run, written }, simulated(heldLoss, n, truth, scatter, draw)];
    },
  },
  {
    id: 'one-nan-in-the-middle',
    about: 'a single value is NaN, the course goes on as before',
    make: (draw: Draw) => {
      const [run] = alone(draw, exponential(...levelsOf(draw), draw.between(0.03, 0.1)));
      const written = [...run!.written];
      written[Math.floor(draw.between(0.2, 0.8) * written.length)] = Number.NaN;
      return [{ ...run!, written }];
    },
  },
].map(shape => ({ ...shape, expected: 'healthy', accepted: [] }));

/** Runs that still get better at the end. */
export const improving: readonly SimulatedShape[] = [
  {
    id: 'straight-fall',
    about: 'both losses fall along a line to the end',
    make: (draw: Draw) => {
      const [start, end] = levelsOf(draw);
      return pair(draw, straight(start, end));
    },
  },
  {
    id: 'slow-exponential',
    about: 'an exponential that still has a fifth or more of its way to go',
    make: (draw: Draw) => {
      const [start, floor] = levelsOf(draw);
      return pair(draw, exponential(start, 0.5 * floor, draw.between(0.4, 1)));
    },
  },
  {
    id: 'slow-sparse-validation',
    about: 'the same with a validation value for every tenth training value, from 8 on',
    make: (draw: Draw) => {
      const [start, floor] = levelsOf(draw);
      const n = Math.round(draw.between(80, 600));
      return pair(draw, exponential(start, 0.5 * floor, draw.between(0.4, 1)), n, 10);
    },
  },
].map(shape => ({ ...shape, expected: 'improving', accepted: [] }));

/** Runs that end at their best after a detour. */
export const detours: readonly SimulatedShape[] = [
  {
    id: 'warm-restarts',
    about: 'the learning rate starts again, the loss jumps up and comes down lower each time',
    expected: 'improving',
    accepted: ['healthy', null],
    make: (draw: Draw) => {
      const [start, floor] = levelsOf(draw);
      const period = draw.pick([0.2, 0.25]);
      return pair(draw, restarts(start, floor, period, draw.between(0.1, 0.3)));
    },
  },
];
