import type { Draw } from './draw';
import { anyScatter, heldScore, type Simulated, simulated, trainLoss } from './run';
import { points, type SimulatedShape } from './shape';
import { exponential, type Truth } from './truths';

const calm = { share: 0.0008, grows: true, memory: 0 };

/** A training loss and an accuracy of the same rows. */
function withAccuracy(
  draw: Draw,
  loss: Truth,
  accuracy: Truth,
  share = 0.0008,
): readonly Simulated[] {
  const n = points(draw);
  return [
    simulated(trainLoss, n, loss, { ...calm, share }, draw),
    simulated(heldScore, n, accuracy, { share: 0.02, grows: true, memory: 0 }, draw),
  ];
}

export const plateau: readonly SimulatedShape[] = [
  {
    id: 'stuck-at-a-guess',
    about: 'falls from a bad start to ln C and stays; the accuracy stays at 1 / C',
    make: (draw: Draw) => {
      const classes = draw.pick([2, 3, 4, 5, 10]);
      const level = Math.log(classes);
      const loss = exponential(level * draw.between(1.15, 1.6), level, draw.between(0.02, 0.1));
      return withAccuracy(draw, loss, () => 1 / classes);
    },
  },
  {
    id: 'score-stays-low',
    about: 'the loss falls by 3 to 9 % and is flat; the accuracy hardly moves',
    make: (draw: Draw) => {
      const start = draw.scaled(1.2, 6) * 1.07;
      const loss = exponential(start, start * draw.between(0.91, 0.97), draw.between(0.03, 0.1));
      const score = draw.between(0.15, 0.45);
      return withAccuracy(draw, loss, t => score + 0.03 * Math.min(1, 5 * t));
    },
  },
  {
    id: 'softmax-twice',
    about:
      'falls to ln(e + C - 1) - 1, where a softmax applied twice cannot get lower; accuracy near 1',
    make: (draw: Draw) => {
      const classes = draw.pick([3, 5, 10, 100]);
      const floor = Math.log(Math.E + classes - 1) - 1;
      const loss = exponential(Math.log(classes), floor * 1.001, draw.between(0.03, 0.1));
      return withAccuracy(draw, loss, t => 0.98 - (0.98 - 1 / classes) * Math.exp(-t / 0.06));
    },
  },
  {
    id: 'frozen',
    about: 'after a noisy fall the loss is the same number to the last digit, far above 0',
    make: (draw: Draw) => {
      const n = points(draw);
      const start = draw.scaled(0.5, 6);
      const floor = start * draw.between(0.3, 0.6);
      const from = Math.floor(draw.between(0.3, 0.7) * n);
      const scatter = { ...anyScatter(draw), share: draw.between(0.01, 0.04), grows: true };
      const run = simulated(trainLoss, n, exponential(start, floor, 0.2), scatter, draw);
      const written = run.written.map((value, row) =>
        Number((row < from ? value : floor).toFixed(6)),
      );
      return [{ ...run, written, truth: written }];
    },
  },
].map(shape => ({ ...shape, expected: 'plateau', accepted: ['underfitting'] }));

export const unlearned: readonly SimulatedShape[] = [
  {
    id: 'never-learned',
    about: 'stays at ln C from the first value to the last; the accuracy stays at 1 / C',
    expected: 'underfitting',
    accepted: [],
    make: draw => {
      const classes = draw.pick([2, 4, 10, 100]);
      const level = Math.log(classes);
      return withAccuracy(
        draw,
        t => level * (1.005 - 0.005 * t),
        () => 1 / classes,
        draw.scaled(0.0005, 0.01),
      );
    },
  },
  {
    id: 'noise-around-a-level',
    about: 'losses of single batches, 15 to 60 % of noise and no trend',
    expected: null,
    accepted: [],
    make: draw => {
      const level = draw.scaled(0.1, 5);
      const spread = draw.between(0.15, 0.6);
      const run = simulated(trainLoss, points(draw), () => level, calm, draw);
      const written = run.written.map(value => value * Math.exp(spread * draw.normal()));
      return [{ ...run, written, lastNoise: level * spread }];
    },
  },
];
