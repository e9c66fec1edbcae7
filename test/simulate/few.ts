import type { Draw } from './draw';
import { anyScatter, heldLoss, type Simulated, simulated, trainLoss } from './run';
import type { SimulatedShape } from './shape';
import { exponential, straight, type Truth, turning } from './truths';

function shortPair(draw: Draw, train: Truth, held: Truth, noise: number): readonly Simulated[] {
  const n = Math.round(draw.between(5, 19));
  return [
    simulated(trainLoss, n, train, anyScatter(draw, noise), draw),
    simulated(heldLoss, n, held, anyScatter(draw, noise), draw),
  ];
}

/** Runs of 5 to 19 epochs, of which less can be known. */
export const few: readonly SimulatedShape[] = [
  {
    id: 'few-and-flat',
    about: '5 to 19 epochs: both losses fall and are flat in the last third',
    expected: 'healthy',
    accepted: [null, 'improving'],
    make: draw => {
      const truth = exponential(1, draw.between(0.1, 0.5), draw.between(0.05, 0.12));
      return shortPair(draw, truth, truth, 0.03);
    },
  },
  {
    id: 'few-and-falling',
    about: '5 to 19 epochs: both losses fall along a line',
    expected: 'improving',
    accepted: [null],
    make: draw => {
      const truth = straight(1, draw.between(0.2, 0.6));
      return shortPair(draw, truth, truth, 0.03);
    },
  },
  {
    id: 'few-and-overfit',
    about: '5 to 19 epochs: the validation loss turns before the middle and ends 30 to 150 % above',
    expected: 'overfitting',
    accepted: [null],
    make: draw => {
      const best = draw.between(0.3, 0.7);
      const held = turning(1, best, draw.between(0.2, 0.45), best * draw.between(1.3, 2.5), 1);
      return shortPair(draw, exponential(1, 0.03, 0.3), held, 0.03);
    },
  },
];
