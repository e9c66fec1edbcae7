import { stretchedTruths } from '../../core/fastPaths/sketch/keys';
import { type Nodes, nodesOf } from '../../core/fastPaths/sketch/nodes';
import { Sum } from '../../core/statistics/sum';
import type { CalibrationEvents } from './calibrationEvents';
import { type Block, isotonicBlocks } from './isotonicBlocks';

/** A mean loss as miscalibration - discrimination + uncertainty. */
export interface LossSplit {
  readonly loss: number;
  /** What recalibrating would save. */
  readonly miscalibration: number;
  /** What knowing more than the overall frequency saves. */
  readonly discrimination: number;
  /** The loss of always saying the overall frequency. */
  readonly uncertainty: number;
}

/** What the losses of probabilities are split by. */
export interface SplitSource {
  /** The probabilities of what happened, stretched. */
  readonly nodes: Nodes;
  readonly blocks: readonly Block[];
}

/** `fine` counts the absences and events in fine cells. */
export function splitSource(
  { probability, event }: Pick<CalibrationEvents, 'probability' | 'event'>,
  fine: Uint32Array,
): SplitSource {
  const nodes = nodesOf(probability.length, (from, out) =>
    stretchedTruths(probability, event, from, out),
  );
  return { nodes, blocks: isotonicBlocks(probability, event, fine) };
}

/** Loss of saying p for an event, and of saying p for its absence. */
interface ProperLoss {
  readonly event: (p: number) => number;
  readonly none: (p: number) => number;
}

/** Squared distance of the probability from 1 for an event, from 0 for its absence. */
export const brierLoss: ProperLoss = { event: p => (1 - p) ** 2, none: p => p ** 2 };
/** -ln of the probability given to what happened. */
export const logLoss: ProperLoss = { event: p => -Math.log(p), none: p => -Math.log1p(-p) };

/**
 * The exact split by isotonic recalibration (Dimitriadis, Gneiting and Jordan, 2021): the recalibrated
 * probability of a sample is the frequency of the event in its isotonic block.
 */
export function lossSplit(
  { nodes, blocks }: SplitSource,
  { event: happened, none }: ProperLoss,
): LossSplit {
  const n = blocks.reduce((sum, { count }) => sum + count, 0);
  const loss = sumOfLoss(nodes, { event: happened, none });
  const cost = (count: number, events: number) =>
    (events === 0 ? 0 : events * happened(events / count)) +
    (events === count ? 0 : (count - events) * none(events / count));
  let recalibrated = 0;
  let all = 0;
  for (const { count, events } of blocks) {
    recalibrated += cost(count, events);
    all += events;
  }
  const uncertainty = cost(n, all) / n;
  return {
    loss: loss / n,
    miscalibration: (loss - recalibrated) / n,
    discrimination: uncertainty - recalibrated / n,
    uncertainty,
  };
}

/** A number below 0 stands for an event of the probability -1/x, one above for the absence of one of 1/x. */
function sumOfLoss({ values, weights }: Nodes, { event, none }: ProperLoss): number {
  const sum = new Sum();
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    sum.add(weights[i]! * (x < 0 ? event(-1 / x) : none(1 / x)));
  }
  return sum.value;
}
