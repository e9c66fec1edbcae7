import type { NameRoleId } from '../../../names/nameRole';
import { type Candidate, isCounter } from '../candidate';
import { concordance, likely, outright } from './concordance';
import { isToldTarget } from './nameEvidence';
import type { Scene } from './scene';

/** What no column can be whose values are those of the target; a bound and a lag of it can. */
const deniable: ReadonlySet<NameRoleId> = new Set([
  ...(['error', 'residual', 'absError', 'metric', 'weight', 'sigma', 'variance'] as const),
  ...(['epoch', 'step', 'id', 'model', 'time', 'split'] as const),
]);

/**
 * True where a name speaks of something else and the values are the target's all the same: `<img onerror>` beside
 * `y_true` holds no errors. A column that is called a prediction is believed before any of them.
 */
export function isOverruled(scene: Scene, target: Candidate, one: Candidate): boolean {
  const { said } = one;
  if (said === null || !deniable.has(said.role) || scene.named.size > 0) return false;
  if (!isToldTarget(target) || isCounter(one)) return false;
  return concordance(target, one) >= (scene.columns.length <= 2 ? likely : outright);
}
