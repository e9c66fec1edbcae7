import { percent } from '../../shared/text';
import { shortened } from '../modelTitle';
import { binsOf } from './bins';
import { explainedShare } from './explainedShare';
import type { Feature } from './feature';
import { scoresOf } from './scores';

/** A feature that says what the target or the loss is, and so cannot be why the model fails. */
export interface Disguise {
  readonly feature: Feature;
  readonly text: string;
}

/** Features that follow the target or the loss so closely are that in another form. */
const mostOfTarget = 0.98;
const mostOfLoss = 0.9;
const cut = { ranges: 100, names: 1000, least: 1 };
/** Enough rows to see it. */
const mostRows = 20_000;

/**
 * What is the target or the loss in disguise. `targets` are the target's numbers or the indicators of its
 * classes, as long as `losses`; none where it is unknown.
 */
export function disguises(
  features: readonly Feature[],
  rows: Int32Array,
  losses: Float64Array,
  targets: readonly Float64Array[],
): readonly Disguise[] {
  const step = Math.max(1, Math.ceil(rows.length / mostRows));
  const at = Int32Array.from({ length: Math.floor(rows.length / step) }, (_, k) => k * step);
  const pick = (values: Float64Array) => Float64Array.from(at, i => values[i]!);
  const some = Int32Array.from(at, i => rows[i]!);
  const ofTarget = targets.map(pick);
  const ofLoss = [scoresOf(pick(losses)).values];
  return features.flatMap((feature): Disguise[] => {
    const bins = binsOf(feature, some, cut);
    const name = shortened(feature.column);
    const share = explainedShare(bins, ofTarget);
    const left = 'so it is not offered as a cause';
    if (share > mostOfTarget) {
      return [{ feature, text: `${name} says ${percent(share)} of what the target is, ${left}.` }];
    }
    const cost = explainedShare(bins, ofLoss);
    if (cost <= mostOfLoss) return [];
    return [{ feature, text: `${name} says ${percent(cost)} of what the loss is, ${left}.` }];
  });
}
