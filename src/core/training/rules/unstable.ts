import { plural, significant } from '../../../shared/text';
import { medianOf } from '../../statistics/quantileOfSorted';
import { type Found, type Judged, placeText, type TrainingEvidence } from '../evidence';

/** How many values before a jump say where the curve stood. */
const trail = 7;

/** The loss jumps up again and again by an amount that undoes much of what was learned. */
export function unstable({ history, train, validation }: TrainingEvidence): Found | null {
  for (const one of [validation, train]) {
    if (one === null) continue;
    const jumps = jumpsOf(one);
    if (jumps.length < 2) continue;
    const x = placeText(history, xAt(one, jumps[0]!));
    return {
      text: `Unstable: ${one.name} jumps to more than twice its level ${plural(jumps.length, 'time')}, first at ${x}, and falls back. A smaller learning rate, gradient clipping or larger batches calm such a curve.`,
      doubt: 'It could be wrong if single odd batches or a small validation set cause the jumps.',
      numbers: {
        series: one.name,
        jumps: jumps.length,
        firstAt: xAt(one, jumps[0]!),
        largest: significant(one.shape.y[jumps[0]!]!),
      },
    };
  }
  return null;
}

function xAt({ curve, shape }: Judged, i: number): number {
  return curve.x[Math.floor((i * curve.x.length) / shape.y.length)]!;
}

/** Values at twice the level before them and half of all that was gained above it, after the first fifth. */
function jumpsOf({ shape }: Judged): readonly number[] {
  const { y, start, lowest, noise } = shape;
  const jumps: number[] = [];
  const first = Math.max(trail, Math.ceil(y.length / 5));
  for (let i = first; i < y.length; i++) {
    const level = medianOf(y.slice(i - trail, i));
    const above = y[i]! - level;
    const large = above > Math.abs(level) && above > (start - lowest) / 2 && above > 6 * noise;
    if (large && !jumps.includes(i - 1)) jumps.push(i);
  }
  return jumps;
}
