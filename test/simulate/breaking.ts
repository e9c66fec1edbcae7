import type { Draw } from './draw';
import { anyScatter, heldLoss, type Simulated, simulated, trainLoss } from './run';
import { points, type SimulatedShape } from './shape';
import { exponential } from './truths';

/** A run that falls as usual, with what befalls its training loss from a share of it on. */
function struck(
  draw: Draw,
  at: number,
  becomes: (value: number, since: number, start: number) => number,
): readonly Simulated[] {
  const n = points(draw);
  const start = draw.scaled(0.05, 6);
  const truth = exponential(start, start * draw.between(0.05, 0.4), draw.between(0.04, 0.2));
  const from = Math.max(3, Math.min(n - 4, Math.floor(at * n)));
  return [trainLoss, heldLoss].map(named => {
    const run = simulated(named, n, truth, anyScatter(draw, 0.04), draw);
    const change = (value: number, row: number): number =>
      row < from ? value : becomes(value, (row - from) / (n - from), start);
    return { ...run, truth: run.truth.map(change), written: run.written.map(change) };
  });
}

export const diverged: readonly SimulatedShape[] = [
  {
    id: 'nan-to-the-end',
    about: 'both losses turn into NaN and stay so',
    make: (draw: Draw) => struck(draw, draw.between(0.2, 0.95), () => Number.NaN),
  },
  {
    id: 'infinite-to-the-end',
    about: 'both losses grow, become infinite, then NaN',
    make: (draw: Draw) =>
      struck(draw, draw.between(0.3, 0.8), (value, since) =>
        since < 0.3 ? value * 10 ** (200 * since) : since < 0.6 ? Infinity : Number.NaN,
      ),
  },
  {
    id: 'blows-up',
    about: 'both losses turn and grow exponentially to three or more times their start',
    make: (draw: Draw) => {
      const end = draw.scaled(3, 1000);
      return struck(
        draw,
        draw.between(0.3, 0.7),
        (value, since, start) => value + start * (end ** since - 1) * (end / (end - 1)),
      );
    },
  },
  {
    id: 'jumps-and-stays-up',
    about: 'both losses jump back to their start or above, and stay there',
    make: (draw: Draw) => {
      const level = draw.between(0.95, 1.5);
      const noise = draw.between(0.005, 0.03);
      return struck(
        draw,
        draw.between(0.3, 0.8),
        (_, __, start) => start * level * (1 + noise * draw.normal()),
      );
    },
  },
].map(shape => ({ ...shape, expected: 'diverged', accepted: [] }));

export const unstable: readonly SimulatedShape[] = [
  {
    id: 'spikes-again-and-again',
    about: 'the training loss jumps to 3 to 10 times its level four to eight times and recovers',
    expected: 'unstable',
    accepted: [null],
    make: draw => {
      const n = Math.round(draw.scaled(60, 2000));
      const start = draw.scaled(0.05, 6);
      const truth = exponential(start, start * draw.between(0.1, 0.3), 0.06);
      const run = simulated(trainLoss, n, truth, anyScatter(draw, 0.03), draw);
      const written = [...run.written];
      const spikes = Math.round(draw.between(4, 8));
      for (let spike = 0; spike < spikes; spike++) {
        const place = Math.floor((0.3 + (0.6 * spike) / spikes) * n);
        written[place]! += start * draw.between(0.7, 1.5);
      }
      return [{ ...run, written }];
    },
  },
  {
    id: 'wild-validation',
    about:
      'the validation loss jumps between a low and several times that, the training loss is calm',
    expected: 'unstable',
    accepted: [null, 'overfitting'],
    make: draw => {
      const n = Math.round(draw.scaled(10, 200));
      const start = draw.scaled(0.5, 5);
      const train = exponential(start, 0.1 * start, 0.3);
      const run = simulated(
        heldLoss,
        n,
        exponential(start, 0.2 * start, 0.2),
        anyScatter(draw),
        draw,
      );
      const written = run.written.map(value =>
        draw.chance(0.5) ? value : value * draw.between(3, 12),
      );
      return [simulated(trainLoss, n, train, anyScatter(draw, 0.02), draw), { ...run, written }];
    },
  },
  {
    id: 'large-sawtooth',
    about: 'the training loss gives back most of what it gained, six to ten times',
    expected: 'unstable',
    accepted: [null],
    make: draw => {
      const n = Math.round(draw.scaled(100, 2000));
      const start = draw.scaled(0.5, 5);
      const teeth = Math.round(draw.between(6, 10));
      const truth = (t: number): number => {
        const since = (t * teeth) % 1;
        return start * (0.1 + 0.8 * Math.exp(-since / 0.15));
      };
      return [simulated(trainLoss, n, truth, anyScatter(draw, 0.02), draw)];
    },
  },
];
