import type { Skipped } from '../../shared/lossReport';
import { counted } from '../number';

/** Several models may skip the same row: only what all of them skip is counted then. */
export function skippedText(skipped: readonly Skipped[], models: number): string {
  const forAll = skipped.filter(part => models < 2 || part.model === null);
  const more = forAll.length > 0 ? ', more' : '';
  const whom = forAll.length < skipped.length ? `${more} for some models` : '';
  const count = (more ? forAll : skipped).reduce((sum, part) => sum + part.count, 0);
  return `${counted(count, 'row')} skipped${whom}`;
}
