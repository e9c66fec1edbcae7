import { listed, percent, plural, significant } from '../../shared/text';
import { bestIndex } from './bestIndex';
import { hasEnough, type Judged, type TrainingEvidence } from './evidence';
import type { History } from './history';
import { hasRunOut } from './learningRate';

/** Seconds from 1970 beyond which a date does not exist in JavaScript. */
const latestDate = 8.64e12;

/** `epoch 12`, `step 4500`, `row 3`, `timestamp 2024-01-08 10:00:00` */
export function placeText(history: History, x: number): string {
  const name = history.x.name?.trim().toLowerCase() ?? 'row';
  if (history.x.kind === 'wall-time' && Math.abs(x) < latestDate) {
    return `${name} ${new Date(x * 1000).toISOString().slice(0, 19).replace('T', ' ')}`;
  }
  return `${name} ${significant(x, 10)}`;
}

/** The best value of a curve and its x, as the table shows them. */
export function bestOf({ curve }: Judged): { readonly x: number; readonly y: number } {
  const best = bestIndex(curve.y, curve.series.direction);
  return { x: curve.x[best]!, y: curve.y[best]! };
}

/** First and last finite value, as the table shows them. */
export function endsOf({ curve }: Judged): { readonly first: number; readonly last: number } {
  return { first: curve.y[0]!, last: curve.y.at(-1)! };
}

const words = {
  lower: { better: 'fell', betters: 'falls', falling: 'falling', worse: 'above', worsens: 'rises' },
  higher: { better: 'rose', betters: 'rises', falling: 'rising', worse: 'below', worsens: 'falls' },
} as const;

/** How a loss or a score is spoken of when it gets better and worse. */
export function wordsFor({ curve }: Judged): (typeof words)['lower' | 'higher'] {
  return words[curve.series.direction === 'higher' ? 'higher' : 'lower'];
}

/** `val_loss fell from 1.2 to 0.41 (best 0.4 at epoch 12)`, with the numbers of the table. */
export function courseText(history: History, judged: Judged): string {
  const { first, last } = endsOf(judged);
  const best = bestOf(judged);
  const sign = judged.curve.series.direction === 'higher' ? -1 : 1;
  const verb = sign * (last - first) < 0 ? wordsFor(judged).better : 'went';
  const mark =
    best.y === last ? '' : ` (best ${significant(best.y)} at ${placeText(history, best.x)})`;
  return `${judged.name} ${verb} from ${significant(first)} to ${significant(last)}${mark}`;
}

/** What the log does not hold and therefore cannot be said; '' where a validation curve was judged. */
export function absenceText(evidence: TrainingEvidence): string {
  const { validation, leading, broken, history } = evidence;
  const held = broken.filter(({ split }) => split === 'validation' || split === 'test');
  if (held.length > 0) {
    const names = listed(held.map(({ name }) => name));
    return `${names} ${held.length === 1 ? 'holds' : 'hold'} no finite number in ${plural(held[0]!.values.length, 'value')}: the validation is broken, and overfitting cannot be seen.`;
  }
  if (validation !== null && validation !== leading) {
    return `${validation.name} has ${plural(validation.curve.y.length, 'value')}, too few to be judged, so overfitting cannot be seen.`;
  }
  if (validation !== null || leading === null) return '';
  const scores = history.series.some(
    ({ split, direction }) => split === 'validation' && direction === 'higher',
  );
  const kind = leading.curve.series.direction === 'higher' ? 'score' : 'loss';
  return `There is no validation ${kind}, so overfitting ${scores ? 'shows in the scores alone' : 'cannot be seen'}.`;
}

/** Says of a learning rate in the log that it has run out; '' otherwise. */
export function rateText({ rate }: TrainingEvidence): string {
  if (rate === null || !hasRunOut(rate)) return '';
  return `The learning rate ends near zero: ${rate.name} is ${significant(rate.last)} at the end and was ${significant(rate.largest)} at most.`;
}

/** Says that some values between finite ones are not finite; '' when all are. */
export function oddValuesText({ history, train, validation }: TrainingEvidence): string {
  const odd = [train, validation].filter(
    (one): one is Judged => one !== null && one.curve.firstNonFiniteAt !== null,
  );
  return odd
    .map(({ name, curve }) => {
      const count = curve.series.values.length - curve.y.length;
      const place = placeText(history, curve.firstNonFiniteAt!);
      return `${plural(count, 'value')} of ${name} ${count === 1 ? 'is' : 'are'} not finite (first at ${place}); the others were judged.`;
    })
    .join(' ');
}

/** `test_loss stands in for a validation loss.`; '' where there is one. */
export function testAsValidationText({ testAsValidation, validation }: TrainingEvidence): string {
  return testAsValidation && validation !== null
    ? `${validation.name} stands in for a validation loss.`
    : '';
}

/** What the data behind the validation curve are called in this log. */
export function heldData(judged: Judged): string {
  return judged.curve.series.split === 'test' ? 'test data' : 'validation data';
}

/** True where a validation or test curve was judged. */
export function judgedHeld({ validation, leading }: TrainingEvidence): boolean {
  return validation !== null && validation === leading && hasEnough(validation);
}

/** `12.3 % above its best of 0.4 at epoch 7` */
export function aboveBestText(history: History, judged: Judged): string {
  const best = bestOf(judged);
  const { last } = endsOf(judged);
  const place = placeText(history, best.x);
  if (best.y === 0 || best.y < 0 !== last < 0) {
    return `${significant(Math.abs(last - best.y))} ${wordsFor(judged).worse} its best of ${significant(best.y)} at ${place}`;
  }
  const share = Math.abs(last - best.y) / Math.abs(best.y);
  return `${percent(share)} ${wordsFor(judged).worse} its best of ${significant(best.y)} at ${place}`;
}

/** The sentences that have something to say, with a blank between them. */
export function told(...sentences: readonly string[]): string {
  return sentences.filter(sentence => sentence !== '').join(' ');
}
