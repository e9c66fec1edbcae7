import type { Draw } from './draw';
import { anyScatter, heldLoss, heldScore, type Simulated, simulated, trainLoss } from './run';
import { points, type SimulatedShape } from './shape';
import { doubleDescent, exponential, turning } from './truths';

interface Turn {
  readonly n: number;
  readonly every: number;
  /** Where the validation loss is best, as a share of the run. */
  readonly turn: number;
  /** By how much it ends above its best, as a share of the best. */
  readonly rise: number;
  readonly bend: number;
  readonly noise: number;
}

/** The training loss falls to nearly nothing; the validation loss turns and rises. */
function overfit(draw: Draw, { n, every, turn, rise, bend, noise }: Turn): readonly Simulated[] {
  const start = draw.scaled(0.05, 6);
  const best = start * draw.between(0.15, 0.7);
  const scatter = anyScatter(draw, noise);
  const falling = exponential(start, 0.02 * start, draw.between(0.6, 1.2) * Math.max(turn, 0.15));
  const held = turning(start, best, turn, best * (1 + rise), bend);
  return [
    simulated(trainLoss, n, falling, { ...scatter, grows: true }, draw),
    simulated(heldLoss, n, held, scatter, draw, every),
  ];
}

export const overfitting: readonly SimulatedShape[] = [
  {
    id: 'validation-turns',
    about: 'the validation loss turns in the first 60 % and ends 20 to 150 % above its best',
    make: (draw: Draw) =>
      overfit(draw, {
        n: points(draw),
        every: 1,
        turn: draw.between(0.1, 0.6),
        rise: draw.between(0.2, 1.5),
        bend: draw.pick([0.6, 1, 1.7]),
        noise: 0.04,
      }),
  },
  {
    id: 'validation-turns-a-little',
    about: 'the same, ending 12 to 20 % above, with at most 1.5 % of noise',
    make: (draw: Draw) =>
      overfit(draw, {
        n: points(draw),
        every: 1,
        turn: draw.between(0.15, 0.5),
        rise: draw.between(0.12, 0.2),
        bend: draw.pick([0.6, 1]),
        noise: 0.015,
      }),
  },
  {
    id: 'sparse-validation-turns',
    about: 'a validation value for every tenth training value, from 8 on, ending 30 to 150 % above',
    make: (draw: Draw) =>
      overfit(draw, {
        n: Math.round(draw.between(80, 600)),
        every: 10,
        turn: draw.between(0.15, 0.5),
        rise: draw.between(0.3, 1.5),
        bend: 1,
        noise: 0.03,
      }),
  },
  {
    id: 'worse-from-the-first-epoch',
    about: 'a model tuned further: the first validation loss is the best, the training loss falls',
    make: (draw: Draw) => {
      const n = points(draw);
      const best = draw.scaled(0.1, 4);
      const rise = draw.between(0.2, 1);
      const scatter = anyScatter(draw, 0.03);
      return [
        simulated(trainLoss, n, exponential(best, 0.05 * best, 0.4), scatter, draw),
        simulated(heldLoss, n, t => best * (1 + rise * t), scatter, draw),
      ];
    },
  },
  {
    id: 'score-falls-again',
    about: 'no validation loss; the validation accuracy peaks and falls by 0.06 to 0.25',
    make: (draw: Draw) => {
      const n = points(draw);
      const top = draw.between(0.6, 0.97);
      const fall = draw.between(0.06, 0.25);
      const turn = draw.between(0.15, 0.5);
      const loss = exponential(2, 0.04, 0.3);
      const score = (t: number): number =>
        top - 0.5 * top * Math.exp((-5 * t) / turn) - fall * Math.max(0, (t - turn) / (1 - turn));
      return [
        simulated(trainLoss, n, loss, anyScatter(draw, 0.03), draw),
        simulated(heldScore, n, score, { share: 0.006, grows: true, memory: 0 }, draw),
      ];
    },
  },
].map(shape => ({ ...shape, expected: 'overfitting', accepted: [] }));

/** Runs that are easily taken for overfitting, or for healthy. */
export const lookalikes: readonly SimulatedShape[] = [
  {
    id: 'double-descent',
    about: 'the validation loss rises to a hump and falls again, below its first best',
    expected: 'healthy',
    accepted: ['improving', null],
    make: draw => {
      const n = points(draw);
      const start = draw.scaled(0.5, 5);
      const second = start * draw.between(0.1, 0.25);
      const first = second * draw.between(1.2, 1.6);
      const truth = doubleDescent(start, first, start * draw.between(0.1, 0.4), second);
      const scatter = anyScatter(draw, 0.03);
      return [
        simulated(trainLoss, n, exponential(start, 0.02 * start, 0.2), scatter, draw),
        simulated(heldLoss, n, truth, scatter, draw),
      ];
    },
  },
  {
    id: 'both-losses-rise',
    about: 'training and validation loss turn together and end 15 to 60 % above their best',
    expected: null,
    accepted: ['unstable', 'diverged'],
    make: draw => {
      const n = points(draw);
      const start = draw.scaled(0.5, 5);
      const best = start * draw.between(0.2, 0.5);
      const end = best * draw.between(1.15, 1.6);
      const truth = turning(start, best, draw.between(0.2, 0.5), end, 1);
      const scatter = anyScatter(draw, 0.03);
      return [
        simulated(trainLoss, n, truth, scatter, draw),
        simulated(heldLoss, n, t => 1.1 * truth(t, 0), scatter, draw),
      ];
    },
  },
  {
    id: 'a-rise-of-any-size',
    about:
      'the validation loss turns and ends 0 to 60 % above its best; any noise, any course of training',
    expected: null,
    accepted: ['overfitting', 'healthy', 'improving', 'unstable', 'diverged'],
    make: draw => {
      const n = Math.round(draw.scaled(8, 1000));
      const start = draw.scaled(0.5, 5);
      const best = start * draw.between(0.15, 0.6);
      const rise = draw.between(0, 0.6);
      const bend = draw.pick([0.6, 1, 2]);
      const held = turning(start, best, draw.between(0.2, 0.8), best * (1 + rise), bend);
      const train = draw.pick([
        exponential(start, 0.03 * start, 0.3),
        exponential(start, best, 0.1),
      ]);
      return [
        simulated(trainLoss, n, train, anyScatter(draw), draw),
        simulated(heldLoss, n, held, anyScatter(draw, 0.12), draw),
      ];
    },
  },
  {
    id: 'validation-alone-rises',
    about: 'a validation loss that turns, and no training loss beside it',
    expected: null,
    accepted: ['diverged', 'unstable'],
    make: draw => {
      const start = draw.scaled(0.5, 5);
      const truth = turning(start, 0.4 * start, draw.between(0.2, 0.5), 0.6 * start, 1);
      return [simulated(heldLoss, points(draw), truth, anyScatter(draw, 0.03), draw)];
    },
  },
];
