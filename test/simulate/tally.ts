import { judge } from '../../src/core/training/verdict';
import type { Verdict } from '../../src/shared/verdict';
import { drawFrom } from './draw';
import { historyFrom, type Simulated } from './run';
import type { SimulatedShape } from './shape';

/** What was said of many runs of one shape. */
export interface ShapeTally {
  readonly shape: SimulatedShape;
  readonly runs: number;
  readonly counts: ReadonlyMap<Verdict | null, number>;
  /** Seeds of the runs whose answer is neither the expected one, nor accepted, nor silence. */
  readonly wrong: readonly number[];
  /** Seeds of the runs called healthy that ended more than 10 % and three noise widths above their best. */
  readonly falselyHealthy: readonly number[];
}

/** Judges `runs` seeded runs of a shape. */
export function tally(shape: SimulatedShape, runs: number, firstSeed: number): ShapeTally {
  const counts = new Map<Verdict | null, number>();
  const wrong: number[] = [];
  const falselyHealthy: number[] = [];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const curves = shape.make(drawFrom(seed));
    const { verdict } = judge(historyFrom(curves));
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const isRight = verdict === shape.expected || shape.accepted.includes(verdict);
    if (!isRight && verdict !== null) wrong.push(seed);
    if (verdict === 'healthy' && curves.some(endsAboveItsBest)) falselyHealthy.push(seed);
  }
  return { shape, runs, counts, wrong, falselyHealthy };
}

/** By the course without noise and the noise that was put on it, which only the simulator knows. */
function endsAboveItsBest({ truth, lastNoise, direction }: Simulated): boolean {
  const sign = direction === 'higher' ? -1 : 1;
  const losses = truth.map(value => sign * value);
  const best = losses.reduce((least, value) => Math.min(least, value));
  const above = losses.at(-1)! - best;
  return above > 0.1 * Math.abs(best) && above > 3 * lastNoise;
}
