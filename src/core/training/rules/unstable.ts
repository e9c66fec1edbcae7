import { plural, significant } from '../../../shared/text';
import { medianOf } from '../../statistics/quantileOfSorted';
import { gainOf } from '../course';
import { type Found, hasEnough, type Judged, type TrainingEvidence } from '../evidence';
import { bestOf, endsOf, placeText } from '../sentences';
import { endsNearItsBest } from '../tail';
import { hasLearned } from './underfitting';

/** How many values before a jump say where the curve stood. */
const trail = 7;
/** A jump at least doubles the loss. */
const doubling = 2;

/** Fewer jumps than this are odd values. */
const minJumps = 3;
/** With a calm partner two swings are enough: what is wrong is not the training. */
const minSwings = 2;

/** The loss jumps up again and again by an amount that undoes much of what was learned. */
export function unstable(evidence: TrainingEvidence): Found | null {
  const { train, validation } = evidence;
  for (const one of [validation, train]) {
    if (one === null || !hasEnough(one) || one.curve.series.direction !== 'lower') continue;
    const jumps = hasLearned(one) ? jumpsOf(one) : [];
    if (jumps.length >= minJumps) return told(evidence, one, jumps, null);
    const partner = one === validation && train !== null && isCalm(train) ? train : null;
    const swings = partner === null ? [] : swingsOf(one);
    if (swings.length >= minSwings) return told(evidence, one, swings, partner);
  }
  return null;
}

function told(
  { history, validation }: TrainingEvidence,
  one: Judged,
  places: readonly number[],
  partner: Judged | null,
): Found {
  const best = bestOf(one);
  const last = significant(endsOf(one).last);
  const end = endsNearItsBest(one.course)
    ? `falls back each time and ends at ${last}`
    : `ends at ${last}, above its best of ${significant(best.y)} at ${placeText(history, best.x)}`;
  const calm = partner === null ? '' : ` ${partner.name} falls calmly meanwhile.`;
  const odd = one === validation ? 'a small validation set' : 'rare hard samples';
  return {
    text: `Unstable: ${one.name} jumps to more than twice its level ${plural(places.length, 'time')}, first at ${placeText(history, xAt(one, places[0]!))}, and ${end}.${calm} ${adviceFor(one, partner)}`,
    doubt: `It could be wrong if single odd batches or ${odd} cause the jumps.`,
    numbers: {
      series: one.name,
      jumps: places.length,
      firstAt: xAt(one, places[0]!),
      largest: significant(one.course.y[places[0]!]!),
    },
  };
}

function adviceFor(one: Judged, partner: Judged | null): string {
  return partner !== null
    ? `More data behind ${one.name}, or a look at normalisation layers that behave otherwise there than in training, would be the first things to try.`
    : 'A smaller learning rate, gradient clipping or larger batches calm such a curve.';
}

function xAt({ curve, course }: Judged, i: number): number {
  return curve.x[Math.floor((i * curve.x.length) / course.y.length)]!;
}

/**
 * Where the curve jumps to twice the level before and by half of all that was gained, after the first fifth;
 * the next jump counts when half of this one has been undone.
 */
function jumpsOf({ course }: Judged): readonly number[] {
  const { y, noise } = course;
  const jumps: number[] = [];
  let undone = Number.POSITIVE_INFINITY;
  for (let i = Math.max(trail, Math.ceil(y.length / 5)); i < y.length; i++) {
    if (y[i]! < undone) undone = Number.POSITIVE_INFINITY;
    if (undone !== Number.POSITIVE_INFINITY) continue;
    const level = medianOf(y.slice(i - trail, i));
    const above = y[i]! - level;
    const isLarge = above > (doubling - 1) * Math.abs(level) && above > gainOf(course) / 2;
    if (!isLarge || above <= 6 * noise) continue;
    jumps.push(i);
    undone = level + above / 2;
  }
  return jumps;
}

/**
 * Ups and downs of a curve whose partner is calm: places where it at least doubles from one turning point to
 * the next, by a third of its range after the first fifth and a tenth of what was gained; more than one in twenty values, or there is no saying.
 */
function swingsOf({ course }: Judged): readonly number[] {
  const { y } = course;
  const settled = y.subarray(Math.floor(y.length / 5));
  const least = Math.min(...settled);
  if (least < 0) return [];
  const large = Math.max((Math.max(...settled) - least) / 3, gainOf(course) / 10);
  const swings: number[] = [];
  let low = 0;
  for (let i = 1; i < y.length; i++) {
    if (y[i]! < y[i - 1]!) low = i;
    const isPeak = i === y.length - 1 || y[i + 1]! < y[i]!;
    if (!isPeak || i === low) continue;
    if (y[i]! >= doubling * y[low]! && y[i]! - y[low]! >= large) swings.push(i);
  }
  return swings.length * 20 >= y.length ? swings : [];
}

/** A curve whose noise is small against what it gained. */
function isCalm(judged: Judged): boolean {
  const { course } = judged;
  if (!hasEnough(judged)) return false;
  return course.noise < 0.15 * gainOf(course);
}
