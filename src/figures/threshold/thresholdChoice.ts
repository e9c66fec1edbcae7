import { memoOf } from '../../core/memo/memoOf';
import { shortened } from '../../core/modelTitle';
import type { BinaryModelSamples } from '../../core/samples/modelSamples';
import { extent } from '../../core/statistics/extent';
import type { Control, FigureOptions } from '../../shared/figure';
import {
  candidateThresholds,
  type ThresholdCounts,
  thresholdCounts,
  withThreshold,
} from '../classes/thresholdCounts';
import { numberOption } from '../options';
import { scoreOf } from './scored';

/** The person's own comes on top. */
const maxThresholds = 399;

/** Where "positive" begins, and the slider that moves it in all figures at once. */
export interface ThresholdChoice {
  readonly control: Control;
  readonly value: number;
  /** What the threshold is when nobody has moved it. */
  readonly usual: number;
  /** What it is compared with: `probability` or `margin`. */
  readonly kind: 'probability' | 'margin';
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** Probabilities are cut at 0.5 and margins at 0 unless the person says otherwise. */
export function thresholdChoice(
  model: BinaryModelSamples,
  options: FigureOptions,
): ThresholdChoice {
  const kind = model.probability === undefined ? 'margin' : 'probability';
  const usual = kind === 'probability' ? 0.5 : 0;
  const [lowest, highest] = memoOf(model).get('extent of scores', () => extent(scoreOf(model)));
  const min = kind === 'probability' ? 0 : Math.min(lowest, usual);
  const max = kind === 'probability' ? 1 : Math.max(highest, usual);
  const value = numberOption(options, 'threshold', usual, min, max);
  const label = `threshold: ${shortened(model.classes[1])} when the ${kind} is at least`;
  const range = { min, max, step: (max - min) / 1000 || 1, scale: 'linear' } as const;
  return {
    control: { kind: 'slider', id: 'threshold', label: 'Threshold', value, ...range },
    value,
    usual,
    kind,
    label,
    min,
    max,
  };
}

/** Counts at some hundred thresholds that occur, kept with the model, and at the person's own. */
export function countsOf(model: BinaryModelSamples, choice: ThresholdChoice): ThresholdCounts {
  const score = scoreOf(model);
  const { target, weight } = model;
  const fixed = memoOf(model).get('threshold counts', () => {
    const thresholds = candidateThresholds(score, [choice.usual], maxThresholds);
    return thresholdCounts(score, target, thresholds, weight);
  });
  return withThreshold(fixed, choice.value, score, target, weight);
}
