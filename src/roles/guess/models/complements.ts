import { positiveOf } from '../../samples/classKeys';
import { type Candidate, isNumeric, wordsIn } from '../candidate';
import { correlation } from '../likeness';
import { addUpToOne } from './shares';

/**
 * Single chances without those that are one minus another: `P_BAD0` beside `P_BAD1` is no model of its own. The
 * one that names the positive class stays, else the one that goes with the target.
 */
export function withoutComplements(
  singles: readonly Candidate[],
  target: Candidate,
  labels: readonly string[],
): readonly Candidate[] {
  if (labels.length !== 2 || singles.length > most) return singles;
  const dropped = new Set<Candidate>();
  singles.forEach((one, i) => {
    for (const other of singles.slice(i + 1)) {
      if (dropped.has(one) || dropped.has(other) || !areComplements(one, other)) continue;
      dropped.add(isPositive(other, one, target, positiveOf(labels)) ? one : other);
    }
  });
  return singles.filter(one => !dropped.has(one));
}

/** So many are compared with each other. */
const most = 20;

/** True for two chances that are one minus the other. */
export function areComplements(a: Candidate, b: Candidate): boolean {
  const isUnit = a.facts.unitShare === 1 && b.facts.unitShare === 1;
  return isUnit && !a.facts.integer && !b.facts.integer && addUpToOne([a, b]);
}

function isPositive(one: Candidate, other: Candidate, target: Candidate, label: string): boolean {
  const [own, theirs] = [one, other].map(({ name }) => wordsIn(name).includes(label.toLowerCase()));
  if (own !== theirs) return own === true;
  return isNumeric(target) && correlation(target, one) > correlation(target, other);
}
