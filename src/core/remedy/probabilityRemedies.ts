import { significant } from '../../shared/text';
import { positiveProbability } from '../measures/trueProbability';
import type { BinaryModelSamples } from '../samples/modelSamples';
import { isotonicCurve } from './isotonicCurve';
import { minimum } from './minimum';
import type { Remedy } from './remedy';

const logLoss = 'log loss';

/** The log odds of the positive class; infinite at probabilities of 0 and 1. */
export function logOddsOf(model: BinaryModelSamples): Float64Array {
  if (model.probability === undefined) return model.margin!;
  return model.probability.map(p => Math.log(p) - Math.log1p(-p));
}

/** A constant added to the log odds; null where some probability has none. */
export function oddsShift(model: BinaryModelSamples, odds: Float64Array): Remedy {
  return ofOdds(model, odds, {
    id: 'odds',
    name: 'a shift of the odds',
    changed: (x, c) => x + c,
    slope: () => 1,
    usual: 0,
    range: [-30, 30],
    text: c => `the odds times ${significant(Math.exp(c), 4)}`,
    code: c => `p = 1 / (1 + (1 - p) / p * np.exp(${-c}))`,
  });
}

/** The log odds divided by a temperature. */
export function temperature(model: BinaryModelSamples, odds: Float64Array): Remedy {
  return ofOdds(model, odds, {
    id: 'temperature',
    name: 'a temperature',
    changed: (x, b) => x * b,
    slope: x => x,
    usual: 1,
    range: [0, 50],
    text: b => `a temperature of ${significant(1 / b, 4)}`,
    code: b => `p = 1 / (1 + ((1 - p) / p) ** ${b})`,
  });
}

interface OfOdds extends Pick<Remedy, 'id' | 'name'> {
  readonly changed: (odds: number, parameter: number) => number;
  /** Derivative of the changed odds by the parameter. */
  readonly slope: (odds: number) => number;
  readonly usual: number;
  readonly range: readonly [least: number, most: number];
  readonly text: (parameter: number) => string;
  readonly code: (parameter: number) => string;
}

function ofOdds(
  { n, target, weight }: BinaryModelSamples,
  odds: Float64Array,
  { id, name, changed, slope, usual, range, text, code }: OfOdds,
): Remedy {
  const lossAt = (i: number, parameter: number) => {
    const x = changed(odds[i]!, parameter);
    return softplus(target[i] === 1 ? -x : x);
  };
  return {
    id,
    name,
    loss: logLoss,
    before: Float64Array.from({ length: n }, (_, i) => lossAt(i, usual)),
    fit: isUsed => {
      const parameter = minimum(usual, range, at => {
        let [first, second] = [0, 0];
        for (let i = 0; i < n; i++) {
          if (!isUsed(i)) continue;
          const p = 1 / (1 + Math.exp(-changed(odds[i]!, at)));
          const along = slope(odds[i]!);
          const w = weight?.[i] ?? 1;
          first += w * (p - target[i]!) * along;
          second += w * p * (1 - p) * along * along;
        }
        return [first, second];
      });
      return {
        lossAt: i => lossAt(i, parameter),
        text: text(parameter),
        code: `import numpy as np; ${code(parameter)}`,
      };
    },
  };
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** A rising curve through the probabilities; by the Brier score, since a frequency may be 0. */
export function isotonic(model: BinaryModelSamples, order: Int32Array): Remedy {
  const p = positiveProbability(model);
  const { target, weight } = model;
  const lossOf = (i: number, probability: number) => (probability - target[i]!) ** 2;
  return {
    id: 'isotonic',
    name: 'an isotonic curve',
    loss: 'Brier score',
    before: p.map((probability, i) => lossOf(i, probability)),
    fit: isUsed => {
      const curve = isotonicCurve(p, target, weight, order, isUsed);
      return {
        lossAt: i => lossOf(i, curve(p[i]!)),
        text: 'the frequency that each probability had',
        code: "from sklearn.isotonic import IsotonicRegression; p = IsotonicRegression(out_of_bounds='clip').fit(p, y_true, sample_weight=weight).predict(p)".replace(
          weight === undefined ? ', sample_weight=weight' : '\n',
          '',
        ),
      };
    },
  };
}

/** The threshold with the fewest wrong rows, the nearest to the usual one among equals. */
export function otherThreshold(
  { n, target, predicted, weight, ...model }: BinaryModelSamples,
  order: Int32Array,
): Remedy {
  const score = model.probability ?? model.margin!;
  const usual = model.probability === undefined ? 0 : 0.5;
  const name = model.probability === undefined ? 'margin' : 'p';
  return {
    id: 'threshold',
    name: 'another threshold',
    loss: 'share of wrong rows',
    before: Float64Array.from({ length: n }, (_, i) => Number(predicted[i] !== target[i])),
    fit: isUsed => {
      const threshold = bestThreshold(score, target, weight, order, isUsed, usual);
      return {
        lossAt: i => Number(Number(score[i]! >= threshold) !== target[i]!),
        text: `a threshold of ${significant(threshold, 4)}`,
        code: `y_pred = ${name} >= ${Number.isFinite(threshold) ? threshold : "float('inf')"}`,
      };
    },
  };
}

function bestThreshold(
  score: Float64Array,
  target: Int32Array,
  weight: Float64Array | undefined,
  order: Int32Array,
  isUsed: (i: number) => boolean,
  usual: number,
): number {
  const used = order.filter(isUsed);
  let wrong = 0;
  for (const i of used) wrong += target[i] === 0 ? (weight?.[i] ?? 1) : 0;
  let best = { wrong: Number.POSITIVE_INFINITY, threshold: usual };
  const offer = (threshold: number) => {
    const isNearer = Math.abs(threshold - usual) < Math.abs(best.threshold - usual);
    if (wrong < best.wrong || (wrong === best.wrong && isNearer)) best = { wrong, threshold };
  };
  for (let at = 0; at < used.length; ) {
    const reached = score[used[at]!]!;
    offer(reached);
    for (; at < used.length && score[used[at]!] === reached; at++) {
      const i = used[at]!;
      wrong += (target[i] === 0 ? -1 : 1) * (weight?.[i] ?? 1);
    }
  }
  offer(Number.POSITIVE_INFINITY);
  return best.threshold;
}
