import { diverged, unstable } from './breaking';
import { detours, flattening, improving } from './falling';
import { few } from './few';
import { lookalikes, overfitting } from './rising';
import type { SimulatedShape } from './shape';
import { plateau, unlearned } from './stuck';

/** All shapes, in the order of the table. */
export const shapes: readonly SimulatedShape[] = [
  ...flattening,
  ...improving,
  ...overfitting,
  ...plateau,
  ...diverged,
  ...unlearned,
  ...unstable,
  ...detours,
  ...lookalikes,
  ...few,
];
