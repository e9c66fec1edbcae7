import { bestIndex } from './bestIndex';

export type StoppingLibrary = 'keras' | 'lightning' | 'huggingface';

/** How training would be stopped: the settings of the libraries' callbacks. */
export interface StoppingRule {
  readonly library: StoppingLibrary;
  readonly patience: number;
  /** Smallest change that counts as better, in the units of the curve; Keras ignores its sign, the others do not. */
  readonly minDelta: number;
  /** Keras alone: this many values are passed over at the start. */
  readonly startFrom: number;
  readonly direction: 'lower' | 'higher';
}

/** What the rule would have done with a finished curve; places are indices of its values. */
export interface Replay {
  /** Null when the rule would never have stopped. */
  readonly stoppedAt: number | null;
  /** Whose weights are kept: Keras with restore_best_weights, the others with their best checkpoint. */
  readonly keptAt: number;
  readonly kept: number;
  readonly bestAt: number;
  readonly best: number;
  /** How much worse the kept value is than the best of the whole curve; never negative. */
  readonly lost: number;
  /** Values that would not have been computed. */
  readonly saved: number;
}

/** One patience of the trade-off. */
export interface PatienceOutcome extends Replay {
  readonly patience: number;
}

/** More patiences than this are told in equal steps. */
const maxPatiences = 2000;

/**
 * Replays a rule over a curve, with its own patience and with every other up to the first that never stops.
 * Throws when the curve is empty.
 */
export function replayStopping(
  values: Float64Array,
  rule: StoppingRule,
): { readonly replay: Replay; readonly tradeOff: readonly PatienceOutcome[] } {
  const walk = walkers[rule.library](values, rule);
  const bestAt = Math.max(0, bestIndex(values, rule.direction));
  const outcomeOf = (stop: number | null): Replay => outcome(values, walk, bestAt, stop);
  const stop = walk.waits.findIndex(wait => wait >= rule.patience);
  return {
    replay: outcomeOf(stop < 0 ? null : stop),
    tradeOff: tradeOffOf(walk.waits, outcomeOf),
  };
}

/** One pass: the waiting does not depend on the patience until training stops. */
function tradeOffOf(
  waits: Int32Array,
  outcomeOf: (stop: number | null) => Replay,
): readonly PatienceOutcome[] {
  const most = waits.length;
  let longest = 0;
  for (const wait of waits) longest = Math.max(longest, Math.min(wait, most));
  const step = Math.ceil((longest + 1) / maxPatiences);
  const outcomes: PatienceOutcome[] = [];
  let patience = 0;
  for (let i = 0; i < waits.length; i++) {
    // A stop that no patience prevents counts as a wait through the whole curve.
    const wait = Math.min(waits[i]!, most);
    for (; patience <= wait; patience += step) outcomes.push({ patience, ...outcomeOf(i) });
  }
  outcomes.push({ patience, ...outcomeOf(null) });
  return outcomes;
}

interface Walk {
  /** The number the callback compares with its patience at each value; -1 where it compares nothing. */
  readonly waits: Int32Array;
  /** Index of the weights that are kept when training stops at each value. */
  readonly keptAt: Int32Array;
}

const never = -1;
const always = 0x7fffffff;

const walkers: Readonly<
  Record<StoppingLibrary, (values: Float64Array, rule: StoppingRule) => Walk>
> = {
  keras: walkKeras,
  lightning: walkLightning,
  huggingface: walkHuggingFace,
};

/**
 * keras.callbacks.EarlyStopping with restore_best_weights: the wait is counted up before the value is
 * judged, and training never stops at epoch 0. A value equal to the best within min_delta is no better.
 */
function walkKeras(values: Float64Array, rule: StoppingRule): Walk {
  const walk = emptyWalk(values.length);
  const { sign, delta } = comparison(rule);
  let best = Number.POSITIVE_INFINITY;
  let kept = never;
  let wait = 0;
  for (let epoch = 0; epoch < values.length; epoch++) {
    if (epoch >= rule.startFrom) {
      const value = sign * values[epoch]!;
      if (kept === never) kept = epoch;
      wait += 1;
      if (value + delta < best) {
        best = value;
        kept = epoch;
        wait = 0;
      } else if (epoch > 0) walk.waits[epoch] = wait;
    }
    walk.keptAt[epoch] = kept === never ? epoch : kept;
  }
  return walk;
}

/** lightning.pytorch.callbacks.EarlyStopping with check_finite, beside a ModelCheckpoint that keeps the best. */
function walkLightning(values: Float64Array, rule: StoppingRule): Walk {
  const walk = emptyWalk(values.length);
  const { sign, delta } = comparison(rule);
  let best = Number.POSITIVE_INFINITY;
  let checkpoint = Number.POSITIVE_INFINITY;
  let kept = 0;
  let wait = 0;
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    if (value < checkpoint) {
      checkpoint = value;
      kept = i;
    }
    if (!Number.isFinite(value)) walk.waits[i] = always;
    else if (value + delta < best) {
      best = value;
      wait = 0;
    } else {
      wait += 1;
      walk.waits[i] = wait;
    }
    walk.keptAt[i] = kept;
  }
  return walk;
}

/**
 * transformers.EarlyStoppingCallback: a value must beat the Trainer's best metric by more than the threshold
 * to reset the counter, but any better value becomes the best metric. The first value always resets it.
 */
function walkHuggingFace(values: Float64Array, rule: StoppingRule): Walk {
  const walk = emptyWalk(values.length);
  const { sign, delta } = comparison(rule);
  let best = Number.POSITIVE_INFINITY;
  let kept = 0;
  let counter = 0;
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    counter = i === 0 || (value < best && Math.abs(value - best) > delta) ? 0 : counter + 1;
    if (value < best) {
      best = value;
      kept = i;
    }
    walk.waits[i] = counter;
    walk.keptAt[i] = kept;
  }
  return walk;
}

function emptyWalk(length: number): Walk {
  return { waits: new Int32Array(length).fill(never), keptAt: new Int32Array(length) };
}

/** With this sign lower is better for losses and scores alike. */
function comparison({ library, direction, minDelta }: StoppingRule): {
  readonly sign: 1 | -1;
  readonly delta: number;
} {
  return {
    sign: direction === 'higher' ? -1 : 1,
    delta: library === 'keras' ? Math.abs(minDelta) : minDelta,
  };
}

function outcome(
  values: Float64Array,
  walk: Walk,
  bestAt: number,
  stoppedAt: number | null,
): Replay {
  const last = stoppedAt ?? values.length - 1;
  const keptAt = walk.keptAt[last];
  if (keptAt === undefined) throw new RangeError('There is no value to replay.');
  const kept = values[keptAt]!;
  const best = values[bestAt]!;
  return {
    stoppedAt,
    keptAt,
    kept,
    bestAt,
    best,
    lost: Math.abs(kept - best),
    saved: values.length - 1 - last,
  };
}
