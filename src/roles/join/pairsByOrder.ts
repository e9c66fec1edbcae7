import { columnNamed } from '../../readers/table';
import type { TargetHow } from '../guess/reading/reading';
import { pickTarget } from '../guess/target/pickTarget';
import type { FileSide } from './fileSide';

/**
 * Files of the same columns whose target is told by nothing but the order: where these do not hold the same numbers
 * they are no shared target, and each column may be an output of its own.
 */
export function pairsByOrder(sides: readonly FileSide[]): readonly FileSide[] {
  const [first, ...others] = sides;
  if (first === undefined || others.length === 0) return sides;
  const isOpen = sides.every(isByOrder) && others.every(side => side.target === first.target);
  if (!isOpen || others.every(side => isSameTarget(first, side))) return sides;
  return sides.map(side => ({
    ...side,
    side: 'unknown',
    target: null,
    strength: 0,
    predictions: [side.target!, ...side.predictions],
    named: false,
  }));
}

/** Ways to a target that no name has shown. */
const silent: ReadonlySet<TargetHow> = new Set(['first', 'rest', 'values']);

function isByOrder({ side, survey }: FileSide): boolean {
  return side === 'pair' && silent.has(pickTarget(survey)?.how ?? 'choice');
}

/** The same numbers, in whatever order the rows stand. */
function isSameTarget(a: FileSide, b: FileSide): boolean {
  const [one, other] = [sortedTarget(a), sortedTarget(b)];
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

function sortedTarget({ table, target }: FileSide): Float64Array {
  const numbers = columnNamed(table, target ?? '')?.numbers ?? new Float64Array();
  return numbers.filter(Number.isFinite).sort();
}
