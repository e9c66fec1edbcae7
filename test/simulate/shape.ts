import type { Verdict } from '../../src/shared/verdict';
import type { Draw } from './draw';
import type { Simulated } from './run';

/** A form that training takes, with the answer that a person who knows it would give. */
export interface SimulatedShape {
  readonly id: string;
  /** One sentence for the table. */
  readonly about: string;
  /** What it is; null where nothing can be known. */
  readonly expected: Verdict | null;
  /** Answers that are no mistake either. */
  readonly accepted: readonly (Verdict | null)[];
  readonly make: (draw: Draw) => readonly Simulated[];
}

/** 20 to 2000 values, as many short curves as long ones. */
export function points(draw: Draw): number {
  return Math.round(draw.scaled(20, 2000));
}
